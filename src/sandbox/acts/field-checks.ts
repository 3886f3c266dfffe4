import { elementsIn, type Placed } from '../payloads/elements-in.ts';
import { isEmpty } from '../payloads/input-state.ts';
import type { InputState, InputValues, SeenBlock } from '../protocol.ts';
import { codePoints, SLACK_LIMITS } from '../validate/limits.ts';
import { chosenFrom } from './chosen.ts';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const WEB = /^https?:\/\/\S+$/;

function wrongText(value: string, { element }: Placed): string | null {
  switch (element.type) {
    case 'email_text_input':
      return EMAIL.test(value) ? null : 'Enter a valid email address.';
    case 'url_text_input':
      return WEB.test(value) ? null : 'Enter a valid URL.';
    case 'number_input': {
      const number = Number(value);
      if (Number.isNaN(number) || (element.is_decimal_allowed !== true && !Number.isInteger(number)))
        return 'Enter a valid number.';
      if (element.min_value !== undefined && number < Number(element.min_value))
        return `Must be at least ${element.min_value}.`;
      return element.max_value !== undefined && number > Number(element.max_value)
        ? `Must be at most ${element.max_value}.`
        : null;
    }
    default: {
      const length = codePoints(value);
      const most = Number(element.max_length ?? SLACK_LIMITS.plainInput.max);
      if (length > most) return `Must be at most ${most} characters.`;
      return length < Number(element.min_length ?? 0) ? `Must be at least ${element.min_length} characters.` : null;
    }
  }
}

function wrong(placed: Placed, state: InputState | undefined): string | null {
  if (state === undefined || isEmpty(state))
    return placed.input?.optional ? null : 'Please complete this required field.';
  if (chosenFrom(placed.element, state) === null) return 'Choose one of the choices offered.';
  if (placed.element.type === 'datepicker' && 'selected_date' in state && !isDate(state.selected_date ?? ''))
    return 'Enter a valid date.';
  return 'value' in state && state.value !== null ? wrongText(state.value, placed) : null;
}

const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);

/** What Slack itself refuses in a form before the desk hears of it, by block_id. */
export function fieldErrors(blocks: readonly SeenBlock[], values: InputValues): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const placed of elementsIn(blocks)) {
    if (placed.input === null) continue;
    const said = wrong(placed, values[placed.blockId]?.[placed.actionId]);
    if (said) errors[placed.blockId] = said;
  }
  return errors;
}
