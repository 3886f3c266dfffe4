import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import { datesCard } from '../../../src/features/deadlines/card.ts';
import { composeDates } from '../../../src/features/deadlines/compose.ts';
import { understoodAs } from '../../../src/features/deadlines/understood.ts';
import { ALL_DATES, type Wanted } from '../../../src/features/deadlines/wanted.ts';
import { clocksOn } from '../../../src/treaty/clocks.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import { recordFromFiles } from '../../setup/record-files.ts';
import { everything, FORBIDDEN, readable } from '../words.ts';

const record = recordFromFiles();

function card(asOf: string, change: Partial<Wanted> = {}, isPublic = false) {
  const on = day(asOf);
  const wanted = { ...ALL_DATES, ...change };
  const dates = composeDates(record, clocksOn(record, on), wanted, on);
  const name = record.states.find(({ iso3 }) => iso3 === wanted.state)?.shortName ?? null;
  return datesCard(dates, understoodAs(wanted, name, dates), isPublic);
}

const list = (asOf: string, change: Partial<Wanted> = {}): string => readable(card(asOf, change).withoutTable ?? []);

describe('the dates of Articles 3, 4 and 7', () => {
  it('says on 18 November 2019 what the digest of that day says', () => {
    expect(list('2019-11-18')).toBe(
      [
        '*Next: Gambia, initial report (Art. 7), Thu 28 Nov, 10 days.*',
        'Passed, no outcome on record: Guinea-Bissau, stockpiles (Art. 3), 1 May 2019.',
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
      ].join('\n'),
    );
  });

  it('puts what lies ahead into a table whose rows name the States', () => {
    const table = card('2019-11-18').blocks.find((block) => block.type === 'data_table');
    const [head, first, second] = (table?.rows ?? []).map((row) =>
      row.map((cell) => ('text' in cell ? cell.text : '')),
    );
    expect(head).toEqual(['State', 'What', 'Due', 'Days']);
    expect(first).toEqual(['Gambia', 'initial report (Art. 7)', 'Thu 28 Nov', '10 days']);
    expect(second?.[0]).toBe('Philippines');
    expect(table?.rows).toHaveLength(8);
  });

  it('keeps on 4 September 2020 the review of Guinea-Bissau, the request of Peru and no date for requests gone by', () => {
    const text = list('2020-09-04');
    expect(text).toContain('no completion, no extension request · January 2020 expert review did not identify stocks');
    expect(text).toContain('*Peru* · stockpiles (Art. 3) · Mon 1 Mar 2021 · 178 days · request for the 2RC on record');
    expect(text).not.toContain('Extension requests for');
  });

  it('tells on 24 November 2026 eight clearance deadlines with a pending request as to be confirmed, never as passed', () => {
    const text = list('2026-11-24', { everything: true });
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

  it('does not name anybody for a receipt that the desk does not hold', () => {
    const text = list('2019-11-18', { article: 7, kinds: ['initial_report', 'annual_report'] });
    expect(text).toContain('• Initial reports (Art. 7): of 92 States Parties the desk holds no receipt.');
    expect(text).not.toMatch(/Austria|Norway/);
  });

  it('tells by one State what is on record and what is not', () => {
    const text = list('2019-11-18', { state: 'LBN' });
    expect(text.split('\n')[0]).toBe(
      '*Next: Lebanon, extension request (Art. 4) by Sun 23 Feb 2020, 97 days, if more time is needed.*',
    );
    expect(text).toContain('annual report for 2018 (Art. 7) · on record (by 18 Nov 2019)');
    expect(text).toContain('initial report (Art. 7) · 28 Oct 2011 · receipt not on record');
  });

  it('keeps a window to its dates', () => {
    const lines = list('2019-11-18', { from: day('2021-01-01'), until: day('2021-12-31'), article: 4 });
    expect(lines.split('\n').filter((line) => line.startsWith('•'))).toEqual([
      '• *Bosnia and Herzegovina* · clearance (Art. 4) · 1 Mar 2021 · 469 days',
      '• *Lebanon* · clearance (Art. 4) · 1 May 2021 · 530 days',
      '• *Chile* · clearance (Art. 4) · 1 Jun 2021 · 561 days',
    ]);
  });

  it('says when nothing is on record', () => {
    expect(list('2019-11-18', { state: 'ARG' }).split('\n')[0]).toBe(
      '*No such date is on record* under Articles 3, 4 and 7.',
    );
  });

  it('gives a channel two blocks and a person the whole', () => {
    expect(card('2019-11-18', {}, true).blocks).toHaveLength(2);
  });

  it('never shows what may not be shown', () => {
    expect(list('2019-11-18', { everything: true })).not.toContain('United Kingdom');
  });

  it("accuses nobody and keeps within Slack's limits, whatever is asked and on whatever day", () => {
    const parties = record.states.filter(({ deposited }) => deposited !== null).map(({ iso3 }) => iso3);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 6200 }),
        fc.constantFrom(null, ...parties),
        fc.constantFrom(null, 3 as const, 4 as const, 7 as const),
        fc.boolean(),
        (days, state, article, open) => {
          const message = card(addDays(day('2010-08-01'), days), { state, article, everything: open });
          expect(everything(message)).not.toMatch(FORBIDDEN);
          expect(message.text).not.toBe('');
          expect(lengthOf(readable(message.withoutTable ?? []))).toBeLessThanOrEqual(LIMITS.messageChars);
          for (const blocks of [message.blocks, message.withoutTable ?? []]) {
            expect(blocks.length).toBeLessThanOrEqual(LIMITS.messageBlocks);
            for (const block of blocks)
              if (block.type === 'section')
                expect(lengthOf(block.text?.text ?? '')).toBeLessThanOrEqual(LIMITS.sectionText);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
