import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { InputState, InputValues, OptionGroup } from '../../protocol.ts';

/** Somebody or somewhere that can be chosen. */
export interface Choice {
  id: string;
  name: string;
}

/** The message, modal or Home in which an element stands. */
export interface Surface {
  /** What was touched here; the rest still holds its initial value. */
  typed: InputValues;
  change(blockId: string, actionId: string, input: InputState): void;
  /** Tells the app of a button, or with `input` of a control that has changed; resolves when the app has answered, or failed to. */
  press(blockId: string, actionId: string, input?: InputState): Promise<void>;
  /** The app's choices for an external select; null when it did not answer. */
  suggest(blockId: string, actionId: string, query: string): Promise<readonly OptionGroup[] | null>;
  people: readonly Choice[];
  channels: readonly Choice[];
}

const nowhere: Surface = {
  typed: {},
  change: () => undefined,
  press: () => Promise.resolve(),
  suggest: () => Promise.resolve([]),
  people: [],
  channels: [],
};

export const SurfaceContext = createContext<Surface>(nowhere);

export const useSurface = (): Surface => useContext(SurfaceContext);
