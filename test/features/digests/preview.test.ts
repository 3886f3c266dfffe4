import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import type { Message } from '../../../src/blocks/message.ts';
import type { Database } from '../../../src/db/open.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import { digestCard } from '../../../src/features/digests/card.ts';
import { composeDigest } from '../../../src/features/digests/compose.ts';
import { digestsFeature } from '../../../src/features/digests/feature.ts';
import { readDigestFacts } from '../../../src/features/digests/read.ts';
import { addDays, type Day, day, weekday } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { clockAt, instant } from '../../setup/instants.ts';
import { AMONG_US, guest, isu, montenegro, netherlands } from '../people.ts';
import { everything, FORBIDDEN, readable } from '../words.ts';

const MONDAY = '2019-11-18T08:00:00+01:00';

let database: Database;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

const ids = { next: () => 'id' };
const featureAt = (at: string) =>
  digestsFeature({ db: database.db, clock: clockAt(at), ids, rooms: AMONG_US, admins: [], poke: () => undefined });

async function digest(actor: Actor, at = MONDAY, isPublic = false, text = ''): Promise<Message> {
  const place = { kind: 'channel' as const, channel: 'C1', thread: isPublic ? '1.2' : null, public: isPublic };
  const reply = await featureAt(at).commands?.[0]?.run({ actor, text, place, at: instant(at) });
  if (reply?.kind !== 'say') throw new Error('A digest is said.');
  return reply.message;
}

async function pressed(action: string, value: string, actor: Actor): Promise<readonly Message[]> {
  const place = { kind: 'channel' as const, channel: 'C1', thread: null, public: false };
  const press = { actor, value, place, at: instant(MONDAY), message: null, view: null };
  const reply = await featureAt(MONDAY)
    .actions?.find(({ id }) => id === action)
    ?.run(press);
  if (reply?.kind !== 'thread') throw new Error('A list is said in a thread.');
  return reply.messages;
}

const FACTS = [
  '*Passed, no outcome on record*',
  '• *Guinea-Bissau* · stockpiles (Art. 3) · 1 May 2019, 201 days ago · no completion, no extension request',
  '*Next 120 days*',
  '• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 10 days',
  '• *Philippines* · initial report (Art. 7) · Sat 28 Dec · 40 days',
  '*Extension requests for the Second Review Conference* · by Sun 23 Feb 2020 · 97 days · only if more time is needed',
  '• Clearance (Art. 4): *Bosnia and Herzegovina* (deadline 1 Mar 2021), *Lebanon* (1 May 2021; said at 8MSP it will ask), *Chile* (1 Jun 2021)',
  '• Stockpiles (Art. 3): *Peru* (deadline 1 Mar 2021), *Bulgaria* (1 Apr 2021, to be confirmed)',
  'None on record yet. The last working day before is Fri 21 Feb. The Conference: Lausanne, 23–27 Nov 2020.',
  '*Until 18 November 2020*',
  '• *All States Parties* · annual report for 2019 (Art. 7) · Thu 30 Apr 2020 · 164 days',
  '• *Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug 2020 · 257 days · no meeting before that date can still receive a request in time (9MSP was the last)',
  '• *Maldives* · initial report (Art. 7) · Fri 28 Aug 2020 · 284 days · in force from 1 Mar 2020',
];
const AHEAD =
  'Ahead: National Directors Meeting, Geneva, Feb 2020 (days not on record) · 2RC Preparatory Meetings, 8 Jun and 4 Sep · 2RC, 23–27 Nov 2020';
const REPORTS = 'Reports for 2018: 67 in, 11 known by name (those that asked); nobody is shown as late.';
const HEAD = [
  'Deadlines · week of Monday 18 November 2019',
  '1 date passed without an outcome on record · next: Gambia, 10 days · extension requests for the 2RC: 97 days · no meeting dated this week',
];
const FOOT = [
  '[Full list] [Sources] [Timeline]',
  'As of Mon 18 Nov 2019, 08:00 Zurich · 13 more deadlines lie beyond 12 months (2021–2026) · preview: only you see it, nothing is posted',
];

describe('/ccm digest on Monday 18 November 2019 at 08:00', () => {
  it.each([
    ['the ISU', isu, ' [Correct a fact]'],
    ['a coordinator, who corrects nothing,', montenegro, ''],
    ['the other coordinator', netherlands, ''],
  ])('says to %s what the screen says, without what is not built', async (_, actor, correct) => {
    const { blocks } = await digest(actor);
    expect(readable(blocks).split('\n')).toEqual([
      ...HEAD,
      ...FACTS,
      '*Meetings*',
      'This week: none dated. Still without a day: coordinators and ISU on priorities (work plan, November).',
      AHEAD,
      '*On record*',
      REPORTS,
      'Requests: 22 from 11 States (2018 reports) · none relayed · 19 without an owner.',
      "*For the ISU to confirm: 8 facts.* Two touch the dates above: until when 9MSP extended Bulgaria's Art. 3; whether Guinea-Bissau holds stocks.",
      `[Full list] [Sources] [Timeline]${correct}`,
      ...FOOT.slice(1),
    ]);
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['header', 'context', 'section', 'section', 'section', 'section', 'section', 'section', 'section', 'actions'],
      'context',
    ]);
  });

  it.each([
    ['somebody without a role', guest, false],
    ['a room', isu, true],
  ])('says to %s the facts alone', async (_, actor, isPublic) => {
    const { blocks } = await digest(actor, MONDAY, isPublic);
    const shown = readable(blocks).replace(
      'asked for in this thread: dates, meetings and reports, which everyone may read',
      () => (isPublic ? 'preview: only you see it, nothing is posted' : 'not said to one alone'),
    );
    expect(shown.split('\n')).toEqual([
      ...HEAD,
      ...FACTS,
      '*Meetings*',
      'This week: none dated.',
      AHEAD,
      '*On record*',
      REPORTS,
      ...FOOT,
    ]);
  });

  it('posts to the desk what the screen shows, with its buttons and its menu', async () => {
    const at = instant(MONDAY);
    const facts = await readDigestFacts(database.db, day('2019-11-18'), 'desk');
    const weekly = { weekday: 1, time: '08:00', zone: 'Europe/Zurich' };
    const standing = { kind: 'posted', first: true, weekly, due: null, occurrence: 's 2019-11-18T07:00:00Z' } as const;
    const { blocks } = digestCard(composeDigest(facts), at, standing);
    expect(readable(blocks).split('\n').slice(-2)).toEqual([
      '[Full list] [Sources] [Timeline] [Correct a fact] [⋯ Only my themes | Change day or time… | Send me a copy | Pause | Why this message?]',
      'As of Mon 18 Nov 2019, 08:00 Zurich · 13 more deadlines lie beyond 12 months (2021–2026) · first digest: one message, every Monday at 08:00',
    ]);
    const besides = blocks.flatMap((block) =>
      block.type === 'section' && block.accessory?.type === 'button' ? [block.accessory.text.text] : [],
    );
    expect(besides).toEqual(['Open the five', 'Confirm facts']);
    expect(blocks).toHaveLength(11);
  });

  it('does not say in a room that only one person sees it', async () => {
    const text = everything(await digest(isu, MONDAY, true));
    expect(text).toContain('asked for in this thread');
    expect(text).not.toContain('only you');
  });

  it.each(['mine', 'list', 'settings', 'subscribe', 'send now', 'pause', 'resume'])(
    'shows nobody in a room what is for one alone: %s',
    async (text) => {
      const said = everything(await digest(isu, MONDAY, true, text));
      expect(said).toContain('The desk shows this to one person at a time, not in a channel.');
      expect(said).not.toContain('Deadlines · week of');
    },
  );

  it('says the same in plain text', async () => {
    const { text, blocks } = await digest(isu);
    expect(text.split('\n')[0]).toBe('Deadlines, week of Monday 18 November 2019, as of Mon 18 Nov, 08:00 Zurich.');
    const plain = (line: string): string => line.replaceAll('*', '').replace(/^• /, '');
    const said = readable(blocks.filter(({ type }) => type === 'section'))
      .split('\n')
      .map(plain);
    expect(said.length).toBeGreaterThan(15);
    for (const line of said) expect(text).toContain(line);
    expect(text).not.toMatch(/[*•]/);
  });

  it('has these dates, which the treaty gives', async () => {
    const text = readable((await digest(isu)).blocks);
    for (const [line, days] of [
      ['*Guinea-Bissau* · stockpiles (Art. 3) · 1 May 2019', '201 days ago'],
      ['*Gambia* · initial report (Art. 7) · Thu 28 Nov', '10 days'],
      ['*Philippines* · initial report (Art. 7) · Sat 28 Dec', '40 days'],
      ['*Extension requests for the Second Review Conference* · by Sun 23 Feb 2020', '97 days'],
      ['*All States Parties* · annual report for 2019 (Art. 7) · Thu 30 Apr 2020', '164 days'],
      ['*Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug 2020', '257 days'],
      ['*Maldives* · initial report (Art. 7) · Fri 28 Aug 2020', '284 days'],
    ] as const)
      expect(text.split('\n').find((each) => each.includes(line))).toContain(days);
  });

  it('does not know what came later, and accuses nobody', async () => {
    for (const message of [await digest(isu), await digest(guest)]) {
      const text = everything(message);
      // No report of 2018 or before as outstanding, no date for States whose meeting is not fixed, nothing from after the day.
      for (const absent of [
        ...['annual report for 2018', 'annual report for 2017', '2011', 'receipt', 'outstanding', 'Benin', 'Somalia'],
        ...['Afghanistan', 'Chad', 'Iraq', 'Germany', 'Lao PDR', 'South Africa', 'Slovakia', 'Sao Tome', 'São Tomé'],
        ...['postponed', '29 Jun', 'Part 1', 'Part 2', '10MSP', 'virtual', 'United Kingdom', 'Kingdom', 'Ivory'],
      ])
        expect(text).not.toContain(absent);
      expect(text.replaceAll('nobody is shown as late', '')).not.toMatch(FORBIDDEN);
    }
  });

  it('has every line of the full list behind its button, thirteen of them beyond a year', async () => {
    const [list, ...more] = await pressed('digests:full_list', '2019-11-18', isu);
    if (list === undefined) throw new Error('There is no list.');
    expect(more).toEqual([]);
    const table = list.blocks.find((block) => block.type === 'data_table');
    const rows = (table?.rows ?? []).slice(1).map((row) => row.map((cell) => ('text' in cell ? cell.text : '')));
    const beyond = rows.filter(
      ([due = '', , what = '', remark]) =>
        /clearance|stockpiles/.test(what) && remark !== 'to be confirmed' && Number(due.slice(-4)) > 2020,
    );
    // Bulgaria is the thirteenth: its grant is to be confirmed.
    expect(beyond.map(([, state]) => state)).toEqual([
      ...[
        'Bosnia and Herzegovina',
        'Peru',
        'Lebanon',
        'Chile',
        'Afghanistan',
        'Chad',

        'Iraq',
        'South Africa',
        'Slovakia',
      ],
      ...['Germany', 'Lao PDR', 'Somalia'],
    ]);
    expect(rows.find(([, state, what]) => state === 'Bulgaria' && what?.startsWith('stockpiles'))).toEqual([
      '1 April 2021',
      'Bulgaria',
      'stockpiles (Art. 3)',
      'to be confirmed',
    ]);
    expect(readable(list.blocks)).toContain('All States Parties: annual report for 2019 by 30 April 2020');
    expect(everything(list)).not.toMatch(/United Kingdom|receipt/);
    const lines = readable(list.withoutTable ?? [])
      .split('\n')
      .filter((line) => line.startsWith('•'));
    expect(lines).toHaveLength(rows.length);
    for (const [at, [due = '', state = '', what = '']] of rows.entries())
      expect(lines[at]).toContain(`*${state}* · ${what} · ${due}`);
  });

  it('has the basis and the document of each behind the other', async () => {
    const text = (await pressed('digests:sources', '2019-11-18', isu)).map(({ blocks }) => readable(blocks)).join('\n');
    expect(text).toContain(
      '• *Lebanon* · clearance (Art. 4) · 1 May 2021\n   Art. 4.1(a): entry into force 2011-05-01 + 10 years · ISU page, 4 Apr 2019 · confidence: high',
    );
    expect(text).toContain('Art. 3.5: nine months before 2RC, planned from 2020-11-23');
    expect(text).toContain('extended under Art. 3.3 until 2021-04-01 (9MSP) · ');
  });

  it('refuses a day that does not exist and words it does not know', async () => {
    expect((await digest(isu, MONDAY, false, 'as of 31 June 2020')).text).toContain('There is no 31 June 2020');
    expect((await digest(isu, MONDAY, false, 'for <!channel>')).text).toContain('did not understand');
    expect(JSON.stringify((await digest(isu, MONDAY, false, 'for <!channel>')).blocks)).not.toContain('<!channel>');
  });
});

describe('/ccm digest on other days', () => {
  const on = (asOf: string, actor = isu): Promise<Message> => digest(actor, MONDAY, false, `as of ${asOf}`);

  it('names in the week of 2 December 2019 the Philippines as the next, and Gambia not at all', async () => {
    const text = readable((await on('2019-12-02')).blocks);
    expect(text).toContain('Deadlines · week of Monday 2 December 2019');
    expect(text).toContain('next: Philippines, 26 days');
    // Its date has passed and nothing is on record: that is for the ISU first, not for a channel.
    expect(text).not.toContain('• *Gambia*');
    expect(readable((await on('2019-12-02', guest)).blocks)).not.toContain('Gambia');
  });

  it('has a Conference in sight a year ahead, not fourteen months', async () => {
    expect(readable((await on('2019-09-09')).blocks)).not.toContain('2RC, 23–27 Nov 2020');
    expect(readable((await on('2019-10-28')).blocks)).toContain('2RC, 23–27 Nov 2020');
  });

  it('knows on 1 June 2020 of the meeting a week ahead as it was planned then', async () => {
    const text = readable((await on('2020-06-01')).blocks);
    expect(text).toContain('• *Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug · 61 days');
    expect(text).toContain(
      'Ahead: 2RC Preparatory Meetings, 8 Jun and 4 Sep · Informal virtual briefing by the 2RC President, 8 Jun 2020 · 2RC, 23–27 Nov 2020',
    );
    expect(text).not.toContain('29 Jun');
    expect(text).not.toContain('Extension requests for the Second Review Conference*');
    expect(readable((await on('2020-06-08')).blocks)).toContain('29 Jun');
  });

  it('tells on 4 September 2020 that Croatia and Montenegro are done, by telling no more of them', async () => {
    const text = readable((await on('2020-09-04')).blocks);
    expect(text).not.toContain('*Croatia*');
    expect(text).toContain('no completion, no extension request · January 2020 expert review did not identify stocks');
  });

  it('calls nothing passed on 24 November 2026 whose outcome is only not recorded', async () => {
    const text = readable((await on('2026-11-24')).blocks);
    expect(text).toContain('Deadlines · week of Monday 23 November 2026');
    expect(text).not.toContain('Passed, no outcome on record');
    expect(text).toMatch(/For the ISU to confirm: \d+ facts/);
    expect(text).not.toContain('Reports for 2018');
  });

  it('keeps to 25 blocks and 3,500 characters, and to what the desk may say, on a Monday of every half-year', async () => {
    const mondays: Day[] = [];
    for (let on = day('2010-11-01'); on < '2027-06-01'; on = addDays(on, 154))
      mondays.push(addDays(on, 1 - weekday(on)));
    for (const monday of mondays)
      for (const actor of [isu, guest]) {
        const message = await on(monday, actor);
        const text = readable(message.blocks.filter(({ type }) => type !== 'actions'));
        expect(message.blocks.length).toBeLessThanOrEqual(25);
        expect(`${monday} ${lengthOf(text) <= 3_500 || lengthOf(text)}`).toBe(`${monday} true`);
        expect(lengthOf(message.text)).toBeLessThanOrEqual(LIMITS.fallbackText);
        expect(everything(message).replaceAll('nobody is shown as late', '')).not.toMatch(FORBIDDEN);
        expect(everything(message)).not.toMatch(/undefined|\bnull\b|NaN|United Kingdom[^\n]*clearance|…/);
      }
  });
});
