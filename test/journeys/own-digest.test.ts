import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dateOf } from '../../src/db/days.ts';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import {
  DEADLINES,
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
  journey = await startJourney({ admins: [ISU] });
});
afterAll(() => journey.stop());

const known = new Map<string, number>();
const allIn = (channel: string, as: string): readonly SeenMessage[] =>
  (journey.see(as).messages[channel] ?? []).filter(({ author, ephemeral }) => author.kind === 'app' && !ephemeral);
const newIn = (channel: string, as: string) => allIn(channel, as).slice(known.get(channel) ?? 0);
const told = (as = MONTENEGRO) => newIn(directOf(as), as);
const posted = () => newIn(DEADLINES, ISU);
const words = (message: SeenMessage | undefined): string => wordsIn(message?.blocks ?? []);
const said = async (command: string, as = MONTENEGRO): Promise<string> =>
  (await journey.command(command, as)).messages.map(wordsOf).join('\n');
const moveTo = (now: string): Promise<void> => movedTo(journey, now);
const begin = '2019-11-18T09:30:00+01:00';

beforeEach(async () => {
  const { db } = journey.database;
  await db.person.updateMany({ data: { awayUntil: null, standInId: null } });
  await db.roleHolding.updateMany({ data: { until: null } });
  await db.$transaction([
    db.reminderRung.deleteMany(),
    db.reminderRun.deleteMany(),
    db.follow.deleteMany(),
    db.followUp.deleteMany(),
    db.savedQuestion.deleteMany(),
    db.digestRun.deleteMany(),
    db.subscription.deleteMany({ where: { channel: { not: DEADLINES } } }),
    db.subscription.updateMany({
      data: { weekday: 1, time: '08:00', since: new Date(begin), pausedAt: null, confirmedBy: 'sandbox' },
    }),
    db.said.deleteMany(),
    db.delivery.deleteMany({ where: { card: null } }),
  ]);
  journey.sandbox.move({ now: begin });
  for (const as of [MONTENEGRO, NETHERLANDS, ISU, OBSERVER]) known.set(directOf(as), allIn(directOf(as), as).length);
  known.set(DEADLINES, allIn(DEADLINES, ISU).length);
});

/** Opens the form and has it ask for one's own dates. */
async function subscribe(as = MONTENEGRO) {
  await journey.command('digest subscribe', as);
  const form = journey.form(as);
  await form.choose(
    'My weekly digest, as a direct message',
    'The dates of the States that I follow, and my follow-ups',
  );
  return form;
}

describe('a digest of one’s own', () => {
  it('comes as a direct message in one’s own zone, with one’s States and follow-ups alone', async () => {
    await said('follow Lebanon');
    await journey.command('followups add ask for the survey plan by 5 Dec');
    await journey.form().submit();
    const form = await subscribe();
    expect(form.holds()).toMatchObject({ Day: 'Monday', 'Time zone': 'Europe/Podgorica' });
    form.type('Time zone', 'Europe/Atlantis');
    await form.submit();
    expect(form.errors()).toEqual({ 'Time zone': 'There is no such time zone. For example: Europe/Zurich' });
    expect(form.holds()).toMatchObject({ 'Time zone': 'Europe/Atlantis' });
    form.type('Time zone', 'America/New_York');
    await form.submit();
    expect(await said('digest list')).toContain('my States and follow-ups · every Monday at 08:00 (America/New_York)');
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(told().map(words).join('\n')).toContain('was due Mon 18 Nov 2019, the desk was away');
    const before = told().length;
    await moveTo('2019-11-25T07:59:59-05:00');
    await moveTo('2019-11-25T08:00:00-05:00');
    expect(told()).toHaveLength(before + 2);
    const own =
      told()
        .map(words)
        .find((text) => text.includes('*Yours*')) ?? '';
    expect(own).toContain('• *F1* · ask for the survey plan · Thu 5 Dec, 10 days');
    expect(own).toContain('You follow Lebanon and the Netherlands.');
    expect(own).toContain('*Lebanon*');
    expect(own).not.toMatch(/Croatia|Gambia|Peru|All States Parties|confirm/);
    expect(told(NETHERLANDS)).toEqual([]);
    expect(posted()).toHaveLength(1);
    expect(words(posted()[0])).not.toContain('Yours');
  });

  it('can be seen before, and says where one follows nothing', async () => {
    expect(await said('digest mine', ISU)).toContain('You follow no State, so no date stands here');
    expect(await said('digest mine', OBSERVER)).toContain(
      'Coordinators, the ISU and admins can have a digest of their own',
    );
    expect(await said('digest subscribe', OBSERVER)).toContain('Coordinators, the ISU and admins');
  });

  it('answers the questions that one keeps, says which answer has changed, and lets go of those that one unticks', async () => {
    expect(await said('save')).toContain('There is no question to keep.');
    await said('which states need RRE?');
    expect(await said('save')).toContain('Kept: States with a request for risk reduction education');
    expect(await said('save')).toContain('You keep this question already.');
    expect(await said('save quelles States ont besoin de rien du tout')).toContain('Nothing was kept.');
    expect(await said('save which states need RRE?', OBSERVER)).toContain('Coordinators, the ISU and admins');
    expect(await said('save Quels États ont demandé de l’aide pour les victimes ?')).toContain('Kept: Quels États');
    await (await subscribe()).submit();
    const own = () =>
      told()
        .map(words)
        .filter((text) => text.includes('*Your questions*'));
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(own()).toHaveLength(1);
    expect(own()[0]).toMatch(
      /• States with a request for risk reduction education · Five States Parties asked for help/,
    );
    expect(own()[0]).toContain('Neuf États parties');
    expect(own()[0]).not.toContain('(changed)');
    await journey.command('log Peru risk reduction education', ISU);
    const log = journey.form(ISU);
    log.type('Source', 'letter of the Permanent Mission');
    await log.submit();
    await moveTo('2019-12-02T08:00:00+01:00');
    expect(own()).toHaveLength(2);
    expect(own()[1]?.match(/\(changed\)/g)).toHaveLength(1);
    expect(own()[1]).toContain('Six States Parties');
    await moveTo('2019-12-09T08:00:00+01:00');
    expect(told().map(words).at(-1)).toContain('nothing falls due this week and nothing changed');
    await journey.command('digest subscribe');
    const form = journey.form();
    form.tick('My questions', 'States with a request for risk reduction education');
    await form.submit();
    const kept = await journey.database.db.savedQuestion.findMany({ where: { endedAt: null } });
    expect(kept.map(({ language }) => language)).toEqual(['en']);
  });

  it('says which themes have no dates in the Convention', async () => {
    const form = await subscribe();
    form.tick('Only these themes', 'Victim assistance');
    const { messages } = await journey.shownAfter({
      act: 'command',
      as: ISU,
      channel: DEADLINES,
      command: '/ccm',
      text: 'help',
    });
    expect(messages).toHaveLength(1);
    await form.submit();
    await journey.until(({ messages: all }) =>
      Object.values(all)
        .flat()
        .some((each) => wordsOf(each).includes('sets no dates for victim assistance')),
    );
  });

  it('goes to nobody who holds no role any more, and is paused with its reason', async () => {
    await (await subscribe()).submit();
    await journey.database.db.roleHolding.updateMany({
      where: { slackId: MONTENEGRO },
      data: { until: dateOf('2019-11-20') },
    });
    await moveTo('2019-11-25T08:00:00+01:00');
    await moveTo('2019-11-25T09:00:00+01:00');
    expect(told()).toEqual([]);
    const { db } = journey.database;
    expect((await db.subscription.findUnique({ where: { channel: MONTENEGRO } }))?.pausedAt).not.toBeNull();
    expect(await db.deskHistory.findFirst({ where: { what: { contains: 'holds no role any more' } } })).not.toBeNull();
  });
});

describe('the digest of a channel', () => {
  it('is sent now when somebody of the ISU says so, once, and paused and set going by words', async () => {
    expect(await said('digest send now')).toContain('You have no digest that goes out by itself');
    expect(await said('digest send now', ISU)).toContain('None has gone out yet.');
    await journey.press('Send it now', ISU);
    await moveTo('2019-11-18T09:31:00+01:00');
    expect(posted()).toHaveLength(1);
    const again = await journey.press('Send it now', ISU);
    expect(again.messages.map(wordsOf).join()).toContain('It was sent already');
    expect(await said('digest pause', ISU)).toContain('The digest is paused.');
    expect(await said('digest pause', ISU)).toContain('It was paused already.');
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(posted()).toHaveLength(1);
    expect(await said('digest resume', ISU)).toContain('goes out again');
    await moveTo('2019-12-02T08:00:00+01:00');
    expect(posted()).toHaveLength(2);
  });

  it('opens the requests that it counts, and comes as a copy, once, to a member; others may read why it comes', async () => {
    await moveTo('2019-11-25T08:00:00+01:00');
    const before = allIn(DEADLINES, ISU).length;
    await journey.press('Open the five', ISU);
    const [list] = allIn(DEADLINES, ISU).slice(before);
    expect(list?.threadTs).toBe(posted()[0]?.ts);
    expect(wordsOf(list ?? journey.last(DEADLINES))).toContain(
      'Extension requests for the Second Review Conference: 5 dates',
    );
    for (const name of ['Bosnia and Herzegovina', 'Bulgaria', 'Chile', 'Lebanon', 'Peru'])
      expect(list?.text).toContain(name);
    expect(list?.text).not.toContain('Gambia');
    const entry = async (name: string, as = ISU) => (await journey.press(name, as)).messages.map(wordsOf).join('\n');
    expect(await entry('Send me a copy')).toContain('A copy comes to you as a direct message.');
    await moveTo('2019-11-26T08:00:00+01:00');
    const copies = () =>
      told(ISU)
        .map(words)
        .filter((text) => text.includes('a copy that you asked for'));
    expect(copies()).toHaveLength(1);
    expect(copies()[0]).toContain('As of Mon 25 Nov 2019, 08:00 Zurich');
    expect(copies()[0]).toContain('• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 3 days');
    expect(await entry('Send me a copy')).toContain('was sent to you already');
    expect(await entry('Why this message?')).toContain('goes out every Monday at 08:00 (Europe/Zurich)');
    expect(await entry('Pause', MONTENEGRO)).toContain('The ISU and the admins decide about the digests.');
    await entry('Only my themes', MONTENEGRO);
    expect(journey.form().holds()).toHaveProperty('Only these themes');
    await journey.closeAll();
    await entry('Change day or time…');
    expect(journey.form(ISU).holds()).toHaveProperty('Whether it goes out');
    await journey.closeAll(ISU);
    expect(await entry('Pause')).toContain('The digest is paused.');
  });

  it('that is given another time is announced for it anew, and stays held if it was', async () => {
    await moveTo('2019-11-22T14:00:00+01:00');
    await journey.press('Hold', ISU);
    await moveTo('2019-11-22T14:01:00+01:00');
    await journey.command('digest settings', ISU);
    const form = journey.form(ISU);
    await form.choose('Day', 'Tuesday');
    await form.submit();
    await moveTo('2019-11-22T14:02:00+01:00');
    const previews = told(ISU).map(words);
    expect(previews.some((text) => text.includes('was given another time'))).toBe(true);
    expect(previews.some((text) => text.includes('Held by ISU'))).toBe(true);
    await moveTo('2019-11-25T08:00:00+01:00');
    await moveTo('2019-11-26T08:00:00+01:00');
    expect(posted()).toEqual([]);
    await journey.press('Release it', ISU);
    await moveTo('2019-11-26T08:01:00+01:00');
    expect(posted()).toHaveLength(1);
  });

  it('that is due while it is given another time goes out first', async () => {
    await journey.queue.stop();
    journey.sandbox.move({ now: '2019-11-25T08:00:30+01:00' });
    await journey.command('digest settings', ISU);
    const form = journey.form(ISU);
    await form.choose('Day', 'Wednesday');
    await form.submit();
    const { db } = journey.database;
    expect(await db.digestRun.findMany({ select: { state: true, dueAt: true } })).toEqual([
      { state: 'posted', dueAt: new Date('2019-11-25T08:00:00+01:00') },
    ]);
    expect(await db.delivery.count({ where: { kind: 'digest' } })).toBe(1);
  });
});
