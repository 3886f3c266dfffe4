import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { byCell, nextSorting, sorted } from '../../src/sandbox/page/blocks/sorting.ts';

const column = (...texts: string[]) => texts.map((text) => [{ text }]);
const ascending = (...texts: string[]) =>
  sorted(column(...texts), { column: 0, descending: false }).map(([cell]) => cell?.text);

describe('a sorted column', () => {
  test('puts dates in the order of time and words behind them', () => {
    expect(
      ascending('1 November 2023', 'to be confirmed', '1 May 2021', '1 August 2025, extended', 'Sun 23 Feb 2020'),
    ).toEqual(['Sun 23 Feb 2020', '1 May 2021', '1 November 2023', '1 August 2025, extended', 'to be confirmed']);
  });

  test('counts numbers within words and ignores capitals and accents', () => {
    expect(ascending('AR-2018-10', 'AR-2018-9')).toEqual(['AR-2018-9', 'AR-2018-10']);
    expect(ascending('Zambia', "Côte d'Ivoire", 'chad')).toEqual(['chad', "Côte d'Ivoire", 'Zambia']);
  });

  test('leaves rows that are equal, or not sorted at all, as they came', () => {
    const rows = [
      [{ text: 'b' }, { text: '1' }],
      [{ text: 'b' }, { text: '2' }],
      [{ text: 'a' }, { text: '3' }],
    ];
    expect(sorted(rows, null)).toBe(rows);
    expect(sorted(rows, { column: 0, descending: true }).map((row) => row[1]?.text)).toEqual(['1', '2', '3']);
  });

  test('any two cells compare the same way round', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom('1 May 2021', '23 Feb 2020', 'Sun 23 Feb 2020', '1 Maybe 2021', '–', ''),
    );
    fc.assert(
      fc.property(cell, cell, (a, b) => {
        expect(Math.sign(byCell(a, b)) + Math.sign(byCell(b, a))).toBe(0);
      }),
    );
  });

  test('turns round when pressed again, then goes back to how it came', () => {
    const first = nextSorting(null, 1);
    expect(first).toEqual({ column: 1, descending: false });
    expect(nextSorting(first, 1)).toEqual({ column: 1, descending: true });
    expect(nextSorting({ column: 1, descending: true }, 1)).toBeNull();
    expect(nextSorting({ column: 1, descending: true }, 0)).toEqual({ column: 0, descending: false });
  });
});
