import type { ViewValue, ViewValues } from '../desk/describe.ts';
import type { InputState, ViewState } from './payloads.ts';

/** What one input holds, whatever its kind; null when it was left empty. */
export const chosenIn = (input: InputState): ViewValue =>
  input.value ??
  input.selected_option?.value ??
  input.selected_options?.map((option) => option.value) ??
  input.selected_date ??
  input.selected_time ??
  input.selected_user ??
  input.selected_users ??
  input.selected_conversation ??
  input.selected_channel ??
  null;

/** The state of a view by block id and action id. */
export const valuesOf = (state: ViewState | undefined): ViewValues =>
  Object.fromEntries(
    Object.entries(state?.values ?? {}).map(([block, inputs]) => [
      block,
      Object.fromEntries(Object.entries(inputs).map(([action, input]) => [action, chosenIn(input)])),
    ]),
  );
