import { longDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { listed } from '../../blocks/words.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { parseDay } from '../../treaty/day.ts';
import { addFollowUp } from '../followups/use-cases.ts';
import { mayNot } from '../people/use-cases.ts';
import { ADD, CONTACT, END_CONTACT, FOLLOW_UP, keptMessage, UNDO } from './card.ts';
import { contactModal, DIARY_TITLE, FIELD, LONGEST, type NoteDraft, noteModal, TITLE } from './modal.ts';
import { followUpIn, parseNote } from './parse.ts';
import { showDiary } from './show-diary.ts';
import { submitContact, submitNote } from './submit.ts';
import { addNote, noteFor, removeContact, takeNoteBack } from './use-cases.ts';

const WHAT = 'keep notes on States';

/** The diary of States: what a delegation said, with whom, who may read it; whom one reaches there. */
export function notesFeature(desk: RecordDesk): Feature {
  const { db, ids } = desk;
  const named = async (iso3: string) => {
    const state = (await readStates(db)).find((each) => each.iso3 === iso3);
    return state === undefined ? null : { iso3, name: state.shortName };
  };
  const refuse = async (): Promise<Reply> => say(await mayNot(desk, WHAT));
  const window = (draft: NoteDraft, { actor, at }: Pick<Asking, 'actor' | 'at'>): Reply => ({
    kind: 'modal',
    modal: noteModal(draft, dayIn(actor.zone, at)),
  });

  const note = async (asking: Asking): Promise<Reply> => {
    const { actor, text, at } = asking;
    if (!may(actor, 'handle_request')) return refuse();
    const typed = parseNote(text, nameBook(await readStates(db)));
    const state = typed.state === null ? null : await named(typed.state);
    const remark =
      state === null && text !== ''
        ? 'Which State is it about? Nothing is kept yet.'
        : [...typed.text].length > LONGEST
          ? `A note has at most ${LONGEST} characters: its beginning stands below. Nothing is kept yet.`
          : null;
    if (state === null || typed.text === '' || remark !== null)
      return window({ state, text: typed.text, withWhom: typed.withWhom, remark }, asking);
    const today = dayIn(actor.zone, at);
    const given = { state: state.iso3, text: typed.text, withWhom: typed.withWhom, on: today, seenBy: 'desk' as const };
    const outcome = await addNote(desk, given, { actor, at, submission: ids.next() });
    if (outcome.kind !== 'kept') return refuse();
    const kept = { id: outcome.id, state: inSentence(state.name), iso3: state.iso3, text: typed.text };
    const offer = followUpIn(typed.text, today);
    return say(keptMessage({ ...kept, seenBy: 'desk', offer, followUp: null }));
  };

  const open = async ({ actor, value, at }: Press): Promise<Reply> =>
    may(actor, 'handle_request')
      ? window({ state: await named(value), text: '', withWhom: '', remark: null }, { actor, at })
      : refuse();

  const diary = (actor: Actor, iso3: string): Promise<Reply> => showDiary(desk, actor, iso3);

  const ofState = async ({ actor, text }: Asking): Promise<Reply> => {
    if (!may(actor, 'read_register')) return refuse();
    const states = await readStates(db);
    const found = findState(nameBook(states), text);
    if (text !== '' && found.kind === 'found') return diary(actor, found.state);
    const codes = found.kind === 'several' ? found.states : found.kind === 'unknown' ? found.nearest : [];
    const near = codes.map((code) => states.find(({ iso3 }) => iso3 === code)?.shortName ?? code);
    const first = text === '' ? 'Of which State?' : `No one State is called “${clamp(text, 80)}”.`;
    return say(
      notice(`${first}${near.length === 0 ? '' : ` The nearest: ${listed(near)}.`}`, 'For example: /ccm contacts Peru'),
    );
  };

  const followUp = async ({ actor, at, value }: Press): Promise<Reply> => {
    const [id = '', on = ''] = value.split(' ');
    const kept = await noteFor(desk, id, actor);
    const due = parseDay(on);
    if (kept === null || due === null) return say(notice('This note is not there any more.', 'Nothing was changed.'));
    const what = [...kept.text].slice(0, 1_000).join('');
    const given = { what, state: kept.iso3, due, owner: actor.slackId, link: null };
    const outcome = await addFollowUp(desk, given, { actor, at, submission: `note:${id}` });
    if (outcome.kind === 'not_allowed') return refuse();
    return say(
      outcome.kind === 'done'
        ? notice(
            `${outcome.reference} is kept for ${longDate(due)}: you are reminded 3 days and 1 day before and on the day.`,
            'All of yours: /ccm followups',
          )
        : notice('This day has passed: nothing was kept.', 'Another day: /ccm followups add'),
    );
  };

  const undo = async ({ actor, at, value }: Press): Promise<Reply> => {
    switch (await takeNoteBack(desk, value, { actor, at })) {
      case 'undone':
        return say(notice('The note is taken back.', 'A follow-up that was kept of it stays: /ccm followups'));
      case 'too_late':
        return say(notice('That was more than a minute ago: the note stays.', 'Add another that puts it right.'));
      case 'not_allowed':
        return say(notice('Only who wrote a note can take it back. Nothing was changed.'));
      case 'unknown':
        return say(notice('There is nothing to undo.'));
    }
  };

  return {
    name: 'notes',
    commands: [
      {
        verb: 'note',
        also: ['notes'],
        usage: '[State what was said]',
        example: 'note Peru counsellor says request by March',
        about: 'Keeps what a delegation said, in one line; a follow-up is offered.',
        shown: 'first',
        needs: 'handle_request',
        alone: true,
        run: note,
      },
      {
        verb: 'contacts',
        also: ['contact', 'diary'],
        usage: '[State]',
        example: 'contacts Peru',
        about: 'Whom one reaches in a State, the last contact, and the notes on it.',
        shown: 'more',
        needs: 'read_register',
        alone: true,
        opens: DIARY_TITLE,
        run: ofState,
      },
    ],
    actions: [
      { id: ADD, opens: TITLE, run: open },
      {
        id: CONTACT,
        opens: 'Add a contact',
        async run({ actor, value }) {
          const state = await named(value);
          return may(actor, 'handle_request') && state !== null
            ? { kind: 'modal', modal: contactModal(state) }
            : refuse();
        },
      },
      {
        id: END_CONTACT,
        async run({ actor, at, value, view }) {
          await removeContact(desk, value, { actor, at });
          return diary(actor, view?.metadata ?? '');
        },
      },
      { id: FOLLOW_UP, run: followUp },
      { id: UNDO, run: undo },
    ],
    submissions: [
      { id: ADD, submit: (filled) => submitNote(desk, filled) },
      { id: CONTACT, submit: (filled) => submitContact(desk, filled) },
    ],
    options: [{ action: FIELD.state, options: async (typed) => stateChoices(await readStates(db), typed) }],
  };
}
