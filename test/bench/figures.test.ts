import { describe, expect, it } from 'vitest';
import { megabytes, ms, quantile, seconds, timed, times } from './figures.ts';

describe('figures', () => {
  it('take the value below which a share of all lies, in whatever order they came', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(hundred, 0)).toBe(1);
    expect(quantile(hundred, 0.5)).toBe(51);
    expect(quantile(hundred, 0.99)).toBe(100);
    expect(quantile(hundred, 1)).toBe(100);
    expect(quantile([10, 9, 2], 0.5)).toBe(9);
    expect(quantile([], 0.5)).toBeNaN();
  });

  it('are said in the unit that fits', () => {
    expect([ms(0.0712), ms(9.99), ms(12.4), seconds(61_240), megabytes(449_300_000), times(19.808)]).toEqual([
      '0.07 ms',
      '9.99 ms',
      '12 ms',
      '61.2 s',
      '449 MB',
      '19.81 x',
    ]);
  });

  it('come from as many runs as asked for, after some that are not counted', async () => {
    const seen: number[] = [];
    const took = await timed(8, async (run) => void seen.push(run));
    expect(took).toHaveLength(8);
    expect(took.every((each) => each >= 0)).toBe(true);
    expect(seen).toEqual([0, 1, 2, 3, 4, 0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
