import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/treaty/day.ts';
import { meetingDatesOn, meetingDaysOn, meetingDuring, meetingsKnownOn } from '../../src/treaty/meeting-dates.ts';
import { isOpen, REQUEST_STATUSES, STEPS, stepOf } from '../../src/treaty/request-moves.ts';
import { endOf, startOf } from '../../src/treaty/vague-date.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { anyDay } from './days.ts';

const { meetings } = recordFromFiles();
const meeting = (code: string) => {
  const found = meetings.find((each) => each.code === code);
  if (found === undefined) throw new Error(`No meeting ${code}.`);
  return found;
};

describe('a date as vague as its source', () => {
  it('spans its year, its month or its day', () => {
    expect(startOf({ text: '2024', precision: 'year' })).toBe('2024-01-01');
    expect(endOf({ text: '2024', precision: 'year' })).toBe('2024-12-31');
    expect(startOf({ text: '2024-02', precision: 'month' })).toBe('2024-02-01');
    expect(endOf({ text: '2024-02', precision: 'month' })).toBe('2024-02-29');
    expect(endOf({ text: '2023-02', precision: 'by' })).toBe('2023-02-28');
    expect(endOf({ text: '2020-11-25', precision: 'by' })).toBe('2020-11-25');
    for (const read of [startOf, endOf]) {
      expect(read({ text: '', precision: 'unknown' })).toBeNull();
      expect(read({ text: '', precision: 'month' })).toBeNull();
      expect(read({ text: '2020-11-25', precision: 'unknown' })).toBeNull();
    }
  });

  it('never ends before it begins, and holds every day that it may mean', () => {
    fc.assert(
      fc.property(anyDay, fc.constantFrom(4, 7, 10), (on, size) => {
        const vague = { text: on.slice(0, size), precision: 'by' as const };
        const [from, until] = [startOf(vague), endOf(vague)];
        expect(from !== null && until !== null && from <= on && on <= until).toBe(true);
        expect(until && addDays(until, 1).slice(0, size)).not.toBe(vague.text === until ? '' : vague.text);
      }),
    );
  });
});

describe('the dates of a meeting', () => {
  it('are its plan until the planned first day, then what became of it', () => {
    const first = meeting('2RC-PREP1');
    expect(meetingDatesOn(first, day('2020-06-07'))).toEqual({ start: '2020-06-08', end: '2020-06-08' });
    expect(meetingDatesOn(first, day('2020-06-08'))).toEqual({ start: '2020-06-29', end: '2020-06-29' });
    expect(meetingDaysOn(meeting('NDM-UN23'), day('2019-11-18'))).toBeNull();
    expect(meetingDaysOn(meeting('9MSP'), day('2019-11-18'))).toEqual({ first: '2019-09-02', last: '2019-09-04' });
  });

  it('are known from a day on, and gone when others take its place', () => {
    const known = (asOf: string): string[] => meetingsKnownOn(meetings, day(asOf)).map(({ code }) => code);
    expect(known('2019-11-18')).toContain('2RC');
    expect(known('2019-11-18')).not.toContain('10MSP');
    expect(known('2019-11-17')).not.toContain('2RC-PREP1');
    for (const code of ['2RC-P1', '2RC-P2']) expect(known('2019-11-18')).not.toContain(code);
    expect(known('2020-11-01')).toContain('2RC-P1');
    expect(known('2020-11-01')).not.toContain('2RC');
  });

  it('tell which Meeting was sitting on a day', () => {
    expect(meetingDuring(day('2019-09-03'), meetings)?.code).toBe('9MSP');
    expect(meetingDuring(day('2019-09-05'), meetings)).toBeNull();
    expect(meetingDuring(null, meetings)).toBeNull();
    expect(meetingDuring(day('2020-09-04'), meetings)).toBeNull();
  });
});

describe('the road of a request', () => {
  it('has eight steps, and three statuses that end it', () => {
    expect(STEPS.map(stepOf)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    for (const beside of ['on_hold', 'withdrawn', 'superseded'] as const) expect(stepOf(beside)).toBeNull();
    expect(REQUEST_STATUSES.filter((status) => !isOpen(status))).toEqual(['fulfilled', 'withdrawn', 'superseded']);
  });
});
