import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateOf } from '../../src/db/days.ts';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import {
  COORDINATION,
  directOf,
  ISU,
  type Journey,
  MONTENEGRO,
  NETHERLANDS,
  OBSERVER,
  startJourney,
} from '../setup/desk.ts';
import { moveTo as movedTo } from '../setup/moved.ts';
import { wordsIn, wordsOf } from '../setup/shown.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

/** What had been said to each before the test. */
const known = new Map<string, number>();
beforeEach(async () => {
  const { db } = journey.database;
  const nothing = { awayUntil: null, standInId: null };
  await db.person.updateMany({ data: nothing });
  await db.roleHolding.updateMany({ data: { until: null } });
  await db.$transaction([
    db.reminderRung.deleteMany(),
    db.reminderRun.deleteMany(),
    db.follow.deleteMany(),
    db.followUp.deleteMany(),
    db.delivery.deleteMany({ where: { card: null } }),
  ]);
  await db.$executeRaw`ALTER SEQUENCE "FollowUp_number_seq" RESTART`;
  journey.sandbox.move({ now: '2019-11-18T08:30:00+01:00' });
  for (const as of [MONTENEGRO, NETHERLANDS, ISU, OBSERVER]) known.set(as, allTold(as).length);
});

const moveTo = (now: string): Promise<void> => movedTo(journey, now);
/** What the desk has said to a person by itself. */
const allTold = (as: string): readonly SeenMessage[] =>
  (journey.see(as).messages[directOf(as)] ?? []).filter(({ author, ephemeral }) => author.kind === 'app' && !ephemeral);
const told = (as = MONTENEGRO): readonly SeenMessage[] => allTold(as).slice(known.get(as) ?? 0);
const words = (message: SeenMessage | undefined): string => wordsIn(message?.blocks ?? []);
const said = async (command: string, as = MONTENEGRO): Promise<string> =>
  (await journey.command(command, as)).messages.map(wordsOf).join('\n');

describe('the dates of the States that somebody follows', () => {
  it('come at 09:00 their time, in one message, with what was announced and what was not', async () => {
    expect(await said('follow Lebanon')).toContain('You follow Lebanon.');
    await said('follow Peru');
    await moveTo('2019-11-25T08:59:59+01:00');
    expect(told()).toEqual([]);
    await moveTo('2019-11-25T09:00:00+01:00');
    await Promise.all([journey.queue.look(), journey.queue.look()]);
    await moveTo('2019-11-25T09:05:00+01:00');
    expect(told()).toHaveLength(1);
    const [reminder] = told();
    expect(words(reminder)).toContain(
      '*90 days: extension requests for the Second Review Conference, by Sun 23 Feb 2020*\nYou follow *Lebanon* (announced at 8MSP, not received) and *Peru* (nothing on record). Only if more time is needed.',
    );
    expect(words(reminder)).toContain('Nothing to do\n');
    expect(words(reminder)).not.toContain('the desk was away');
    expect(reminder?.text).toContain('Lebanon (announced at 8MSP, not received)');
    expect(told(NETHERLANDS)).toEqual([]);
    expect(told(OBSERVER)).toEqual([]);
    expect(await said('state Lebanon', ISU)).toContain('followed by: Coordinator (Montenegro)');

    await journey.press('Remind me in a week');
    expect(words(told()[0])).toContain('You are reminded again in a week');
    await moveTo('2019-11-29T10:00:00+01:00');
    expect(told()).toHaveLength(1);
    await moveTo('2019-12-02T09:00:00+01:00');
    expect(told()).toHaveLength(2);
    expect(words(told()[1])).toContain('*83 days: extension requests');
    await journey.press('Nothing to do');
    expect(words(told()[1])).toContain('Noted, nothing to do');
    await moveTo('2020-01-24T09:00:00+01:00');
    expect(words(told()[2])).toContain('*30 days: extension requests');
  });

  it('are told once and as late after a year in which the desk was away', async () => {
    await said('follow Lebanon');
    await moveTo('2020-02-18T11:00:00+01:00');
    expect(told()).toHaveLength(1);
    expect(words(told()[0])).toContain('*5 days: extension requests');
    expect(words(told()[0])).toContain('was due 31 Jan 2020, the desk was away');
    await moveTo('2019-11-20T09:00:00+01:00');
    await moveTo('2020-02-18T12:00:00+01:00');
    expect(told()).toHaveLength(1);
    await moveTo('2021-02-18T12:00:00+01:00');
    expect(told().length).toBeLessThanOrEqual(2);
  });

  it('wait for a working day, and come at nine by the wall on the Monday after the clocks were changed', async () => {
    await said('followups add call Peru by 30 March 2020');
    const form = journey.form();
    await form.submit();
    await moveTo('2020-03-28T12:00:00+01:00');
    const before = told().length;
    await moveTo('2020-03-30T08:59:59+02:00');
    expect(told()).toHaveLength(before);
    await moveTo('2020-03-30T09:00:00+02:00');
    expect(told()).toHaveLength(before + 1);
    expect(words(told().at(-1))).toContain('F1 · call Peru · Mon 30 Mar, today');
  });

  it('go to whoever stands in while somebody is away, and to nobody whose role has ended', async () => {
    const { db } = journey.database;
    await said('follow Lebanon');
    await said('follow Peru', ISU);
    await journey.command('digest subscribe');
    const form = journey.form();
    form.type('Away until', '2019-11-29');
    await form.submit();
    expect(form.errors()).toEqual({ 'Who stands in': 'Please choose who stands in for you.' });
    await form.choose('Who stands in', 'Coordinator (Netherlands)');
    await form.submit();
    expect((await db.person.findUniqueOrThrow({ where: { slackId: MONTENEGRO } })).standInId).toBe(NETHERLANDS);
    await db.roleHolding.updateMany({ where: { slackId: ISU }, data: { until: dateOf('2019-11-20') } });
    await moveTo('2019-11-25T09:00:00+01:00');
    expect([told().length, told(ISU).length, told(NETHERLANDS).length]).toEqual([0, 0, 1]);
    expect(words(told(NETHERLANDS)[0])).toContain('*Lebanon*');
    expect(words(told(NETHERLANDS)[0])).toContain('you stand in for Coordinator (Montenegro)');
    await moveTo('2019-12-02T09:00:00+01:00');
    expect(told()).toEqual([]);
  });

  it('are passed on to another member, who follows the State from then on', async () => {
    await said('follow Lebanon');
    await moveTo('2019-11-25T09:00:00+01:00');
    const [menu] = wordsIn(told()[0]?.blocks ?? []).match(/Pass on to…/) ?? [];
    expect(menu).toBe('Pass on to…');
    await journey.press('Why this message?');
    expect(journey.see(MONTENEGRO).messages[directOf(MONTENEGRO)]?.map(wordsOf).join('\n')).toContain(
      '90, 30, 7 and 1 days',
    );
    await journey.press('Pass on to…');
    const form = journey.form();
    expect(JSON.stringify(journey.modal().blocks)).not.toContain('Observer');
    await form.choose('Person', 'Coordinator (Netherlands)');
    await form.submit();
    await moveTo('2019-11-25T10:00:00+01:00');
    expect(words(told(NETHERLANDS)[0])).toContain(
      'Coordinator (Montenegro) passed on to you:* Lebanon, extension request',
    );
    expect(await said('follow')).not.toContain('Lebanon');
    await moveTo('2020-01-24T09:00:00+01:00');
    expect(words(told(NETHERLANDS).at(-1))).toContain('*30 days: extension requests');
    expect(told().map(words).join('\n')).not.toContain('*30 days');
  });
});

describe('a request that stands at relayed without an answer', () => {
  it('is asked about of its owner alone, two weeks later and again after two, until an answer is on record', async () => {
    const { db } = journey.database;
    const lebanon = { reference: 'AR-2018-005' };
    const { id } = await db.assistanceRequest.findUniqueOrThrow({ where: lebanon });
    await db.assistanceRequest.update({ where: lebanon, data: { status: 'relayed', ownerId: MONTENEGRO } });
    const by = { by: MONTENEGRO, byName: 'Coordinator (Montenegro)', through: 'the card' };
    const moved = { id: 'relayed-1', requestId: id, at: new Date('2019-11-18T10:00:00+01:00') };
    await db.requestHistory.create({ data: { ...moved, ...by, what: 'moved', before: 'Accepted', after: 'Relayed' } });
    await moveTo('2019-11-29T09:00:00+01:00');
    expect(told()).toEqual([]);
    await moveTo('2019-12-02T09:00:00+01:00');
    expect(told()).toHaveLength(1);
    expect(words(told()[0])).toContain(
      'AR-2018-005 stands at relayed since 18 Nov 2019, 14 days ago: no answer is on record.',
    );
    expect(told(NETHERLANDS)).toEqual([]);
    await moveTo('2019-12-09T09:00:00+01:00');
    expect(told()).toHaveLength(1);
    await moveTo('2019-12-16T09:00:00+01:00');
    expect(words(told()[1])).toContain('28 days ago: no answer is on record.');
    await db.assistanceRequest.update({ where: lebanon, data: { status: 'responded' } });
    await moveTo('2019-12-30T09:00:00+01:00');
    expect(told()).toHaveLength(2);
    await db.assistanceRequest.update({ where: lebanon, data: { status: 'logged', ownerId: null } });
  });
});

describe('who may follow a State', () => {
  it('is a member of the desk, and nobody their own', async () => {
    expect(await said('follow Peru', OBSERVER)).toContain('Coordinators, the ISU and admins can follow a State');
    expect(await said('follow Montenegro')).toContain('Nobody handles their own State');
    expect(await said('follow', NETHERLANDS)).toContain('You follow Montenegro. Montenegro: from your role.');
    expect(await said('follow Atlantis')).toContain('No State called “Atlantis” is on record');
    expect(await said('follow Congo')).toContain('may be');
    expect(await journey.database.db.follow.count()).toBe(0);
    await said('follow Peru');
    expect(await said('follow Peru')).toContain('You follow Peru already');
    expect(await said('unfollow Peru')).toContain('You no longer follow Peru');
  });

  it('is divided from App Home among the members', async () => {
    await journey.openHome();
    const home = () => wordsIn(journey.see().home?.blocks ?? []);
    expect(home()).toContain('*Nobody follows* Bosnia and Herzegovina, Bulgaria, Chile, Lebanon, Peru · 23 Feb 2020');
    await journey.press('Divide');
    const form = journey.form();
    await form.choose('Lebanon', 'Coordinator (Netherlands)');
    await form.choose('Peru', 'Coordinator (Montenegro)');
    await form.submit();
    await moveTo('2019-11-18T10:00:00+01:00');
    expect(words(told(NETHERLANDS)[0])).toContain('Coordinator (Montenegro) asks you to follow Lebanon');
    await journey.openHome();
    expect(home()).toContain('*Nobody follows* Bosnia and Herzegovina, Bulgaria, Chile · 23 Feb 2020');
  });
});

describe('a follow-up', () => {
  it('is made from a message, told three days and a day before and on the day, and done', async () => {
    await journey.act({ act: 'message', as: ISU, channel: COORDINATION, text: 'Please ask Peru for its plan.' });
    const { ts } = journey.last(COORDINATION);
    await journey.shownAfter({
      act: 'shortcut',
      as: MONTENEGRO,
      callbackId: 'followups:add_message',
      channel: COORDINATION,
      ts,
    });
    const form = journey.form();
    expect(form.holds()).toMatchObject({ 'What is to be done': 'Please ask Peru for its plan.', State: 'Peru' });
    await form.submit();
    expect(form.errors()).toHaveProperty('Due');
    form.type('Due', '2019-11-01');
    await form.submit();
    expect(form.errors()['Due']).toContain('This day has passed');
    form.type('Due', '2019-11-28');
    await form.submit();
    for (const [now, count] of [
      ['2019-11-22T09:00:00+01:00', 0],
      ['2019-11-25T09:00:00+01:00', 1],
      ['2019-11-27T09:00:00+01:00', 2],
      ['2019-11-28T09:00:00+01:00', 3],
    ] as const) {
      await moveTo(now);
      expect(told()).toHaveLength(count);
    }
    expect(words(told()[2])).toContain('F1 · Please ask Peru for its plan. · Thu 28 Nov, today');
    await journey.press('Done');
    expect(await said('followups')).toContain('You have no follow-up.');
  });

  it('is given to another, moved, and passed on by words; never to somebody outside the desk', async () => {
    await said('followups add call the ministry by 3 Dec for <@U0NETHERLANDS>');
    await journey.form().submit();
    await moveTo('2019-11-18T10:00:00+01:00');
    expect(words(told(NETHERLANDS)[0])).toContain('gave you a follow-up:* call the ministry · Tue 3 Dec');
    expect(await said('followups all')).toContain(
      '*F1* · call the ministry · Tue 3 Dec, 15 days · Coordinator (Netherlands)',
    );
    expect(await said('followups later F1 10 Dec', NETHERLANDS)).toContain('Tue 10 Dec');
    expect(await said('followups later F1 31 June 2020', NETHERLANDS)).toContain('There is no 31 June 2020');
    expect(await said('followups pass F1 <@U0OBSERVER>', NETHERLANDS)).toContain('sends nothing to them');
    expect(await said('followups pass F1 <@U0ISU>', NETHERLANDS)).toContain('F1 is kept');
    expect(await said('followups done F1', ISU)).toContain('F1 is done.');
    expect(await said('followups done F1', ISU)).toContain('It is done already');
    expect(await said('followups', OBSERVER)).toContain('Coordinators, the ISU and admins can keep follow-ups');
  });
});
