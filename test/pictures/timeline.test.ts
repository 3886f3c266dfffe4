import { Resvg } from '@resvg/resvg-js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDates } from '../../src/features/deadlines/answer-dates.ts';
import { timelineOf } from '../../src/features/deadlines/timeline.ts';
import { altOf } from '../../src/pictures/alt.ts';
import { pngOf, timelineSvg } from '../../src/pictures/draw.ts';
import { fontFiles, measureByFont } from '../../src/pictures/font.ts';
import { layoutOf } from '../../src/pictures/layout.ts';
import { ticksOf } from '../../src/pictures/ticks.ts';
import type { Shape, Timeline } from '../../src/pictures/timeline.ts';
import { addDays, type Day, day, daysBetween } from '../../src/treaty/day.ts';
import { bookFromFiles } from '../features/deadlines/book.ts';
import { FORBIDDEN } from '../features/words.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { overlapsIn, sizeOf, textsIn } from './svg.ts';

const record = recordFromFiles();
const book = bookFromFiles();

function timeline(words: string, today = '2019-11-18'): Timeline {
  const answer = answerDates(words, { record, book, today: day(today) });
  if (answer.kind !== 'dates') throw new Error(`“${words}” can be read.`);
  return timelineOf(answer.dates, answer.asked.understood);
}

const rowsOf = (picture: Timeline): readonly string[] =>
  picture.sections.flatMap(({ heading, rows }) =>
    rows.map(({ name, words, shape, extendedFrom, requestBy }) =>
      [heading.split(' ')[0], name, words, shape, extendedFrom, requestBy].filter(Boolean).join(' | '),
    ),
  );

describe('the dates of an answer along a line of time', () => {
  it('are on 18 November 2019 those of the list, by article and date, with the time left for requests', () => {
    const picture = timeline('');
    expect(rowsOf(picture)).toEqual([
      'Clearance | Croatia | 1 Aug 2020 | open',
      'Clearance | Montenegro | 1 Aug 2020 | open',
      'Clearance | Bosnia and Herzegovina | 1 Mar 2021 | open | 2020-02-23',
      'Clearance | Lebanon | 1 May 2021 | open | 2020-02-23',
      'Clearance | Chile | 1 Jun 2021 | open | 2020-02-23',
      'Stockpiles | Guinea-Bissau | 1 May 2019 · passed, no outcome on record | passed',
      'Stockpiles | Peru | 1 Mar 2021 | open | 2020-02-23',
      'Stockpiles | Bulgaria | 1 Apr 2021 · to be confirmed | unconfirmed | 2020-02-23',
      'Reports | Gambia | 28 Nov 2019 · initial report | open',
      'Reports | Philippines | 28 Dec 2019 · initial report | open',
      'Reports | All States Parties | 30 Apr 2020 · annual report for 2019 | open',
      'Reports | Maldives | 28 Aug 2020 · initial report | open',
    ]);
    expect(picture.requestDays).toEqual([
      { day: '2020-02-23', words: 'Extension requests for the 2RC by 23 Feb 2020, if more time is needed' },
    ]);
  });

  it('join a request to the deadline that it would extend, and show what a grant added', () => {
    const rows = rowsOf(timeline('all'));
    expect(rowsOf(timeline('all', '2026-11-24'))).toContain(
      'Clearance | Germany | 1 Aug 2025 · to be confirmed | unconfirmed',
    );
    expect(rows.filter((row) => row.includes('Lebanon'))).toEqual([
      'Clearance | Lebanon | 1 May 2021 | open | 2020-02-23',
    ]);
    expect(rows).toContain('Clearance | Germany | 1 Aug 2025 · extended | extended | 2020-08-01');
    expect(rows).toContain(
      'Stockpiles | Bulgaria | 1 Apr 2021 · extended, to be confirmed | unconfirmed | 2019-10-01 | 2020-02-23',
    );
  });

  it('tell in words only what a source alone says of reports and what is not on record', () => {
    const picture = timeline('reports');
    expect(JSON.stringify(picture)).not.toMatch(/Benin|Somalia|Austria/);
    expect(picture.foot[0]).toBe(
      'What a source alone says of reports, and dates of which nothing is on record, are told in words only.',
    );
  });

  it('are at most forty, with how many there are', () => {
    const picture = timeline('initial reports', '2011-01-01');
    expect(rowsOf(picture)).toHaveLength(40);
    expect(picture.foot[0]).toMatch(/^The first 40 of \d+ dates, in date order; ask for less/);
  });
});

describe('the picture', () => {
  it.each([
    ['', '2019-11-18'],
    ['all', '2019-11-18'],
    ['all', '2020-09-04'],
    ['all passed open completed extended to be confirmed', '2026-11-24'],
    ['annual reports Latin America and the Caribbean, sub-Saharan Africa, South-eastern Asia', '2019-11-18'],
    ['Côte d’Ivoire, Sao Tome and Principe, Saint Vincent and the Grenadines', '2020-09-04'],
    ['next 10 days', '2019-11-18'],
    ['completed Guinea-Bissau', '2022-06-01'],
  ])('of “%s” on %s names every State and date, and no words lie over others', async (words, today) => {
    const picture = timeline(words, today);
    const svg = await timelineSvg(picture);
    const texts = textsIn(svg);
    const all = texts.map(({ text }) => text).join(' ');
    for (const { heading, rows } of picture.sections) {
      expect(all).toContain(heading);
      for (const row of rows) expect(all.replaceAll('  ', ' ')).toContain(row.name);
      for (const row of rows) expect(texts.map(({ text }) => text)).toContain(row.words);
    }
    expect(all).toContain(picture.title);
    expect(all).toContain('as of');
    expect(all).toContain('Source: ');
    expect(overlapsIn(texts)).toEqual([]);
    const { width, height } = sizeOf(svg);
    expect(width).toBe(1_280);
    for (const { left, right, top, bottom } of texts) {
      expect(left).toBeGreaterThanOrEqual(20);
      expect(right).toBeLessThanOrEqual(width - 20);
      expect(top).toBeGreaterThan(0);
      expect(bottom).toBeLessThan(height);
    }
    expect(all).not.toMatch(FORBIDDEN);
  });

  it('sets the words of what has passed behind the line of today, so that it crosses none', () => {
    for (const words of ['', 'all passed open completed', 'last 10 years completed']) {
      const { rows, today } = layoutOf(timeline(words), measureByFont());
      for (const { words: from } of rows) expect(from).toBeGreaterThan(today);
    }
  });

  it('is drawn in one ink: no date has a colour of its own', async () => {
    const svg = await timelineSvg(timeline('all passed open completed extended to be confirmed', '2026-11-24'));
    const colours = new Set([...svg.matchAll(/(?:fill|stroke)="(#[0-9a-f]+)"/gi)].map(([, colour]) => colour));
    expect([...colours].toSorted()).toEqual(expect.arrayContaining(['#1b2733', '#1d4e89', '#4f5d69', '#e7ebef']));
    for (const colour of colours) {
      const [r = 0, g = 0, b = 0] =
        (colour ?? '')
          .slice(1)
          .match(/../g)
          ?.map((each) => Number.parseInt(each, 16)) ?? [];
      // Neither red nor green ever leads.
      expect(b).toBeGreaterThanOrEqual(Math.max(r, g));
    }
  });

  it('keeps words apart whatever the dates', async () => {
    const shapes: readonly Shape[] = ['open', 'extended', 'unconfirmed', 'passed', 'completed'];
    const asOf = day('2019-11-18');
    const anyRow = fc.record({
      name: fc.constantFrom(
        'Chad',
        'Lao PDR',
        'Saint Vincent and the Grenadines',
        'All States Parties in Latin America and the Caribbean and sub-Saharan Africa',
      ),
      due: fc.integer({ min: -4_000, max: 5_000 }).map((days) => addDays(asOf, days)),
      shape: fc.constantFrom(...shapes),
      extendedFrom: fc.option(fc.integer({ min: -400, max: 400 }).map((days) => addDays(asOf, days))),
      requestBy: fc.option(fc.integer({ min: 1, max: 900 }).map((days) => addDays(asOf, days))),
      words: fc.constantFrom(
        '1 May 2021',
        '1 May 2019 · passed, no outcome on record',
        '30 Apr 2020 · annual report for 2019 · on record by 18 Nov 2019',
      ),
    });
    const any: fc.Arbitrary<Timeline> = fc
      .record({
        sections: fc.array(
          fc.record({
            heading: fc.constantFrom('Clearance (Article 4)', 'Reports (Article 7)'),
            rows: fc.array(anyRow, { minLength: 1, maxLength: 6 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
        requestDays: fc.uniqueArray(fc.integer({ min: 1, max: 900 }), { maxLength: 3 }),
      })
      .map(({ sections, requestDays }) => ({
        title: 'Dates under the Convention on Cluster Munitions',
        subtitle: 'Dates · as of 18 November 2019',
        asOf,
        asOfWords: '18 Nov 2019',
        sections,
        requestDays: requestDays.map((days) => ({
          day: addDays(asOf, days),
          words: `Extension requests for the 2RC by ${addDays(asOf, days)}, if more time is needed`,
        })),
        foot: ['Source: the record'],
      }));
    await fc.assert(
      fc.asyncProperty(any, async (picture) => {
        const svg = await timelineSvg(picture);
        const texts = textsIn(svg);
        expect(overlapsIn(texts)).toEqual([]);
        expect(Math.max(...texts.map(({ right }) => right))).toBeLessThanOrEqual(1_260);
      }),
      { numRuns: 40 },
    );
  });

  it('becomes a PNG of twice its size, with letters of its own font', async () => {
    const svg = await timelineSvg(timeline('Côte d’Ivoire'));
    const png = Buffer.from(await pngOf(svg));
    expect(png.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual({
      width: 2 * sizeOf(svg).width,
      height: 2 * sizeOf(svg).height,
    });
    expect(png.length).toBeLessThan(1_000_000);
  });

  it('measures words as they are drawn', () => {
    const measure = measureByFont();
    for (const text of ['Lebanon', "Côte d'Ivoire", 'São Tomé, Türkiye', '1 Mar 2021 · to be confirmed']) {
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="60"><text x="10" y="40" font-family="Noto Sans" font-size="30">${text}</text></svg>`;
      const box = new Resvg(svg, { font: { fontFiles: Object.values(fontFiles()), loadSystemFonts: false } }).getBBox();
      expect(Math.abs((box?.width ?? 0) - measure(text, 30, 400))).toBeLessThan(8);
    }
    expect(measure('M', 10, 600)).toBeGreaterThan(measure('M', 10, 400));
  });
});

describe('the days that the axis names', () => {
  it('are first days of months, aligned to the year, and far enough from each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8_000 }), fc.integer({ min: 20, max: 9_000 }), (start, length) => {
        const from = addDays(day('2008-12-01'), start);
        const until = addDays(from, length);
        const ticks = ticksOf(from, until, 1_000);
        expect(ticks.length).toBeLessThanOrEqual(16);
        const between = ticks.slice(1).map((tick, at) => daysBetween(ticks[at] as Day, tick));
        for (const days of between) expect((days / length) * 1_000).toBeGreaterThan(56);
        for (const tick of ticks) expect(tick.endsWith('-01') && tick > from && tick <= until).toBe(true);
      }),
    );
  });
});

describe('the description of a picture', () => {
  it('says the same as the picture', () => {
    expect(altOf(timeline(''))).toBe(
      'Timeline. Dates under Articles 3, 4 and 7 · what has passed, and until 18 November 2020 · as of 18 November 2019. Extension requests for the 2RC by 23 Feb 2020, if more time is needed: Bosnia and Herzegovina, Lebanon, Chile, Peru, Bulgaria. Clearance (Article 4): Croatia, Montenegro 1 Aug 2020; Bosnia and Herzegovina 1 Mar 2021; Lebanon 1 May 2021; Chile 1 Jun 2021. Stockpiles (Article 3): Guinea-Bissau 1 May 2019 · passed, no outcome on record; Peru 1 Mar 2021; Bulgaria 1 Apr 2021 · to be confirmed. Reports (Article 7): Gambia 28 Nov 2019 · initial report; Philippines 28 Dec 2019 · initial report; All States Parties 30 Apr 2020 · annual report for 2019; Maldives 28 Aug 2020 · initial report.',
    );
  });

  it('names every State of the picture or says how many dates it leaves out, in no more than Slack takes', () => {
    for (const [words, today] of [
      ['all', '2019-11-18'],
      ['completed', '2019-11-18'],
      ['all', '2012-01-01'],
      ['all completed open', '2026-11-24'],
    ] as const) {
      const picture = timeline(words, today);
      const alt = altOf(picture);
      expect([...alt].length).toBeLessThanOrEqual(1_000);
      const left = / And (\d+) more dates, told in the list\.$/.exec(alt);
      const rows = picture.sections.flatMap((section) => section.rows);
      if (left === null)
        for (const { name, words: said } of rows)
          expect(alt).toMatch(new RegExp(`${name}[^;]*${said}`.replace(/[()]/g, '\\$&')));
      else expect(Number(left[1])).toBeLessThan(rows.length);
    }
    expect(altOf(timeline('all'))).toMatch(/initial report\. And 3 more dates, told in the list\.$/);
    expect(altOf(timeline('all'), 2_500)).not.toMatch(/more dates/);
  });
});
