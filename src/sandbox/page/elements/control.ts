import type { ConfirmationDialog } from '@slack/types';
import type { JSX } from 'preact';
import type { InputState } from '../../protocol.ts';
import { useConfirm } from './confirm.tsx';
import { useSurface } from './surface.ts';
import { usePress } from './use-press.ts';
import { type AnyElement, initialState } from './value.ts';

/** Where a control stands and what names and explains it to screen readers. */
export interface ControlPlace {
  blockId: string;
  /** Inside an input block it is told with the submission; elsewhere, or when `dispatch`, at once. */
  input: boolean;
  dispatch: boolean;
  /** Element id of the field's label; outside input blocks `label` names the control. */
  id: string;
  label?: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

export interface Control {
  state: InputState;
  busy: boolean;
  /** Keeps what was chosen and, where the app wants to hear of it, tells it. */
  choose(state: InputState): void;
  /** Keeps what was typed so far and tells nobody. */
  keep(state: InputState): void;
  tell(state: InputState): void;
  /** The question asked before telling, if one is open. */
  dialog: JSX.Element | null;
}

/** What a control holds and how it changes; null when the page does not know its type. */
export function useControl(
  element: AnyElement & { confirm?: ConfirmationDialog },
  place: ControlPlace,
): Control | null {
  const surface = useSurface();
  const actionId = element.action_id ?? '';
  const { busy, press } = usePress(place.blockId, actionId);
  const { guard, dialog } = useConfirm(element.confirm);
  const state = surface.typed[place.blockId]?.[actionId] ?? initialState(element);
  if (state === null) return null;
  const keep = (next: InputState) => surface.change(place.blockId, actionId, next);
  const tells = !place.input || place.dispatch;
  const choose = (next: InputState) =>
    guard(() => {
      keep(next);
      if (tells) press(next);
    });
  return { state, busy, keep, choose, tell: press, dialog };
}

/** Attributes that tie a control to its label, hint and error. */
export const named = (place: ControlPlace) => ({
  id: place.id,
  'aria-label': place.label,
  'aria-describedby': place.describedBy,
  'aria-invalid': place.invalid,
  'aria-required': place.required,
});
