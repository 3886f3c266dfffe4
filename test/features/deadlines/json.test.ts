import { describe, expect, it } from 'vitest';
import { deadlineLines } from '../../../src/features/deadlines/json.ts';
import { clocksOn } from '../../../src/treaty/clocks.ts';
import { day } from '../../../src/treaty/day.ts';
import { recordFromFiles } from '../../setup/record-files.ts';

const clocks = clocksOn(recordFromFiles(), day('2019-11-18'));

describe('deadlines as the command line prints them', () => {
  it('gives each line these fields and no others', () => {
    const [line] = deadlineLines(clocks, { state: 'LBN', article: 4 });
    expect(line).toEqual({
      state: 'LBN',
      article: 4,
      kind: 'extension_request',
      due: '2020-02-23',
      originalDue: '2020-02-23',
      status: 'open',
      basis: expect.stringContaining('2RC'),
      sources: expect.any(Array),
    });
  });

  it('leaves out what is completed once a last day is given, and keeps what has passed', () => {
    const until = deadlineLines(clocks, { until: day('2020-08-01'), article: 4 });
    expect(until.map(({ state, kind }) => `${state} ${kind}`)).toEqual([
      'HRV extension_request',
      'MNE extension_request',
      'BIH extension_request',
      'CHL extension_request',
      'LBN extension_request',
      'HRV clearance',
      'MNE clearance',
    ]);
    expect(deadlineLines(clocks, { article: 4 }).some(({ status }) => status === 'completed')).toBe(true);
  });

  it('is ordered by due date, State, article and kind', () => {
    const keys = deadlineLines(clocks).map(({ due, state, article, kind }) => `${due} ${state} ${article} ${kind}`);
    expect(keys).toEqual(keys.toSorted());
    expect(keys.length).toBe(clocks.length);
  });
});
