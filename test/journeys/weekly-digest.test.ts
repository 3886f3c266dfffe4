import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { choicesFor, leaveOut as leaveOutOf } from '../../src/features/digests/leave-out.ts';
import type { SeenMessage } from '../../src/sandbox/protocol.ts';
import { isu, montenegro } from '../features/people.ts';
import {
  DEADLINES,
  directOf,
  GUEST,
  ISU,
  type Journey,
  MONTENEGRO,
  OBSERVER,
  SIDE_EVENT,
  startJourney,
} from '../setup/desk.ts';
import { instant } from '../setup/instants.ts';
import { moveTo as movedTo } from '../setup/moved.ts';
import { wordsIn } from '../setup/shown.ts';

const ADMIN = OBSERVER;
let journey: Journey;
beforeEach(async () => {
  journey = await startJourney({ admins: [ADMIN] });
});
afterEach(() => journey.stop());

const posted = (): readonly SeenMessage[] => journey.see(ISU).messages[DEADLINES] ?? [];
const toIsu = (): readonly SeenMessage[] => journey.see(ISU).messages[directOf(ISU)] ?? [];
const words = (message: SeenMessage | undefined): string => wordsIn(message?.blocks ?? []);

const moveTo = (now: string): Promise<void> => movedTo(journey, now);

describe('on Monday at eight', () => {
  it('the digest stands in its channel, once, however often the desk looks', async () => {
    expect(posted()).toEqual([]);
    await moveTo('2019-11-25T07:59:59+01:00');
    expect(posted()).toEqual([]);
    await moveTo('2019-11-25T08:00:00+01:00');
    await Promise.all([journey.queue.look(), journey.queue.look()]);
    await moveTo('2019-11-25T08:01:00+01:00');
    expect(posted()).toHaveLength(1);
    const text = words(posted()[0]);
    expect(text).toContain('Deadlines · week of Monday 25 November 2019');
    expect(text).toContain('• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 3 days');
    expect(text).toContain('first digest: one message, every Monday at 08:00');
    expect(text).not.toContain('preview');
    expect(text).not.toContain('was due');
  });

  it('a second one tells first what was recorded since', async () => {
    await moveTo('2019-11-25T08:00:00+01:00');
    journey.sandbox.move({ now: '2019-11-27T10:00:00+01:00' });
    await journey.command('log Chad risk reduction education');
    const form = journey.form();
    form.type('Source', 'letter of the Permanent Mission');
    await form.submit();
    await moveTo('2019-12-02T08:00:00+01:00');
    expect(posted()).toHaveLength(2);
    const [, heading, ...rest] = words(posted()[1]).split('\n');
    expect([heading, ...rest].join('\n')).toContain(
      '*Changed since 25 November*\n• Request logged: AR-2019-001 Chad, risk reduction education',
    );
  });

  it('is one line in a week in which nothing falls due and nothing changed', async () => {
    await moveTo('2019-11-25T08:00:00+01:00');
    await moveTo('2019-12-02T08:00:00+01:00');
    expect(posted()[1]?.text).toBe(
      'Deadlines · week of Monday 2 December 2019 · nothing falls due this week and nothing changed. Next: Philippines, initial report, Sat 28 Dec, 26 days.',
    );
  });
});

describe('under the digest', () => {
  const thread = () => posted().filter(({ threadTs, ts }) => threadTs !== null && threadTs !== ts);

  it('the full list, its sources and the timeline come in the thread, for whoever reads the channel', async () => {
    await moveTo('2019-11-25T08:00:00+01:00');
    const [digest] = posted();
    for (const button of ['Full list', 'Sources', 'Timeline']) await journey.press(button, ISU);
    await journey.holds(() => thread().length >= 3);
    expect(thread().every(({ threadTs }) => threadTs === digest?.ts)).toBe(true);
    const said = thread().map(words).join('\n');
    expect(said).toContain('*Full list: ');
    expect(said).toContain('*Sources, line by line');
    expect(said).not.toContain('only you see this');
    expect(journey.see(MONTENEGRO).messages[DEADLINES]?.length).toBe(posted().length);
    expect(thread().flatMap(({ files }) => files.map(({ name }) => name))).toEqual(['timeline-2019-11-25.png']);
  });

  it('of a preview that one person sees they come to that person alone', async () => {
    await journey.command('digest', ISU);
    const { messages } = await journey.press('Full list', ISU);
    expect(messages.map(({ ephemeral }) => ephemeral)).toEqual([true]);
    expect(words(messages[0])).toContain('only you see this');
  });
});

describe('a desk that was away, or whose clock jumps', () => {
  it('catches up with the latest one alone, and says that it is late', async () => {
    await moveTo('2020-01-22T15:00:00+01:00');
    expect(posted()).toHaveLength(1);
    const text = words(posted()[0]);
    expect(text).toContain('week of Monday 20 January 2020');
    expect(text).toContain('was due Mon 20 Jan 2020, the desk was away');
  });

  it('posts nothing for what lies behind it', async () => {
    await moveTo('2020-11-23T08:00:00+01:00');
    await moveTo('2019-11-20T08:00:00+01:00');
    await moveTo('2020-11-23T08:00:00+01:00');
    expect(posted()).toHaveLength(1);
  });
});

describe('on Friday at two', () => {
  it('the ISU sees what Monday will say, and silence means that it goes', async () => {
    await moveTo('2019-11-22T14:00:00+01:00');
    expect(toIsu()).toHaveLength(1);
    expect(words(toIsu()[0])).toContain('Silence means that it goes.');
    expect(words(toIsu()[0])).toContain('• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 3 days');
    expect(posted()).toEqual([]);
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(posted()).toHaveLength(1);
    expect(toIsu()).toHaveLength(1);
  });

  it('a digest that the ISU holds is not posted until it is released', async () => {
    await moveTo('2019-11-22T14:00:00+01:00');
    await journey.press('Hold', ISU);
    await journey.holds(() => words(toIsu()[0]).includes('Held by ISU.'));
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(posted()).toEqual([]);
    await journey.press('Release it', ISU);
    await journey.holds(() => words(toIsu()[0]).includes('Released: the digest goes out now.'));
    await moveTo('2019-11-25T09:00:00+01:00');
    expect(posted()).toHaveLength(1);
    expect(words(posted()[0])).toContain('Deadlines · week of Monday 25 November 2019');
  });

  it('held stays held when a fact in it is corrected, and released in time it is a preview again, as it is now', async () => {
    await moveTo('2019-11-22T14:00:00+01:00');
    await journey.press('Hold', ISU);
    await journey.holds(() => words(toIsu()[0]).includes('Held by ISU.'));
    await journey.command('confirm Bulgaria', ISU);
    await journey.press('Yes, source…', ISU);
    const form = journey.form(ISU);
    form.type('Source', 'CCM/MSP/2019/13, final report');
    await form.submit();
    await journey.act({ act: 'close', as: ISU, viewId: journey.modal(ISU).id, all: true });
    await moveTo('2019-11-22T15:00:00+01:00');
    expect(words(toIsu()[0])).toContain('Held by ISU.');
    await journey.press('Release it', ISU);
    await journey.holds(() => words(toIsu()[0]).includes('Silence means that it goes.'));
    expect(words(toIsu()[0])).toContain('*Bulgaria* (1 Apr 2021)');
    expect(toIsu()).toHaveLength(1);
  });
});

describe('a line that the ISU leaves out on Friday', () => {
  const LINE = '• *Philippines* · initial report (Art. 7) · Sat 28 Dec';
  const leaveOut = async (): Promise<void> => {
    await moveTo('2019-11-22T14:00:00+01:00');
    await journey.press('Leave a line out…', ISU);
    const form = journey.form(ISU);
    await form.choose('Line', 'Philippines · initial report (Art. 7) · Sat 28 Dec · 33 days');
    form.type('Reason', '  ');
    await form.submit();
    expect(form.errors()).toEqual({ Reason: 'Please say why.' });
    form.type('Reason', 'The report is on its way');
    await form.submit();
    await journey.until((seen) => words(seen.messages[directOf(ISU)]?.[0]).includes('Left out:'), ISU);
  };

  it('is told in the preview with its reason, is not in the digest, and comes back after four weeks', async () => {
    await leaveOut();
    const preview = words(toIsu()[0]);
    expect(preview).not.toContain(LINE);
    expect(preview).toContain('The report is on its way · ISU, until 20 Dec 2019');
    expect(preview).toContain('Silence means that it goes.');
    expect(toIsu()).toHaveLength(1);
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(words(posted()[0])).not.toContain('Philippines');
    expect(words(posted()[0])).toContain('1 line left out by the ISU');
    await moveTo('2019-12-23T08:00:00+01:00');
    const last = words(posted().at(-1));
    expect(last).toContain('*Philippines*');
    expect(last).not.toContain('left out');
  });

  it('stays out of the preview when a fact in it is corrected, and when that is undone', async () => {
    await leaveOut();
    const preview = () => words(toIsu()[0]);
    await journey.command('correct Bulgaria', ISU);
    const form = journey.form(ISU);
    await form.choose('What is wrong, or missing?', 'Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)');
    form.type('Until', '1 Oct 2020');
    form.type('Source', 'CCM/MSP/2019/13, final report');
    form.type('Reason', 'twelve months');
    await form.submit();
    expect(await form.submit()).toEqual({ ok: true });
    await journey.holds(() => preview().includes('1 October 2020 (corrected 22 Nov)'));
    expect(preview()).not.toContain(LINE);
    expect(preview()).toContain('Left out:');
    await journey.press('Undo', ISU);
    await journey.holds(() => !preview().includes('corrected 22 Nov'));
    expect(preview()).not.toContain(LINE);
    expect(preview()).toContain('Left out:');
  });

  it('is put back by a button, and is then in the digest as if nothing had been', async () => {
    await leaveOut();
    await journey.press('Put it back', ISU);
    await journey.until((seen) => words(seen.messages[directOf(ISU)]?.[0]).includes(LINE), ISU);
    expect(words(toIsu()[0])).not.toContain('Left out:');
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(words(posted()[0])).toContain(LINE);
    const kept = await journey.database.db.deskHistory.findMany({
      where: { about: 'digest' },
      orderBy: { written: 'asc' },
    });
    expect(kept.map(({ what, byName }) => `${what} ${byName}`).slice(-2)).toEqual([
      'line left out ISU',
      'line put back ISU',
    ]);
  });

  it('is left out by nobody else, and not from a digest that has gone out', async () => {
    await moveTo('2019-11-22T14:00:00+01:00');
    const { db } = journey.database;
    const desk = { db, clock: journey.sandbox.clock, ids: { next: () => 'x' }, admins: [], poke: () => undefined };
    const run = await db.digestRun.findFirstOrThrow();
    const occurrence = { subscription: run.subscriptionId, dueAt: instant(run.dueAt.toISOString()) };
    const [choice] = (await choicesFor(desk, occurrence, desk.clock.now())) ?? [];
    const given = { mark: choice?.mark ?? '', reason: 'because', submission: 's1' };
    expect(await leaveOutOf(desk, montenegro, occurrence, given, desk.clock.now())).toBe('not_allowed');
    expect(await leaveOutOf(desk, isu, occurrence, { ...given, mark: 'other' }, desk.clock.now())).toBe('no_such_line');
    await moveTo('2019-11-25T08:00:00+01:00');
    expect(await leaveOutOf(desk, isu, occurrence, given, desk.clock.now())).toBe('settled');
    expect(await db.leftOutLine.count()).toBe(0);
  });
});

describe('requests and owners', () => {
  it('go to no channel in which people from outside read along; dates alone do', async () => {
    await journey.command('digest settings', ISU);
    const form = journey.form(ISU);
    form.type('Channel', SIDE_EVENT);
    await form.submit();
    expect(form.errors()['Channel']).toContain('2 guests or people of other workspaces read along in this channel.');
    expect(await journey.database.db.subscription.count({ where: { channel: SIDE_EVENT } })).toBe(0);
    await form.choose('What it says', 'Dates, meetings and reports: for any channel');
    await form.submit();
    expect(await journey.database.db.subscription.count({ where: { channel: SIDE_EVENT } })).toBe(1);
  });

  it('are held, and the admin told, when a guest has come to the channel meanwhile', async () => {
    await journey.act({ act: 'invite', as: ISU, channel: DEADLINES, person: GUEST });
    const before = posted().length;
    await moveTo('2019-11-25T08:00:00+01:00');
    const told = () => words(journey.see(ADMIN).messages[directOf(ADMIN)]?.at(-1));
    await expect.poll(told).toContain('is held.');
    expect(told()).toContain('A guest or somebody of another workspace reads along in this channel.');
    expect(posted().length).toBe(before);
    await journey.press('Release it', ADMIN);
    expect(posted().length).toBe(before);
  });
});

describe('how it goes out', () => {
  it('is set by the ISU; the very first one of another channel waits for an admin', async () => {
    await journey.command('digest settings', ISU);
    const form = journey.form(ISU);
    form.type('Channel', 'C0REGISTER');
    await form.choose('Day', 'Wednesday');
    await form.submit();
    const said = Object.values(journey.see(ISU).messages).flat().map(words).join('\n');
    expect(said).toContain('goes out as before, too.* To move it, pause the one that is not needed');
    await moveTo('2019-11-20T08:00:00+01:00');
    const register = () => (journey.see(ISU).messages['C0REGISTER'] ?? []).length;
    expect(register()).toBe(0);
    const [asked] = journey.see(ADMIN).messages[directOf(ADMIN)] ?? [];
    expect(words(asked)).toContain('waits for your yes');
    await journey.press('Post it now', ADMIN);
    await moveTo('2019-11-20T08:30:00+01:00');
    expect(register()).toBe(1);
  });

  it('is not set by a coordinator, and a zone that does not exist is said on its field', async () => {
    const refused = await journey.command('digest settings', MONTENEGRO);
    expect(words(refused.messages[0])).toContain('The ISU and the admins set how the digest goes out.');
    await journey.command('digest settings', ISU);
    const form = journey.form(ISU);
    form.type('Time zone', 'Europe/Geneva');
    await form.submit();
    expect(form.errors()).toEqual({ 'Time zone': 'There is no such time zone. For example: Europe/Zurich' });
  });

  it('paused, nothing goes out; set going again, only what falls due later', async () => {
    const set = async (on: string): Promise<void> => {
      await journey.command('digest settings', ISU);
      const form = journey.form(ISU);
      await form.choose('Whether it goes out', on);
      await form.submit();
    };
    await set('Paused');
    await moveTo('2019-11-25T08:00:00+01:00');
    await moveTo('2019-11-26T08:00:00+01:00');
    await set('Goes out by itself');
    await moveTo('2019-11-27T08:00:00+01:00');
    expect(posted()).toEqual([]);
    await moveTo('2019-12-02T08:00:00+01:00');
    expect(posted()).toHaveLength(1);
  });
});
