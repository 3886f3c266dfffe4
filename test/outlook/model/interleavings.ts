import fc from 'fast-check';
import type { MeetingFields, MeetingTime, PlannedMeeting } from '../../../src/desk/calendar.ts';
import { day } from '../../../src/treaty/day.ts';
import type { Faults } from './outlook.ts';
import { type World, worldOf } from './world.ts';

const TIMES: readonly MeetingTime[] = [
  { kind: 'timed', start: '2019-11-21T09:00:00Z', end: '2019-11-21T10:00:00Z' },
  { kind: 'timed', start: '2019-11-22T13:00:00Z', end: '2019-11-22T14:00:00Z' },
  { kind: 'days', first: day('2020-06-29'), last: day('2020-07-02') },
  // Beyond every window that is read.
  { kind: 'timed', start: '2031-01-06T09:00:00Z', end: '2031-01-06T10:00:00Z' },
];
const person = fc.record({
  address: fc.constantFrom('a@example.org', 'B@example.org', 'c@example.org'),
  name: fc.constantFrom('A', 'B'),
  optional: fc.boolean(),
});
const change: fc.Arbitrary<Partial<MeetingFields>> = fc.oneof(
  fc.record({ subject: fc.constantFrom('Priorities', 'Needs', 'Plan') }),
  fc.record({ when: fc.constantFrom(...TIMES) }),
  fc.record({ place: fc.constantFrom('Geneva', 'Zurich', 'Geneva ') }),
  fc.record({ agenda: fc.constantFrom('One\ntwo', 'One\n\ntwo', 'Three') }),
  fc.record({ invitees: fc.uniqueArray(person, { maxLength: 3, selector: ({ address }) => address }) }),
);
const meeting = fc.integer({ min: 0, max: 5 }).map((number) => `meeting:${number}`);
const faults: fc.Arbitrary<Faults> = fc.record({
  writes: fc.array(fc.constantFrom('none', 'lost_before', 'lost_after', 'refused_once'), { maxLength: 6 }),
  looks: fc.array(fc.constantFrom('none', 'lost'), { maxLength: 6 }),
  reset: fc.boolean(),
  partial: fc.boolean(),
  shuffle: fc.boolean(),
  replay: fc.boolean(),
});

type Act =
  | { act: 'plan'; meeting: string; convention: boolean; online: boolean; change: Partial<MeetingFields> }
  | { act: 'edit here' | 'edit there'; meeting: string; change: Partial<MeetingFields> }
  | { act: 'cancel' | 'delete there' | 'copy there'; meeting: string }
  | { act: 'round'; faults: Faults; crashAt: number }
  | { act: 'decide'; keep: 'here' | 'there'; again: boolean };

const ACTS: fc.Arbitrary<Act[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        act: fc.constant('plan' as const),
        meeting,
        convention: fc.boolean(),
        online: fc.boolean(),
        change,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({ act: fc.constantFrom('edit here' as const, 'edit there' as const), meeting, change }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constantFrom('cancel' as const, 'delete there' as const, 'copy there' as const),
        meeting,
      }),
    },
    {
      weight: 4,
      arbitrary: fc.record({
        act: fc.constant('round' as const),
        faults,
        crashAt: fc.oneof(fc.constant(9999), fc.integer({ min: 1, max: 12 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        act: fc.constant('decide' as const),
        keep: fc.constantFrom('here' as const, 'there' as const),
        again: fc.boolean(),
      }),
    },
  ),
  { minLength: 3, maxLength: 24 },
);

const PLAIN: MeetingFields = {
  subject: 'Meeting',
  when: { kind: 'timed', start: '2019-11-20T09:00:00Z', end: '2019-11-20T10:00:00Z' },
  place: '',
  agenda: '',
  invitees: [],
};

async function perform(world: World, act: Act): Promise<void> {
  const { book, outlook } = world;
  if (act.act === 'round') await world.round(act.faults, act.crashAt);
  else if (act.act === 'decide') await world.decide(act.keep, act.again);
  else if (act.act === 'plan') {
    const plan: PlannedMeeting = {
      ...act,
      id: act.meeting,
      fields: { ...PLAIN, ...act.change },
      zone: 'Europe/Zurich',
      repeats: null,
    };
    if (!book.meetings.has(plan.id)) book.meetings.set(plan.id, plan);
  } else if (act.act === 'edit here') book.edit(act.meeting, act.change);
  else if (act.act === 'cancel') {
    book.meetings.delete(act.meeting);
    world.ledger.forget(act.meeting);
  } else {
    const id = world.eventsOf(act.meeting)[0]?.id ?? '';
    if (act.act === 'edit there') outlook.edit(id, act.change);
    else if (act.act === 'copy there') outlook.copy(id);
    else outlook.remove(id);
  }
}

/** Rounds without faults, persons answering in between, until nothing is left; fails when that takes too long. */
async function rest(world: World): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) {
    const outcome = await world.round();
    await world.decide(turn % 2 === 0 ? 'here' : 'there', turn < 6);
    const before = world.book.heard.length;
    const { writes } = world.outlook.requests;
    const last = await world.round();
    const quiet = world.book.heard.length === before && world.outlook.requests.writes === writes;
    if (outcome !== 'crashed' && last !== 'crashed' && last.kind === 'done' && !last.left && quiet) return;
  }
  throw new Error('It does not come to rest.');
}

/**
 * Whatever persons do on both sides, and whatever goes wrong between them: in the end each meeting stands in Outlook once, with equal
 * fields, nothing was overwritten in silence, and a round in which nothing has happened is one request.
 */
export async function checkInterleavings(runs: number, seed?: number): Promise<void> {
  await fc.assert(
    fc.asyncProperty(ACTS, async (acts) => {
      const world = worldOf();
      for (const act of acts) await perform(world, act);
      await rest(world);
      const wrong = world.wrongAtRest();
      if (wrong.length > 0) throw new Error(wrong.join('; '));
      const before = { ...world.outlook.requests };
      const heard = world.book.heard.length;
      await world.round();
      const { reads, looks, writes } = world.outlook.requests;
      if (reads !== before.reads + 1 || looks !== before.looks || writes !== before.writes)
        throw new Error('A quiet round asks more than once.');
      if (world.book.heard.length !== heard) throw new Error('A quiet round tells something.');
    }),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  );
}
