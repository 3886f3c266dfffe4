import type { InputState } from '../protocol.ts';
import { isRecord, type Part } from '../validate/part.ts';

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const optionsIn = (element: Part): unknown[] => [
  ...listed(element.options),
  ...listed(element.option_groups).flatMap((group) => (isRecord(group) ? listed(group.options) : [])),
];

const FREE = ['external_select', 'multi_external_select'];

/** `state` with the element's own options in it; null when something was chosen that it does not offer. */
export function chosenFrom(element: Part & { type: string }, state: InputState): InputState | null {
  if (state.type !== element.type) return null;
  if (FREE.includes(state.type)) return state;
  const offered = optionsIn(element);
  const own = (option: unknown): unknown =>
    offered.find((each) => isRecord(each) && isRecord(option) && each.value === option.value);
  if ('selected_option' in state) {
    if (state.selected_option === null) return state;
    const found = own(state.selected_option);
    return found === undefined ? null : ({ ...state, selected_option: found } as InputState);
  }
  if ('selected_options' in state) {
    const found = state.selected_options.map(own);
    return found.includes(undefined) ? null : ({ ...state, selected_options: found } as InputState);
  }
  return state;
}
