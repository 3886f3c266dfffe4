import type { InputBlock } from '@slack/types';
import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import type { ControlPlace } from '../elements/control.ts';
import { Element } from '../elements/Element.tsx';

/** What is wrong in the fields of the modal, by block id. */
export const ErrorsContext = createContext<Readonly<Record<string, string>>>({});

/** A field: its label, what is asked, a hint, and what is wrong with it. */
export function InputField({ of }: { of: InputBlock }) {
  const id = useId();
  const blockId = of.block_id ?? '';
  const error = useContext(ErrorsContext)[blockId];
  const grouped = of.element.type === 'checkboxes' || of.element.type === 'radio_buttons';
  const described = [error ? `${id}-error` : '', of.hint ? `${id}-hint` : ''].filter(Boolean).join(' ');
  const place: ControlPlace = {
    blockId,
    id,
    input: true,
    dispatch: of.dispatch_action ?? false,
    invalid: error !== undefined,
    required: !of.optional,
    ...(described === '' ? {} : { describedBy: described }),
  };
  const label = (
    <>
      {of.label.text}
      {of.optional && <span class="quiet"> (optional)</span>}
    </>
  );
  return (
    <div class={error === undefined ? 'field' : 'field field-wrong'}>
      {grouped ? (
        <span class="field-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label class="field-label" for={id}>
          {label}
        </label>
      )}
      <Element of={of.element} place={place} />
      {error !== undefined && (
        <p class="field-error" id={`${id}-error`}>
          {error}
        </p>
      )}
      {of.hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {of.hint.text}
        </p>
      )}
    </div>
  );
}
