import { stateValues, untouched } from '../../src/sandbox/payloads/input-state.ts';
import type { Act, ActAnswer, InputState, InputValues, SeenModal } from '../../src/sandbox/protocol.ts';
import { type Control, controlsOf, modalScreen } from './shown.ts';

/** What a form needs of a journey. */
export interface FormParts {
  as: string;
  /** The modal on top. */
  modal(): SeenModal;
  act(act: Act): Promise<ActAnswer>;
}

/**
 * A modal as the person at the keyboard has it. Slack keeps what a field holds, typed or filled in, for as long as its
 * block and action ids stay; so does this, over every update.
 */
export interface Form {
  /** By label: what stands in each field. */
  holds(): Readonly<Record<string, string>>;
  /** By label: what the desk or Slack says is wrong. */
  errors(): Readonly<Record<string, string>>;
  /** Types into a field or picks a date; "" empties it. */
  type(label: string, text: string): void;
  /** Chooses from a select or radio buttons by what is read there; the desk hears of it where the form asks for that. */
  choose(label: string, text: string): Promise<ActAnswer>;
  /** Ticks boxes, or picks from a list of several; those not named are left unticked. */
  tick(label: string, ...texts: readonly string[]): void;
  /** Chooses people by their ids, or several by typing what is then offered. */
  pick(label: string, ...texts: readonly string[]): Promise<void>;
  press(button: string): Promise<ActAnswer>;
  submit(): Promise<ActAnswer>;
}

const told = (state: InputState | null | undefined): string => {
  if (!state) return '';
  if ('value' in state) return state.value ?? '';
  if ('selected_option' in state) return state.selected_option?.text.text ?? '';
  if ('selected_options' in state) return state.selected_options.map(({ text }) => text.text).join(', ');
  if ('selected_date' in state) return state.selected_date ?? '';
  if ('selected_time' in state) return state.selected_time ?? '';
  if ('selected_user' in state) return state.selected_user ?? '';
  if ('selected_users' in state) return state.selected_users.join(', ');
  if ('selected_conversation' in state) return state.selected_conversation ?? '';
  throw new Error(`No form of the desk has a ${state.type}.`);
};

export function formOf({ as, modal, act }: FormParts): Form {
  let entered: InputValues = {};
  let seen: SeenModal | null = null;

  /** The modal as it is now; what stood in fields that are still there goes on standing in them. */
  const now = (): SeenModal => {
    const top = modal();
    if (seen?.id !== top.id) entered = {};
    else if (seen.hash !== top.hash) {
      const stood = stateValues(seen.blocks, entered);
      entered = Object.fromEntries(
        controlsOf(modalScreen(top)).flatMap(({ blockId, actionId }) => {
          const state = stood[blockId]?.[actionId];
          return state === undefined ? [] : [[blockId, { [actionId]: state }]];
        }),
      );
    }
    seen = top;
    return top;
  };
  const controls = (): readonly Control[] => controlsOf(modalScreen(now()));
  const field = (label: string): Control => {
    const all = controls();
    const found = all.find((control) => control.label === label && control.input !== null);
    if (found) return found;
    throw new Error(`No field “${label}”; there are ${all.map((each) => each.label).join(', ')}.`);
  };
  const enter = ({ blockId, actionId }: Control, state: InputState): void => {
    entered = { ...entered, [blockId]: { ...entered[blockId], [actionId]: state } };
  };
  const values = (): InputValues => stateValues(now().blocks, entered);
  const press = ({ where, blockId, actionId }: Control, input?: InputState): Promise<ActAnswer> =>
    act({ act: 'press', as, where, blockId, actionId, values: values(), ...(input ? { input } : {}) });
  const dispatches = ({ blockId }: Control): boolean => {
    const block = now().blocks.find(({ block_id }) => block_id === blockId);
    return block?.type === 'input' && block.dispatch_action === true;
  };

  return {
    holds: () =>
      Object.fromEntries(
        controls().flatMap((control) =>
          control.input === null ? [] : [[control.label, told(values()[control.blockId]?.[control.actionId])]],
        ),
      ),
    errors: () => {
      const { errors } = now();
      return Object.fromEntries(
        controls().flatMap(({ blockId, label }) => (errors[blockId] === undefined ? [] : [[label, errors[blockId]]])),
      );
    },
    type(label, text) {
      const control = field(label);
      const empty = untouched(control.element);
      const given = text === '' ? null : text;
      if (empty?.type === 'datepicker') return enter(control, { type: 'datepicker', selected_date: given });
      if (empty?.type === 'timepicker') return enter(control, { type: 'timepicker', selected_time: given });
      if (empty?.type === 'plain_text_input') return enter(control, { type: 'plain_text_input', value: given });
      if (empty?.type === 'users_select') return enter(control, { type: 'users_select', selected_user: given });
      if (empty?.type === 'conversations_select')
        return enter(control, { type: 'conversations_select', selected_conversation: given });
      throw new Error(`One cannot type into “${label}”.`);
    },
    async choose(label, text) {
      const control = field(label);
      const { where, blockId, actionId, element } = control;
      const { type } = element;
      if (type !== 'external_select' && type !== 'static_select' && type !== 'radio_buttons')
        throw new Error(`There is nothing to choose in “${label}”.`);
      const answer =
        type === 'external_select' ? await act({ act: 'suggest', as, where, blockId, actionId, query: text }) : null;
      if (answer?.ok === false) throw new Error(`“${label}” offers nothing: ${answer.error}`);
      const offered = answer === null ? element['options'] : (answer.options ?? []);
      const option = (offered as { text: { type: 'plain_text'; text: string }; value: string }[]).find(
        (each) => each.text.text === text,
      );
      if (option === undefined) throw new Error(`“${label}” does not offer “${text}”.`);
      const state: InputState = { type, selected_option: option };
      enter(control, state);
      return dispatches(control) ? press(control, state) : { ok: true };
    },
    tick(label, ...texts) {
      const control = field(label);
      const { type } = control.element;
      if (type !== 'checkboxes' && type !== 'multi_static_select')
        throw new Error(`There is nothing to tick in “${label}”.`);
      const offered = control.element['options'] as { text: { type: 'plain_text'; text: string }; value: string }[];
      const chosen = texts.map((text) => {
        const option = offered.find((each) => each.text.text === text);
        if (option === undefined) throw new Error(`“${label}” does not offer “${text}”.`);
        return option;
      });
      enter(control, { type, selected_options: chosen });
    },
    async pick(label, ...texts) {
      const control = field(label);
      const { where, blockId, actionId, element } = control;
      if (element.type === 'multi_users_select')
        return enter(control, { type: element.type, selected_users: [...texts] });
      if (element.type !== 'multi_external_select') throw new Error(`One picks nothing in “${label}”.`);
      const chosen = [];
      for (const text of texts) {
        const answer = await act({ act: 'suggest', as, where, blockId, actionId, query: text });
        const option = answer.ok ? (answer.options ?? []).find((each) => each.text.text === text) : undefined;
        if (option === undefined) throw new Error(`“${label}” does not offer “${text}”.`);
        chosen.push(option);
      }
      enter(control, { type: element.type, selected_options: chosen });
    },
    async press(button) {
      const found = controls().find(({ label, input }) => label === button && input === null);
      if (found === undefined) throw new Error(`No button “${button}” in the form.`);
      return press(found);
    },
    submit: () => act({ act: 'submit', as, viewId: now().id, values: values() }),
  };
}
