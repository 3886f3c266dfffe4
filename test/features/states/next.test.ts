import { describe, expect, it } from 'vitest';
import { nextFor } from '../../../src/features/states/next.ts';
import { nextWords } from '../../../src/features/states/next-words.ts';
import { clocksOfState, clocksOn } from '../../../src/treaty/clocks.ts';
import { day } from '../../../src/treaty/day.ts';
import { recordFromFiles } from '../../setup/record-files.ts';

const record = recordFromFiles();

function next(iso3: string, on: string): string | null {
  const asOf = day(on);
  const found = nextFor(record, iso3, clocksOfState(clocksOn(record, asOf), iso3), asOf);
  const name = record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  if (found === null) return null;
  const { line, under } = nextWords(found, name, record, asOf);
  return under === null ? line : `${line}\n${under}`;
}

describe('the next thing that must happen', () => {
  it.each([
    [
      'LBN',
      '2019-11-18',
      'Next: extension request (Art. 4) by Sun 23 Feb 2020 · 97 days · if more time is needed\nFor the Second Review Conference, Lausanne, 23–27 Nov 2020. Lebanon said at 8MSP (Sept 2018) that it will need one. Announced, not received.',
    ],
    [
      'BIH',
      '2019-11-18',
      'Next: extension request (Art. 4) by Sun 23 Feb 2020 · 97 days · if more time is needed\nFor the Second Review Conference, Lausanne, 23–27 Nov 2020. None on record yet.',
    ],
    ['GMB', '2019-11-18', 'Next: initial report (Art. 7) by Thu 28 Nov · 10 days'],
    [
      'PHL',
      '2019-11-18',
      'Next: initial report (Art. 7) by Sat 28 Dec · 40 days\nThe last working day before is Fri 27 Dec.',
    ],
    [
      'GNB',
      '2019-11-18',
      'Passed, no outcome on record: stockpiles (Art. 3) · 1 May 2019 · 201 days ago\nNo completion and no extension request is on record.',
    ],
    [
      'HRV',
      '2020-05-01',
      'Next: clearance (Art. 4) by Sat 1 Aug · 92 days\nThe last working day before is Fri 31 Jul. No meeting before that date can still receive a request in time (9MSP was the last).',
    ],
    [
      'PER',
      '2020-05-01',
      'Next: decision on the extension request (Art. 3) · Second Review Conference, Lausanne, 23–27 Nov 2020\nThe request is on record (Mar 2020).',
    ],
    [
      'MNE',
      '2020-08-15',
      'Completed 31 Jul 2020 · declaration of compliance due at the next meeting\nArt. 4.1(c): Second Review Conference, Lausanne, 23–27 Nov 2020.',
    ],
    [
      'SOM',
      '2026-11-24',
      'To be confirmed: outcome of the extension request (Art. 4)\nA request for the Thirteenth Meeting of States Parties, Geneva, 16–19 Sep 2025 is on record; what was decided is not. Deadline on record: 1 March 2026.',
    ],
    ['NOR', '2019-11-18', 'Next: annual report for 2019 (Art. 7) by Thu 30 Apr 2020 · 164 days'],
  ])('of %s on %s', (iso3, on, words) => {
    expect(next(iso3, on)).toBe(words);
  });

  it.each([
    ['a State not party', 'ARG'],
    ['a signatory', 'COD'],
    ['a State that has withdrawn', 'LTU'],
  ])('is nothing for %s', (_, iso3) => {
    expect(next(iso3, '2026-01-01')).toBeNull();
  });
});
