import type { Checkboxes, Option, RadioButtons } from '@slack/types';
import type { InputState } from '../../protocol.ts';
import { Text } from '../text/Text.tsx';
import { type ControlPlace, useControl } from './control.ts';
import { optionKey } from './options.ts';

const isChosen = (state: InputState, option: Option): boolean => {
  if ('selected_option' in state)
    return state.selected_option !== null && optionKey(state.selected_option) === optionKey(option);
  return 'selected_options' in state && state.selected_options.some((one) => optionKey(one) === optionKey(option));
};

/** Kept in the order in which they are offered. */
const toggled = (state: InputState, option: Option, all: readonly Option[]): InputState => {
  if ('selected_option' in state) return { ...state, selected_option: option };
  if (!('selected_options' in state)) return state;
  const selected_options = all.filter((one) => (one === option ? !isChosen(state, one) : isChosen(state, one)));
  return { ...state, selected_options };
};

const groupOf = (radio: boolean, place: ControlPlace) => ({
  id: place.id,
  role: radio ? ('radiogroup' as const) : ('group' as const),
  'aria-label': place.label,
  'aria-labelledby': place.input ? `${place.id}-label` : undefined,
  'aria-describedby': place.describedBy,
});

/** Radio buttons or checkboxes. */
export function ChoiceElement({ of, place }: { of: Checkboxes | RadioButtons; place: ControlPlace }) {
  const control = useControl(of, place);
  if (control === null) return null;
  const { state, choose, dialog } = control;
  const radio = of.type === 'radio_buttons';
  return (
    <div class="choices" {...groupOf(radio, place)}>
      {of.options.map((option) => (
        <label key={optionKey(option)} class="choice">
          <input
            type={radio ? 'radio' : 'checkbox'}
            name={place.id}
            checked={isChosen(state, option)}
            onChange={() => choose(toggled(state, option, of.options))}
          />
          <span>
            <Text of={option.text} />
            {option.description && <span class="quiet">{option.description.text}</span>}
          </span>
        </label>
      ))}
      {dialog}
    </div>
  );
}
