import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import type { Block } from '../../../src/blocks/message.ts';
import { answerDates } from '../../../src/features/deadlines/answer-dates.ts';
import { datesCard } from '../../../src/features/deadlines/card.ts';
import { sourcesModal } from '../../../src/features/deadlines/sources.ts';
import { viewProblems } from '../../../src/sandbox/validate/view.ts';
import { blockProblems, textIn } from '../../../src/sandbox/validate/whole.ts';
import { addDays, addMonths, day } from '../../../src/treaty/day.ts';
import type { StateFacts } from '../../../src/treaty/facts.ts';
import { READ_STATUSES } from '../../../src/treaty/read-status.ts';
import { recordFromFiles } from '../../setup/record-files.ts';
import { everything, FORBIDDEN, readable } from '../words.ts';
import { bookFromFiles } from './book.ts';

const record = recordFromFiles();

const book = bookFromFiles();
const LEBANON = record.states.find(({ iso3 }) => iso3 === 'LBN') as StateFacts;

function card(asOf: string, words = '', isPublic = false) {
  const answer = answerDates(words, { record, book, today: day(asOf) });
  if (answer.kind !== 'dates') throw new Error(`“${words}” can be read.`);
  return datesCard(answer.dates, { ...answer.asked, isPublic });
}

const list = (asOf: string, words = ''): string => readable(card(asOf, words).withoutTable ?? []);

/** The rows of the table, its heading left out. */
const rows = (asOf: string, words = ''): readonly string[][] => {
  const table = card(asOf, words).blocks.find((block) => block.type === 'data_table');
  return (table?.rows ?? []).slice(1).map((row) => row.map((cell) => ('text' in cell ? (cell.text ?? '') : '')));
};

describe('the dates of Articles 3, 4 and 7', () => {
  it('says on 18 November 2019 what the digest of that day says', () => {
    expect(list('2019-11-18')).toBe(
      [
        '*Next: Gambia, initial report (Art. 7), Thu 28 Nov, 10 days.*',
        '*Passed, no outcome on record*',
        '• *Guinea-Bissau* · stockpiles (Art. 3) · 1 May 2019, 201 days ago · no completion, no extension request',
        '*Next 120 days*',
        '• *Gambia* · initial report (Art. 7) · Thu 28 Nov · 10 days',
        '• *Philippines* · initial report (Art. 7) · Sat 28 Dec (last working day Fri 27 Dec) · 40 days',
        '*Extension requests for the Second Review Conference* · by Sun 23 Feb 2020 (last working day Fri 21 Feb 2020) · 97 days · only if more time is needed',
        '• Clearance (Art. 4): *Bosnia and Herzegovina* (deadline 1 Mar 2021), *Lebanon* (1 May 2021; said at 8MSP it will ask), *Chile* (1 Jun 2021)',
        '• Stockpiles (Art. 3): *Peru* (deadline 1 Mar 2021), *Bulgaria* (1 Apr 2021, to be confirmed)',
        '*Until 18 November 2020*',
        '• *All States Parties* · annual report for 2019 (Art. 7) · Thu 30 Apr 2020 · 164 days',
        '• *Croatia*, *Montenegro* · clearance (Art. 4) · Sat 1 Aug 2020 (last working day Fri 31 Jul 2020) · 257 days · no meeting before that date can still receive a request in time (9MSP was the last)',
        '• *Maldives* · initial report (Art. 7) · Fri 28 Aug 2020 · 284 days · in force from 1 Mar 2020',
        'Understood: dates under Articles 3, 4 and 7 · what has passed, and until 18 November 2020 · as of 18 November 2019',
        '13 more deadlines lie beyond 12 months (2021–2026): `/ccm deadlines all`',
        'Source: Cluster Munition Monitor 2019; UN Treaty Collection; ISU page; Cluster Munition Monitor 2018; ISU page, 4 Apr 2019; Cluster Munition Monitor 2013; 1 more',
        'Only you see this.',
        '[Timeline] [Sources, line by line]',
      ].join('\n'),
    );
  });

  it('names in that list no State for a date that the desk cannot know', () => {
    const text = everything(card('2019-11-18'));
    // Reports for 2018 and earlier, submit-by dates without a meeting, and what came later.
    expect(text).not.toMatch(/report for 201[0-8]|receipt|10MSP|Sao Tome|postponed|virtual|Part [12]/i);
    const requests = rows('2019-11-18', 'all').filter(([, what]) => what?.startsWith('extension request'));
    expect(requests.filter(([, , due]) => due?.startsWith('Sun 23 Feb 2020')).map(([name]) => name)).toEqual([
      'Bosnia and Herzegovina',
      'Lebanon',
      'Chile',
      'Peru',
      'Bulgaria',
    ]);
    expect(requests.map(([name]) => name).toString()).not.toMatch(
      /Afghanistan|Chad|Iraq|Somalia|Germany|Lao|South Africa|Slovakia/,
    );
    expect(rows('2019-11-18', 'all').map(([name]) => name)).not.toContain('United Kingdom');
  });

  it('lists 13 deadlines beyond the year only when they are asked for', () => {
    const beyond = rows('2019-11-18', 'after 18 November 2020 clearance stockpiles').filter(
      ([, what]) => !what?.startsWith('extension'),
    );
    expect(beyond.map(([name, what, due]) => `${due} ${name} ${what}`)).toEqual([
      '1 Mar 2021 Bosnia and Herzegovina clearance (Art. 4)',
      '1 Mar 2021 Peru stockpiles (Art. 3)',
      '1 Apr 2021 Bulgaria stockpiles (Art. 3)',
      '1 May 2021 Lebanon clearance (Art. 4)',
      '1 Jun 2021 Chile clearance (Art. 4)',
      '1 Mar 2022 Afghanistan clearance (Art. 4)',
      '1 Sep 2023 Chad clearance (Art. 4)',
      '1 Nov 2023 Iraq clearance (Art. 4)',
      '1 Nov 2023 South Africa stockpiles (Art. 3)',
      '1 Jan 2024 Slovakia stockpiles (Art. 3)',
      '1 Aug 2025 Germany clearance (Art. 4)',
      '1 Aug 2025 Lao PDR clearance (Art. 4)',
      '1 Mar 2026 Somalia clearance (Art. 4)',
    ]);
    expect(rows('2019-11-18').map(([name]) => name)).not.toContain('Somalia');
  });

  it('puts what lies ahead into a table, a State a row, with the days as a number to sort by', () => {
    const table = card('2019-11-18').blocks.find((block) => block.type === 'data_table');
    expect(table?.page_size).toBe(10);
    expect(table?.rows[0]?.map((cell) => ('text' in cell ? cell.text : ''))).toEqual([
      'State',
      'What',
      'Due',
      'Days',
      'As it stands',
    ]);
    expect(rows('2019-11-18')).toEqual([
      ['Gambia', 'initial report (Art. 7)', 'Thu 28 Nov', '10 days', 'open'],
      ['Philippines', 'initial report (Art. 7)', 'Sat 28 Dec (last working day Fri 27 Dec)', '40 days', 'open'],
      ...[
        ['Bosnia and Herzegovina', '4', '1 Mar 2021'],
        ['Lebanon', '4', '1 May 2021', ' · said at 8MSP it will ask'],
        ['Chile', '4', '1 Jun 2021'],
        ['Peru', '3', '1 Mar 2021'],
        ['Bulgaria', '3', '1 Apr 2021', ' · to be confirmed'],
      ].map(([name, article, deadline, more = '']) => [
        name,
        `extension request (Art. ${article})`,
        'Sun 23 Feb 2020 (last working day Fri 21 Feb 2020)',
        '97 days',
        `if more time is needed · deadline ${deadline}${more}`,
      ]),
      ['All States Parties', 'annual report for 2019 (Art. 7)', 'Thu 30 Apr 2020', '164 days', 'open'],
      ...['Croatia', 'Montenegro'].map((name) => [
        name,
        'clearance (Art. 4)',
        'Sat 1 Aug 2020 (last working day Fri 31 Jul 2020)',
        '257 days',
        'open · no meeting before that date can still receive a request in time (9MSP was the last)',
      ]),
      ['Maldives', 'initial report (Art. 7)', 'Fri 28 Aug 2020', '284 days', 'in force from 1 Mar 2020'],
    ]);
    expect(table?.rows[1]?.[3]).toEqual({ type: 'raw_number', value: 10, text: '10 days' });
  });

  it('keeps on 4 September 2020 the review of Guinea-Bissau, the request of Peru and no date for requests gone by', () => {
    const text = list('2020-09-04');
    expect(text).toContain('no completion, no extension request · January 2020 expert review did not identify stocks');
    expect(text).toContain('*Peru* · stockpiles (Art. 3) · Mon 1 Mar 2021 · 178 days · request for the 2RC on record');
    expect(text).not.toContain('Extension requests for');
  });

  it('tells on 24 November 2026 eight clearance deadlines with a pending request as to be confirmed, never as passed', () => {
    const text = list('2026-11-24', 'all');
    expect(text).not.toContain('Passed, no outcome');
    const doubted = text.split('\n').filter((line) => line.endsWith('outcome not on record'));
    expect(
      doubted
        .join('\n')
        .match(/Afghanistan|Chad|Chile|Germany|Iraq|Lao PDR|Lebanon|Somalia/g)
        ?.toSorted(),
    ).toEqual([
      'Afghanistan',
      'Afghanistan',
      'Chad',
      'Chile',
      'Germany',
      'Iraq',
      'Lao PDR',
      'Lebanon',
      'Somalia',
      'Somalia',
    ]);
  });

  it('tells what a source alone says of reports with that source, and only where reports or a State are asked about', () => {
    const listed =
      '• *Benin*, *Cabo Verde*, *Comoros*, *Congo (Republic of the)*, *Guinea*, *Guinea-Bissau*, *Guyana*, *Iceland*, *Madagascar*, *Rwanda*, *Togo*, *Tunisia* · initial reports (Art. 7) · not yet received, by one source (ISU list of initial reports not yet received, before Nov 2019)';
    const doubted =
      '• *Somalia* · initial report (Art. 7) · to be confirmed: listed as not received, and another source speaks of a report';
    expect(list('2019-11-18', 'reports').split('\n')).toEqual(expect.arrayContaining([listed, doubted]));
    expect(list('2019-11-18', 'reports')).toContain(
      '*Not yet received, according to one source; to be confirmed* (the ISU has not confirmed it)',
    );
    expect(everything(card('2019-11-18'))).not.toMatch(/Benin|Somalia/);
    expect(list('2019-11-18', 'Togo')).toContain('not yet received, by one source');
  });

  it('names nobody for a receipt that the desk does not hold, unless it is asked to', () => {
    const asked = card('2019-11-18', 'reports');
    expect(everything(asked)).toContain(
      "For 183 past dates the desk has nothing on record: that is the desk's gap, not the States'. All of them: `/ccm deadlines reports not on record`",
    );
    expect(everything(asked)).not.toMatch(/Austria|Norway|receipt/);
    const silent = rows('2019-11-18', 'reports not on record');
    expect(silent.map((row) => row.join(' | '))).toContain(
      'Austria | initial report (Art. 7) | 28 Jan 2011 | 3216 days ago | receipt not on record',
    );
    expect(new Set(silent.map((row) => row.at(-1)))).toEqual(new Set(['receipt not on record']));
  });

  it('shows no more than Slack takes of a longer list, and how to ask for less, with counts that are right', () => {
    const { blocks } = card('2019-11-18', 'reports not on record');
    const cut = readable(blocks.filter(({ type }) => type === 'context')).split('\n')[0] ?? '';
    const shown = rows('2019-11-18', 'reports not on record').length;
    expect(shown).toBeGreaterThan(95);
    expect(shown).toBeLessThanOrEqual(100);
    expect(cut).toBe(
      `The first ${shown} of 183, in date order. For less: \`/ccm deadlines reports not on record Europe\` (65) or \`/ccm deadlines reports not on record 2011\` (46).`,
    );
    expect(rows('2019-11-18', 'reports not on record Europe')).toHaveLength(65);
    expect(rows('2019-11-18', 'reports not on record 2011')).toHaveLength(46);
    expect(everything(card('2019-11-18', 'reports not on record Europe'))).not.toContain('For less');
  });

  it('names all of them where a table is refused and a list has room', () => {
    const message = card('2019-11-18', 'reports not on record');
    const lines = readable(message.withoutTable ?? [])
      .split('\n')
      .filter((line) => line.startsWith('• '));
    const named = lines.flatMap((line) => [...line.matchAll(/\*([^*]+)\*/g)].map(([, name]) => name));
    expect(named).toHaveLength(183);
    expect(named.slice(0, 40)).toEqual(
      rows('2019-11-18', 'reports not on record')
        .slice(0, 40)
        .map(([name]) => name),
    );
    expect(message.withoutTable?.some(({ type }) => type === 'data_table')).toBe(false);
  });

  it.each([
    ['short', (at: number) => `S${at}`, 100],
    ['long', (at: number) => `The State of which the name is longer than any other, number ${at}`, 65],
  ])('cuts the list as it cuts the table where neither has room for all: %s names', (_, nameOf, most) => {
    const many = Array.from({ length: 400 }, (_, at) => ({
      ...LEBANON,
      iso3: `S${String(at).padStart(3, '0')}`,
      shortName: nameOf(at),
      deposited: addMonths(day('2010-03-01'), at % 100),
    }));
    const answer = answerDates('reports not on record', {
      record: { ...record, states: many },
      book,
      today: day('2019-11-18'),
    });
    if (answer.kind !== 'dates') throw new Error('It can be read.');
    const message = datesCard(answer.dates, { ...answer.asked, isPublic: false });
    const table = message.blocks.find((block) => block.type === 'data_table');
    const named = table?.rows.slice(1).map(([cell]) => (cell !== undefined && 'text' in cell ? cell.text : '')) ?? [];
    const text = readable(message.withoutTable ?? []);
    expect([...text.matchAll(/^• \*(.*?)\*/gm)].map(([, name]) => name)).toEqual(named);
    expect(text).toContain(`The first ${named.length} of `);
    expect(named.length).toBeLessThanOrEqual(most);
    expect(named.length).toBeGreaterThan(most * 0.8);
    for (const blocks of [message.blocks, message.withoutTable ?? []]) {
      expect(blockProblems(blocks, 'message')).toEqual([]);
      expect(textIn(blocks)).toBeLessThanOrEqual(LIMITS.messageChars);
    }
  });

  it('tells by one State what is on record, and that of one date nothing is', () => {
    const text = list('2019-11-18', 'Lebanon');
    expect(text.split('\n')[0]).toBe(
      '*Next: Lebanon, extension request (Art. 4) by Sun 23 Feb 2020, 97 days, if more time is needed.*',
    );
    expect(text).toContain('annual report for 2018 (Art. 7) · on record (by 18 Nov 2019)');
    expect(text).toContain(
      "For 1 past date the desk has nothing on record: that is the desk's gap, not the State's. All of them: `/ccm deadlines Lebanon not on record`",
    );
    expect(list('2019-11-18', 'Lebanon not on record')).toContain(
      'initial report (Art. 7) · 28 Oct 2011 · receipt not on record',
    );
  });

  it.each([
    ['passed', ['Guinea-Bissau']],
    ['to be confirmed clearance', ['Colombia', 'Mauritania', 'State of Palestine']],
    ['extended', ['Germany', 'Lao PDR', 'Bulgaria']],
    ['completed clearance', ['Albania', 'Mozambique', 'Norway']],
    ['open stockpiles', ['Peru', 'South Africa', 'Slovakia']],
  ])('finds by status: %s', (words, names) => {
    const text = everything(card('2019-11-18', words));
    for (const name of names) expect(text).toContain(name);
    expect(text).not.toContain('Lebanon');
  });

  it('says of obligations that they are completed, of reports that they are on record, and counts no days to either', () => {
    const [first] = list('2019-11-18', 'completed').split('\n');
    const completed = /Completed: ([^.]*)\./.exec(first ?? '')?.[1] ?? '';
    for (const name of ['Lebanon', 'Chad', 'Afghanistan']) expect(completed).not.toContain(name);
    expect(first).toContain('Report on record: ');
    expect(list('2019-11-18', 'reports completed').split('\n')[0]).toMatch(/^\*Report on record: /);
    for (const row of rows('2019-11-18', 'completed')) expect(row).toContain('–');
  });

  it('finds by region: the clearance deadlines of Africa, and the report that all its States owe as one line', () => {
    expect(rows('2019-11-18', 'clearance Africa').map(([name]) => name)).toEqual(['Chad', 'Somalia']);
    expect(list('2019-11-18', 'annual reports western Africa')).toContain(
      '• *All States Parties in Western Africa* · annual report for 2019',
    );
  });

  it('keeps a window to its dates', () => {
    expect(
      list('2019-11-18', 'clearance 2021')
        .split('\n')
        .filter((line) => line.startsWith('•')),
    ).toEqual([
      '• *Bosnia and Herzegovina* · clearance (Art. 4) · 1 Mar 2021 · 469 days',
      '• *Lebanon* · clearance (Art. 4) · 1 May 2021 · 530 days',
      '• *Chile* · clearance (Art. 4) · 1 Jun 2021 · 561 days',
    ]);
    expect(rows('2019-11-18', 'annual reports for 2019')).toHaveLength(1);
    expect(list('2019-11-18', 'annual reports for 2014').split('\n')[0]).toBe(
      '*No such date is on record* under Articles 3, 4 and 7.',
    );
  });

  it('says why a State has no date', () => {
    expect(list('2019-11-18', 'Serbia and Argentina').split('\n')[0]).toBe(
      '*Argentina and Serbia are not States Parties: on 18 November 2019 the Convention sets them no date.*',
    );
    expect(list('2025-03-06', 'Lithuania').split('\n')[0]).toBe(
      '*Lithuania has withdrawn: on 6 March 2025 the Convention sets it no date.*',
    );
    expect(list('2019-11-18', 'Angola, Lebanon')).toContain(
      'Angola has signed and not ratified: on 18 November 2019 the Convention sets it no date.',
    );
  });

  it('gives a channel the answer and where it comes from, and a person the whole', () => {
    expect(card('2019-11-18', '', true).blocks.map(({ type }) => type)).toEqual(['section', 'context', 'actions']);
    expect(readable(card('2019-11-18', '', true).blocks)).not.toContain('Only you');
  });

  it('says once what has passed: to a person in its list, to a channel in the answer', () => {
    expect(list('2019-11-18').split('Guinea-Bissau')).toHaveLength(2);
    expect(readable(card('2019-11-18', '', true).blocks)).toContain(
      'Passed, no outcome on record: Guinea-Bissau, stockpiles (Art. 3), 1 May 2019.',
    );
  });

  it.each(['', 'all', 'reports not on record', 'Lebanon'])(
    'has behind a button each date with what it is counted from, its documents and how sure they are: “%s”',
    (words) => {
      const answer = answerDates(words, { record, book, today: day('2019-11-18') });
      if (answer.kind !== 'dates') throw new Error('It can be read.');
      const modal = sourcesModal(answer.dates);
      const text = readable(modal.blocks as Block[]);
      const dates = answer.dates.groups.flatMap(({ lines }) => lines).flatMap(({ clocks }) => clocks);
      expect(text.match(/^• /gm)).toHaveLength(dates.length);
      expect(text.match(/ · confidence: (high|medium|low)$/gm)).toHaveLength(dates.length);
      expect(text).not.toMatch(/GitHub|\.csv|overdue|\d{4}-\d{2}-\d{2}/);
      expect(viewProblems(modal, ['modal'])).toEqual([]);
    },
  );

  it('carries the question and its day in the button of the timeline', () => {
    const buttons = JSON.stringify(card('2019-11-18', 'clearance').blocks);
    expect(buttons).toContain('"value":"clearance as of 2019-11-18"');
    expect(JSON.stringify(card('2019-11-18', 'Serbia').blocks)).not.toContain('Timeline');
  });

  it("accuses nobody and keeps within Slack's limits, whatever is asked and on whatever day", () => {
    const parties = record.states.filter(({ deposited }) => deposited !== null).map(({ shortName }) => shortName);
    const words = fc
      .tuple(
        fc.constantFrom('', ...parties),
        fc.constantFrom('', 'Africa', 'Middle East'),
        fc.constantFrom('', 'stockpiles', 'clearance', 'reports', 'extension requests', 'all'),
        fc.constantFrom('', ...READ_STATUSES, 'passed or open or completed or not on record'),
        fc.constantFrom('', 'next 12 months', 'until 2023', 'last 10 years'),
      )
      .map((parts) => parts.filter(Boolean).join(' '));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 6200 }), words, (days, text) => {
        const message = card(addDays(day('2010-08-01'), days), text);
        expect(everything(message)).not.toMatch(FORBIDDEN);
        expect(message.text).not.toBe('');
        expect(lengthOf(message.text)).toBeLessThanOrEqual(LIMITS.fallbackText);
        for (const blocks of [message.blocks, message.withoutTable ?? []]) {
          expect(blockProblems(blocks, 'message')).toEqual([]);
          expect(textIn(blocks)).toBeLessThanOrEqual(LIMITS.messageChars);
        }
      }),
      { numRuns: 80 },
    );
  });
});
