import { expect, test } from 'vitest';
import type { MeetingFields, PlannedMeeting } from '../../src/desk/calendar.ts';
import { mergeInvitees } from '../../src/outlook/merge-invitees.ts';
import { reconcile } from '../../src/outlook/reconcile.ts';
import { within } from '../../src/outlook/window.ts';
import { day } from '../../src/treaty/day.ts';
import { NO_FAULTS } from './model/outlook.ts';
import { worldOf } from './model/world.ts';

const FIELDS: MeetingFields = {
  subject: 'Coordinators and ISU: priorities',
  when: { kind: 'timed', start: '2019-11-21T09:00:00Z', end: '2019-11-21T10:00:00Z' },
  place: 'Geneva',
  agenda: '',
  invitees: [],
};
const LATER: MeetingFields['when'] = { kind: 'timed', start: '2019-11-22T13:00:00Z', end: '2019-11-22T14:00:00Z' };
const meeting = (id: string, more: Partial<PlannedMeeting> = {}): PlannedMeeting => ({
  id,
  convention: false,
  fields: FIELDS,
  zone: 'Europe/Zurich',
  online: false,
  repeats: null,
  ...more,
});
const person = (address: string, optional = false) => ({ address, name: '', optional });

async function worldWith(...plans: readonly PlannedMeeting[]) {
  const world = worldOf();
  for (const plan of plans) world.book.meetings.set(plan.id, plan);
  await world.round();
  const idOf = (id: string): string => world.eventsOf(id)[0]?.id ?? '';
  return { ...world, idOf, kinds: () => world.book.heard.map(({ kind }) => kind) };
}

test('a creation whose answer was lost is repeated word for word, and what was changed here meanwhile is sent after it', async () => {
  const world = worldOf();
  world.book.meetings.set('m', meeting('m'));
  await world.round({ ...NO_FAULTS, writes: ['lost_before'] });
  world.book.edit('m', { place: 'Zurich' });
  const base = await world.store.rows();
  const view = { events: [], gone: [], untraceable: [], occurrences: new Map() };
  const { steps } = reconcile({ local: [...world.book.meetings.values()], base, remote: view }, { mayVanish: false });
  expect(steps.map(({ op }) => op)).toMatchObject([
    { kind: 'create', transactionId: 'm:1', fields: { place: 'Geneva' } },
  ]);
  await world.round();
  await world.round();
  expect(world.wrongAtRest()).toEqual([]);
});

test('a reading that Outlook repeats from before the last change is no change', async () => {
  const world = await worldWith(meeting('m'));
  const [old] = world.eventsOf('m');
  world.outlook.edit(world.idOf('m'), { place: 'Bern' });
  await world.round();
  const base = await world.store.rows();
  const remote = { events: old ? [old] : [], gone: [], untraceable: [], occurrences: new Map() };
  expect(reconcile({ local: [...world.book.meetings.values()], base, remote }, { mayVanish: false }).steps).toEqual([]);
  expect(world.book.meetings.get('m')?.fields.place).toBe('Bern');
});

test('what was changed here while the two sides were compared is not overwritten by what was read', async () => {
  const world = await worldWith(meeting('m'));
  world.outlook.edit(world.idOf('m'), { place: 'Bern' });
  const { planned } = world.book;
  world.book.planned = async () => {
    const plans = await planned();
    world.book.planned = planned;
    world.book.edit('m', { place: 'Zurich' });
    return plans;
  };
  // The first look is for the span of time; what is compared is the second.
  const first = world.book.planned;
  world.book.planned = async () => {
    world.book.planned = first;
    return planned();
  };
  await world.round();
  expect(world.book.disputes.get('m place')).toMatchObject({ here: { place: 'Zurich' }, there: { place: 'Bern' } });
  expect(world.book.meetings.get('m')?.fields.place).toBe('Zurich');
});

test('different fields changed on both sides are merged; the same field waits for a person', async () => {
  const world = await worldWith(meeting('m'));
  world.book.edit('m', { subject: 'Needs', place: 'Zurich' });
  world.outlook.edit(world.idOf('m'), { when: LATER, place: 'Bern' });
  await world.round();
  expect(world.eventsOf('m')[0]?.fields).toMatchObject({ subject: 'Needs ', when: LATER, place: 'Bern' });
  expect(world.book.meetings.get('m')?.fields).toMatchObject({ subject: 'Needs', when: LATER, place: 'Zurich' });
  expect(world.kinds().filter((kind) => kind === 'disputed')).toHaveLength(1);
  await world.settle('m', 'place', 'there');
  await world.round();
  expect(world.book.meetings.get('m')?.fields.place).toBe('Bern');
});

test("the dates of the Convention's own meeting are put back, and that is told", async () => {
  const world = await worldWith(meeting('m', { convention: true }));
  world.outlook.edit(world.idOf('m'), { when: LATER, place: 'Bern' });
  await world.round();
  expect(world.eventsOf('m')[0]?.fields.when).toEqual(FIELDS.when);
  expect(world.book.meetings.get('m')?.fields).toMatchObject({ when: FIELDS.when, place: 'Bern' });
  expect(world.book.heard).toContainEqual(
    expect.objectContaining({ kind: 'put_back', field: 'when', there: expect.objectContaining({ when: LATER }) }),
  );
});

test('the text of an online meeting is never sent again', async () => {
  const world = await worldWith(meeting('m', { online: true }));
  world.book.edit('m', { agenda: 'One', place: 'Bern' });
  const sent: unknown[] = [];
  const { send } = world.outlook;
  world.outlook.send = async (writes, answer) => {
    sent.push(...writes);
    await send(writes, answer);
  };
  await world.round();
  expect(sent).toMatchObject([{ kind: 'update', patch: { place: 'Bern' } }]);
  expect(sent).not.toContainEqual(
    expect.objectContaining({ patch: expect.objectContaining({ agenda: expect.anything() }) }),
  );
});

test('deleted in Outlook is asked, not done; changed here since, it is made again at once', async () => {
  const world = await worldWith(meeting('kept'), meeting('changed'));
  for (const id of ['kept', 'changed']) world.outlook.remove(world.idOf(id));
  world.book.edit('changed', { place: 'Bern' });
  await world.round();
  expect([...world.book.deleted]).toEqual(['kept']);
  expect(world.eventsOf('changed').map(({ transactionId }) => transactionId)).toEqual(['changed:2']);
  await world.decide('here', true);
  await world.round();
  expect(world.eventsOf('kept').map(({ transactionId }) => transactionId)).toEqual(['kept:2']);
});

test('when most meetings have gone at once nothing is done until a person has looked', async () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const world = await worldWith(...ids.map((id) => meeting(id)));
  for (const id of ids) world.outlook.remove(world.idOf(id));
  world.book.edit('a', { place: 'Bern' });
  for (const _ of [1, 2])
    expect(await world.round()).toEqual({ kind: 'trouble', trouble: { kind: 'vanished', gone: 5, of: 5 } });
  expect(world.kinds()).not.toContain('deleted');
  await world.decide('here', true);
  await world.round();
  expect([...world.book.deleted].sort()).toEqual(['b', 'c', 'd', 'e']);
});

test('a series is made and cancelled as a whole, and what is changed in it there is not sent back', async () => {
  const series = meeting('m', { repeats: { every: 'week', interval: 1, until: day('2019-12-19') } });
  const world = await worldWith(series);
  world.outlook.edit(world.idOf('m'), { when: LATER });
  world.book.edit('m', { place: 'Bern' });
  await world.round();
  expect(world.eventsOf('m')[0]?.fields).toMatchObject({ when: LATER, place: 'Geneva' });
  world.book.meetings.clear();
  await world.round();
  expect(world.outlook.events.size).toBe(0);
});

test('more invitees than Outlook takes are refused before they are sent, once', async () => {
  const invitees = Array.from({ length: 600 }, (_, at) => person(`p${at}@example.org`));
  const world = await worldWith(meeting('m', { fields: { ...FIELDS, invitees } }));
  await world.round();
  expect(world.book.heard).toEqual([{ meeting: 'm', kind: 'refused', why: 'too_many_invitees', code: '' }]);
  world.book.edit('m', { invitees: [] });
  await world.round();
  expect(world.wrongAtRest()).toEqual([]);
});

test('invitees added and taken out on either side are merged person by person', () => {
  const [a, b, c, d] = ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'].map((address) => person(address)) as [
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
    ReturnType<typeof person>,
  ];
  const agreed = { here: [a, b], there: [a, b] };
  expect(mergeInvitees([a, b, c], [b, d], agreed)).toEqual([b, c, d]);
  expect(mergeInvitees([b], [a, b, d], agreed)).toEqual([b, d]);
  expect(mergeInvitees([a, b], [person('A@X.org', true), b], agreed)).toEqual([person('A@X.org', true), b]);
});

test('the comparison is the same whatever the order of what it is given, and changes nothing of it', async () => {
  const world = await worldWith(meeting('a'), meeting('b'), meeting('c'));
  for (const id of ['a', 'b', 'c']) world.outlook.edit(world.idOf(id), { place: 'Bern' });
  world.book.edit('b', { place: 'Zurich' });
  const [local, base, events] = [
    [...world.book.meetings.values()],
    await world.store.rows(),
    [...world.outlook.events.values()],
  ];
  const view = { gone: [], untraceable: [], occurrences: new Map() };
  const before = structuredClone({ local, base, events });
  const one = reconcile({ local, base, remote: { ...view, events } }, { mayVanish: false });
  const other = reconcile(
    { local: local.toReversed(), base: base.toReversed(), remote: { ...view, events: events.toReversed() } },
    { mayVanish: false },
  );
  expect(one.steps).toHaveLength(3);
  expect(other).toEqual(one);
  expect({ local, base, events }).toEqual(before);
});

test('an event belongs to the window that it overlaps: an end at its beginning and a beginning at its end are outside', () => {
  const window = { from: '2019-11-18T00:00:00Z', until: '2020-03-29T01:00:00Z' };
  const timed = (start: string, end: string) => within({ kind: 'timed', start, end }, window);
  expect(timed('2019-11-17T23:00:00Z', '2019-11-18T00:00:00Z')).toBe(false);
  expect(timed('2019-11-17T23:00:00Z', '2019-11-18T00:00:01Z')).toBe(true);
  expect(timed('2020-03-29T00:59:59Z', '2020-03-29T03:00:00Z')).toBe(true);
  expect(timed('2020-03-29T01:00:00Z', '2020-03-29T03:00:00Z')).toBe(false);
});
