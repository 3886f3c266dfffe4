import { ownStateSentence } from '../../blocks/state-words.ts';
import { readNeed, readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Feature, Filled, Press } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { isOpen, REQUEST_STATUSES, type RequestStatus } from '../../treaty/request-moves.ts';
import { mayNot, peopleOn } from '../people/use-cases.ts';
import { cardOf, showHistory } from '../requests/use-cases.ts';
import { doneMessage, UNDO, unchangedMessage } from './card.ts';
import type { Change, ChangeOutcome } from './change.ts';
import { carried, changeIn } from './input.ts';
import { assignModal, closeModal, evidenceModal, FIELD, FORM, holdModal, moveModal, noteModal } from './modal.ts';
import { changeRequest, undoChange } from './use-cases.ts';
import { noMoveWords, overtakenWords } from './words.ts';

const WINDOWS = ['note', 'evidence', 'assign', 'move', 'hold', 'close'] as const;
type Window = (typeof WINDOWS)[number];

const WHAT = 'work on a request';

/** What persons do with a request once it is logged: take it, move it, add evidence and notes, put it aside. */
export function handlingFeature(desk: RecordDesk): Feature {
  const { db } = desk;
  const nameOf = async (iso3: string): Promise<string> =>
    (await readStates(db)).find((state) => state.iso3 === iso3)?.shortName ?? iso3;

  /** Why nothing was changed, in words. */
  const whyNot = async (outcome: Exclude<ChangeOutcome, { kind: 'done' }>): Promise<string> => {
    switch (outcome.kind) {
      case 'not_allowed':
        return (await mayNot(desk, WHAT)).text;
      case 'unknown':
        return 'It is not on record.';
      case 'own_state': {
        const handlers = outcome.handler === null ? [] : [await nameOf(outcome.handler)];
        return ownStateSentence(await nameOf(outcome.state), handlers);
      }
      case 'overtaken':
        return overtakenWords(outcome.by);
      case 'no_such_move':
        return noMoveWords(outcome.standing, outcome.to);
      case 'reason_missing':
        return 'Please say why: it stands in the history.';
      case 'not_an_owner':
        return 'This person holds no role that handles requests, or represents the State itself.';
      case 'not_another':
        return 'Please choose another request of the same State and theme that still stands.';
    }
  };

  /** Under a card that only the person sees nothing else would change: it is replaced by the request as it is now. */
  const answer = async (
    { actor, message, place }: Press,
    { reference, change }: { reference: string; change: Change },
    outcome: ChangeOutcome,
  ): Promise<Reply> => {
    if (outcome.kind !== 'done') return say(unchangedMessage(reference, await whyNot(outcome)));
    const done = doneMessage(reference, change, outcome.change);
    const card = message === null && place.kind === 'channel' ? await cardOf(desk, reference, actor) : null;
    if (card === null) return say(done);
    const blocks = [...done.blocks, ...card.blocks];
    return { kind: 'replace', message: { text: `${done.text} ${card.text}`, blocks } };
  };

  const press =
    (changeFor: (need: string) => { reference: string; change: Change } | null) => async (pressed: Press) => {
      const { actor, at, value } = pressed;
      const wanted = changeFor(value);
      if (wanted === null) return say(notice('This button belongs to an earlier version of the desk.'));
      const { reference, change } = wanted;
      return answer(pressed, wanted, await changeRequest(desk, reference, change, { actor, at, submission: null }));
    };

  const open =
    (modalFor: (need: NeedRow, stateName: string) => Promise<Reply>) =>
    async ({ actor, value }: Press): Promise<Reply> => {
      if (!may(actor, 'handle_request')) return say(await mayNot(desk, WHAT));
      const [, reference = value] = /^\w+ (AR-.*)$/.exec(value) ?? [];
      const need = await readNeed(db, reference);
      if (need === null) return say(notice(`No request ${reference} is on record.`));
      return modalFor(need, await nameOf(need.state));
    };
  const modal = (view: Extract<Reply, { kind: 'modal' }>['modal']): Reply => ({ kind: 'modal', modal: view });

  const windows: Readonly<Record<Window, (need: NeedRow, stateName: string) => Promise<Reply>>> = {
    note: async (need, name) => modal(noteModal(need, name)),
    evidence: async (need, name) => modal(evidenceModal(need, name)),
    move: async (need, name) => modal(moveModal(need, name)),
    hold: async (need, name) => modal(holdModal(need, name)),
    assign: async (need, name) => {
      const owners = (await peopleOn(desk)).filter((each) => may(each, 'handle_request') && each.state !== need.state);
      if (owners.length === 0)
        return say(notice('Nobody on record may own this request.', 'Give roles with /ccm people.'));
      return modal(assignModal(need, name, owners));
    },
    close: async (need, name) => {
      const others = await readNeeds(db, { states: [need.state], themes: [need.theme] });
      return modal(
        closeModal(
          need,
          name,
          others.filter((other) => other.reference !== need.reference && isOpen(other.status)),
        ),
      );
    },
  };

  const submit =
    (id: string) =>
    async (filled: Filled): Promise<Reply> => {
      const { actor, at, values, metadata, submission } = filled;
      const read = changeIn(id, values, metadata, deskToday(desk.clock));
      if (read.kind === 'errors') return read;
      const { reference, change } = read;
      const outcome = await changeRequest(desk, reference, change, { actor, at, submission });
      if (outcome.kind === 'done') return { kind: 'close', messages: [doneMessage(reference, change, outcome.change)] };
      const field =
        outcome.kind === 'reason_missing'
          ? FIELD.reason
          : outcome.kind === 'not_another'
            ? FIELD.other
            : firstField(id);
      return { kind: 'errors', errors: { [blockOf(values, field)]: await whyNot(outcome) } };
    };

  return {
    name: 'handling',
    actions: [
      { id: 'handling:take', run: press((reference) => ({ reference, change: { kind: 'take' } })) },
      { id: 'handling:step', run: press(stepIn) },
      {
        id: UNDO,
        async run({ actor, at, value }) {
          const outcome = await undoChange(desk, value, { actor, at });
          switch (outcome.kind) {
            case 'undone':
              return say(notice(`${outcome.reference} is as it was before.`, 'The history keeps both.'));
            case 'too_late':
              return say(
                notice('That was more than a minute ago: nothing was changed.', 'Move it by the buttons of its card.'),
              );
            case 'overtaken':
              return say(notice('Nothing was undone: something else was done since.', overtakenWords(outcome.by)));
            case 'not_allowed':
              return say(notice('Only who made a change can undo it. Nothing was changed.'));
            case 'unknown':
              return say(notice('There is nothing to undo.'));
          }
        },
      },
      { id: 'handling:note', opens: 'Note', run: open(windows.note) },
      { id: 'handling:evidence', opens: 'Evidence', run: open(windows.evidence) },
      {
        id: 'handling:more',
        opens: 'Work on a request',
        async run(pressed) {
          const [what = '', reference = ''] = pressed.value.split(' ');
          if (what === 'history') return showHistory(desk, pressed.actor, reference);
          const window = WINDOWS.find((each) => each === what);
          return window === undefined ? say(notice('Please choose again.')) : open(windows[window])(pressed);
        },
      },
    ],
    submissions: Object.values(FORM).map((id) => ({ id, carries: carried, submit: submit(id) })),
  };
}

const FIRST: Readonly<Record<string, string>> = {
  [FORM.note]: FIELD.text,
  [FORM.evidence]: FIELD.evidence,
  [FORM.assign]: FIELD.owner,
  [FORM.move]: FIELD.to,
  [FORM.hold]: FIELD.reason,
  [FORM.close]: FIELD.how,
};
const firstField = (id: string): string => FIRST[id] ?? FIELD.reason;

/** A button that moves one step on: "AR-2018-005 logged verified". */
function stepIn(value: string): { reference: string; change: Change } | null {
  const [reference = '', from, to] = value.split(' ');
  const known = (text: string | undefined): RequestStatus | undefined =>
    REQUEST_STATUSES.find((status) => status === text);
  const [before, after] = [known(from), known(to)];
  if (before === undefined || after === undefined) return null;
  return { reference, change: { kind: 'move', from: before, to: after, reason: '', until: null, replacedBy: null } };
}
