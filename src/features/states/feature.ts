import type { Message } from '../../blocks/message.ts';
import type { Db } from '../../db/client.ts';
import { readRecordedEvents } from '../../db/read/recorded-events.ts';
import { readRecordedReports } from '../../db/read/recorded-reports.ts';
import type { StateRow } from '../../db/read/rows.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Feature } from '../../desk/describe.ts';
import { textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { takeAsOf } from '../../questions/written-date.ts';
import { type Day, parseDay } from '../../treaty/day.ts';
import { publicStateCard, type StateOn, stateCard } from './card.ts';
import { menuAction } from './menu.ts';
import { AS_OF, AS_OF_DAY, cardModal, LOOK_UP, lookUpModal, NAME } from './modal.ts';
import { readStateOn, withDiary } from './read.ts';
import { sourcesCard } from './sources.ts';
import { nameAState, noSuchState, SHOW, whichState } from './which.ts';

type Found =
  | { kind: 'state'; on: StateOn }
  | { kind: 'nothing' }
  | { kind: 'no_such_day'; text: string }
  | { kind: 'several'; name: string; states: readonly StateRow[] }
  | { kind: 'unknown'; name: string; nearest: readonly StateRow[] };

/** The card of one State: standing, obligations, what comes next, what it asked for; as of any day. */
export const statesFeature = (desk: RecordDesk): Feature => {
  const { db, clock } = desk;
  const look = async (text: string): Promise<Found> => lookFor(db, text, deskToday(clock));
  const cardOf = async (on: StateOn, actor: Actor): Promise<Message> =>
    stateCard(await withDiary(db, on, actor), actor);
  const showCode = async (iso3: string, asOf: Day, render: (on: StateOn) => Reply | Promise<Reply>): Promise<Reply> => {
    const on = await readStateOn(db, iso3, asOf, deskToday(clock));
    return on === null ? say(noSuchState(iso3, [])) : render(on);
  };
  const sources = async (actor: Actor, value: string): Promise<Reply> => {
    const [iso3 = '', day = ''] = value.split(' ');
    const recorded = { events: await readRecordedEvents(db, iso3), reports: await readRecordedReports(db, iso3) };
    return showCode(iso3, parseDay(day) ?? deskToday(clock), (on) => say(sourcesCard(on, actor, recorded)));
  };
  return {
    name: 'states',
    commands: [
      {
        verb: 'state',
        also: ['states'],
        usage: '[State] [as of date]',
        example: 'state Lebanon',
        about: 'One State: standing, obligations, what comes next, what it asked for.',
        shown: 'first',
        run: async ({ actor, text, place }) => {
          const found = await look(text);
          if (found.kind === 'state')
            return say(place.public ? publicStateCard(found.on) : await cardOf(found.on, actor));
          return say(notFound(found));
        },
      },
    ],
    actions: [
      ...SHOW.map((id) => ({
        id,
        run: ({ actor, value }: { actor: Actor; value: string }) =>
          showCode(value, deskToday(clock), async (on) => say(await cardOf(on, actor))),
      })),
      {
        id: 'states:sources',
        run: ({ actor, value }) => sources(actor, value),
      },
      menuAction(desk),
      { id: LOOK_UP, run: async () => ({ kind: 'modal', modal: lookUpModal() }) },
    ],
    submissions: [
      {
        id: LOOK_UP,
        submit: async ({ actor, values }) => {
          const typed = values[NAME]?.[NAME];
          const found = await look(typeof typed === 'string' ? typed : '');
          if (found.kind === 'state') return cardReply(found.on.state.shortName, await cardOf(found.on, actor));
          return { kind: 'errors', errors: { [NAME]: notFound(found).text } };
        },
      },
      {
        id: AS_OF,
        submit: async ({ actor, values, metadata }) => {
          const day = asOfDay(textOf(values, AS_OF_DAY), deskToday(clock));
          if (!day.ok) return { kind: 'errors', errors: { [AS_OF_DAY]: day.problem } };
          return showCode(metadata, day.value, async (on) => cardReply(on.state.shortName, await cardOf(on, actor)));
        },
      },
    ],
  };
};

const cardReply = (title: string, card: Message): Reply => ({
  kind: 'modal',
  modal: cardModal(title, card),
  carries: card.carries,
});

/** The day that was typed, of a month or a year the last one. */
function asOfDay(typed: string, today: Day): { ok: true; value: Day } | { ok: false; problem: string } {
  const text = typed.replace(/^as of\s+/i, '');
  const taken = takeAsOf(`as of ${text}`, today);
  if (taken.kind === 'no_such_day') return { ok: false, problem: `There is no ${taken.text} in the calendar.` };
  return taken.asOf === null || taken.rest !== ''
    ? { ok: false, problem: `“${text}” cannot be read as a date. For example: 18 Nov 2019.` }
    : { ok: true, value: taken.asOf };
}

function notFound(found: Exclude<Found, { kind: 'state' }>) {
  switch (found.kind) {
    case 'nothing':
      return nameAState();
    case 'no_such_day':
      return notice(`There is no ${found.text} in the calendar.`, 'Please give a date that exists, as 4 Sep 2020.');
    case 'several':
      return whichState(found.name, found.states);
    case 'unknown':
      return noSuchState(found.name, found.nearest);
  }
}

/** The State that `text` names, as known on the day it names or today. */
async function lookFor(db: Db, text: string, today: Day): Promise<Found> {
  const taken = takeAsOf(text, today);
  if (taken.kind === 'no_such_day') return taken;
  const name = taken.rest.replace(/[,;?.!]+$/, '').trim();
  if (name === '') return { kind: 'nothing' };
  const states = await readStates(db);
  const byCode = (codes: readonly string[]): readonly StateRow[] =>
    codes.flatMap((iso3) => states.find((state) => state.iso3 === iso3) ?? []);
  const found = findState(nameBook(states), name);
  if (found.kind === 'several') return { kind: 'several', name, states: byCode(found.states) };
  if (found.kind === 'unknown') return { kind: 'unknown', name, nearest: byCode(found.nearest) };
  const on = await readStateOn(db, found.state, taken.asOf ?? today, today);
  return on === null ? { kind: 'unknown', name, nearest: [] } : { kind: 'state', on };
}
