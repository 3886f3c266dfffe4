import { z } from 'zod';
import { longDate } from '../../blocks/dates.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Filled } from '../../desk/describe.ts';
import { blockOf, textOf } from '../../desk/form-values.ts';
import type { Reply } from '../../desk/reply.ts';
import { dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { parseDay } from '../../treaty/day.ts';
import { addFollowUp } from '../followups/use-cases.ts';
import { mayNot } from '../people/use-cases.ts';
import { keptMessage } from './card.ts';
import { FIELD, LONGEST, LONGEST_LINE } from './modal.ts';
import { followUpIn } from './parse.ts';
import { READERS } from './store.ts';
import { addContact, addNote } from './use-cases.ts';

const wrong = ({ values }: Filled, field: string, words: string): Reply => ({
  kind: 'errors',
  errors: { [blockOf(values, field)]: words },
});

/** Keeps what the form holds, and a follow-up if a day was chosen for it; what is missing is named on its field. */
export async function submitNote(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, at, values, submission } = filled;
  const states = await readStates(desk.db);
  const state = states.find(({ iso3 }) => iso3 === textOf(values, FIELD.state));
  const text = textOf(values, FIELD.text);
  const withWhom = textOf(values, FIELD.withWhom);
  const on = parseDay(textOf(values, FIELD.on));
  const seenBy = z.enum(READERS).safeParse(textOf(values, FIELD.seenBy));
  const day = textOf(values, FIELD.followUp);
  const due = day === '' ? null : parseDay(day);
  const today = dayIn(actor.zone, at);
  if (state === undefined) return wrong(filled, FIELD.state, 'Please choose a State.');
  if (text === '') return wrong(filled, FIELD.text, 'Please write something.');
  if ([...text].length > LONGEST) return wrong(filled, FIELD.text, `Please keep it to ${LONGEST} characters.`);
  if ([...withWhom].length > LONGEST_LINE)
    return wrong(filled, FIELD.withWhom, `Please keep it to ${LONGEST_LINE} characters.`);
  if (on === null) return wrong(filled, FIELD.on, 'Please choose a day.');
  if (!seenBy.success) return wrong(filled, FIELD.seenBy, 'Please say who may read it.');
  if (due !== null && due < today) return wrong(filled, FIELD.followUp, 'This day has passed: please choose another.');
  const given = { state: state.iso3, text, withWhom, on, seenBy: seenBy.data };
  const outcome = await addNote(desk, given, { actor, at, submission });
  if (outcome.kind === 'ahead')
    return wrong(filled, FIELD.on, 'A conversation cannot lie ahead: please choose its day.');
  if (outcome.kind === 'not_allowed')
    return wrong(filled, FIELD.text, (await mayNot(desk, 'keep notes on States')).text);
  const followUp = due === null ? null : await followed();
  const kept = { id: outcome.id, state: inSentence(state.shortName), iso3: state.iso3, text, seenBy: seenBy.data };
  const offer = due === null ? followUpIn(text, today) : null;
  return { kind: 'close', messages: [keptMessage({ ...kept, offer, followUp })] };

  async function followed(): Promise<string | null> {
    if (due === null || state === undefined) return null;
    const what = [...text].slice(0, 1_000).join('');
    const wanted = { what, state: state.iso3, due, owner: actor.slackId, link: null };
    const made = await addFollowUp(desk, wanted, { actor, at, submission: `note:${submission}` });
    return made.kind === 'done' ? `Follow-up ${made.reference} on ${longDate(due)}.` : null;
  }
}

/** Keeps whom one reaches in a State. */
export async function submitContact(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, at, values, submission, metadata } = filled;
  const state = (await readStates(desk.db)).find(({ iso3 }) => iso3 === metadata);
  const [name, office, reach] = [FIELD.name, FIELD.office, FIELD.reach].map((field) => textOf(values, field));
  if (!name) return wrong(filled, FIELD.name, 'Please write a name.');
  if (state === undefined)
    return wrong(filled, FIELD.name, 'This State is not on record; please open the window again.');
  const place = textOf(values, FIELD.place) === 'capital' ? 'capital' : 'geneva';
  const given = { state: state.iso3, place, name, office: office ?? '', reach: reach ?? '' } as const;
  if (!(await addContact(desk, given, { actor, at, submission })))
    return wrong(filled, FIELD.name, (await mayNot(desk, 'keep contacts of States')).text);
  return {
    kind: 'close',
    messages: [
      notice(
        `${name} is kept as a contact of ${inSentence(state.shortName)}.`,
        `All of them: /ccm contacts ${state.shortName}`,
      ),
    ],
  };
}
