import type { EmailInput, NumberInput, PlainTextInput, URLInput } from '@slack/types';
import { type ControlPlace, named, useControl } from './control.ts';

const KEYBOARDS = {
  plain_text_input: 'text',
  email_text_input: 'email',
  url_text_input: 'url',
  number_input: 'decimal',
} as const;

type TextInput = PlainTextInput | EmailInput | URLInput | NumberInput;

/** Slack counts code points; what was typed beyond the limit stays, and is refused on sending. */
const countOf = (text: string): number => [...text].length;

/** A box for text; the rest of its limit is shown when it comes near. */
export function TextElement({ of, place }: { of: TextInput; place: ControlPlace }) {
  const control = useControl(of, place);
  if (control === null || !('value' in control.state)) return null;
  const { state, keep, tell } = control;
  const limit = of.type === 'plain_text_input' ? (of.max_length ?? 3000) : null;
  const left = limit === null ? null : limit - countOf(state.value ?? '');
  const told = of.dispatch_action_config?.trigger_actions_on ?? ['on_enter_pressed'];
  const attributes = {
    ...named(place),
    value: state.value ?? '',
    placeholder: of.placeholder?.text ?? '',
    dir: 'auto' as const,
    autofocus: of.focus_on_load ?? false,
    onInput: (event: { currentTarget: { value: string } }) => {
      const next = { ...state, value: event.currentTarget.value || null };
      keep(next);
      if (place.dispatch && told.includes('on_character_entered')) tell(next);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (place.dispatch && event.key === 'Enter' && told.includes('on_enter_pressed')) tell(state);
    },
  };
  return (
    <span class="textbox">
      {of.type === 'plain_text_input' && of.multiline ? (
        <textarea rows={5} {...attributes} />
      ) : (
        <input type="text" inputMode={KEYBOARDS[of.type]} {...attributes} />
      )}
      {left !== null && limit !== null && left < Math.min(100, limit / 2) && (
        <span class={left < 0 ? 'count count-over' : 'count'} role="status">
          {left < 0 ? `${-left} too many` : `${left} left`}
        </span>
      )}
    </span>
  );
}
