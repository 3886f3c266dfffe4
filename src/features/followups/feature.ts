import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, ShortcutUse } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { dayIn } from '../../desk/time.ts';
import { nameBook } from '../../questions/names.ts';
import { FOLLOW_UP } from '../meetings/use-cases.ts';
import { mayNot } from '../people/use-cases.ts';
import { ADD, DONE, LIST, MENU } from './card.ts';
import { ofMenu, ofOne, showList } from './change.ts';
import { followUpsAtHome } from './home.ts';
import { addModal, type Draft, FIELD, FORM, LONGEST_WHAT, TITLE } from './modal.ts';
import { parseFollowUps, type Read, readFollowUp } from './parse.ts';
import { carried, submitAdd, submitLater, submitPass } from './submit.ts';
import { membersOf } from './use-cases.ts';

const WHAT = 'keep follow-ups';

/** What persons of the desk are to do by a day: kept, told in time, done, moved, passed on. */
export function followUpsFeature(desk: RecordDesk): Feature {
  const { db } = desk;

  const draftOf = async (actor: Actor, read: Read, link: string | null, meeting: string | null): Promise<Draft> => {
    const state = (await readStates(db)).find(({ iso3 }) => iso3 === read.state);
    return {
      what: [...read.what].slice(0, LONGEST_WHAT).join(''),
      state: state === undefined ? null : { iso3: state.iso3, name: state.shortName },
      due: read.due,
      owner: read.person ?? actor.slackId,
      link,
      meeting,
      remark: read.noSuchDay === null ? null : `There is no ${read.noSuchDay} in the calendar: please choose the day.`,
    };
  };
  const window = async (
    actor: Actor,
    read: Read,
    link: string | null,
    meeting: string | null = null,
  ): Promise<Reply> =>
    may(actor, 'handle_request')
      ? { kind: 'modal', modal: addModal(await draftOf(actor, read, link, meeting), await membersOf(desk)) }
      : say(await mayNot(desk, WHAT));

  const run = async (asking: Asking): Promise<Reply> => {
    const { actor, text, at } = asking;
    if (!may(actor, 'handle_request')) return say(await mayNot(desk, WHAT));
    const typed = parseFollowUps(text, nameBook(await readStates(db)), dayIn(actor.zone, at));
    switch (typed.kind) {
      case 'list':
        return showList(desk, asking, typed.all);
      case 'add':
        return window(actor, typed, null);
      case 'unknown':
        // Whatever else was typed is most likely what is to be done.
        return window(actor, readFollowUp(text, nameBook(await readStates(db)), dayIn(actor.zone, at)), null);
      default:
        return ofOne(desk, asking, typed);
    }
  };

  const fromMessage = async ({ actor, at, message }: ShortcutUse): Promise<Reply> => {
    const book = nameBook(await readStates(db));
    const read = readFollowUp(message?.text ?? '', book, dayIn(actor.zone, at));
    // A message says what is to be done in its own words, dates and names included.
    return window(
      actor,
      { ...read, what: message?.text ?? '', person: null, noSuchDay: null },
      message?.permalink ?? null,
    );
  };

  const empty: Read = { what: '', state: null, due: null, person: null, noSuchDay: null };
  return {
    name: 'followups',
    commands: [
      {
        verb: 'followups',
        also: ['followup', 'follow-up', 'follow-ups'],
        usage: '[add … by date | done F… | later F… date | pass F… @person | all]',
        example: 'followups add call the ministry of Peru by 3 Dec',
        about: 'What you are to do by a day: reminded 3 days and 1 day before and on the day.',
        shown: 'more',
        needs: 'handle_request',
        alone: true,
        run,
      },
    ],
    shortcuts: [
      {
        id: 'followups:add_message',
        kind: 'message',
        name: 'Add follow-up',
        about: 'Keeps this message as something to be done by a day.',
        opens: TITLE,
        run: fromMessage,
      },
    ],
    actions: [
      { id: ADD, opens: TITLE, run: ({ actor }) => window(actor, empty, null) },
      { id: FOLLOW_UP, opens: TITLE, run: ({ actor, value }) => window(actor, empty, null, value) },
      { id: LIST, run: (press) => showList(desk, press, false) },
      { id: MENU, run: (press) => ofMenu(desk, press) },
      { id: DONE, run: (press) => ofMenu(desk, { ...press, value: `done ${press.value}` }) },
    ],
    submissions: [
      { id: FORM.add, carries: carried, submit: (filled) => submitAdd(desk, filled) },
      { id: FORM.later, submit: (filled) => submitLater(desk, filled) },
      { id: FORM.pass, submit: (filled) => submitPass(desk, filled) },
    ],
    options: [{ action: FIELD.state, options: async (typed) => stateChoices(await readStates(db), typed) }],
    home: [followUpsAtHome(desk)],
  };
}
