import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { addDays, addMonths, type Day, day, daysBetween } from '../../src/treaty/day.ts';
import { decidingMeeting } from '../../src/treaty/deciding-meeting.ts';
import type { MeetingFacts } from '../../src/treaty/facts.ts';
import { recordFromFiles } from '../setup/record-files.ts';
import { recordDay } from './days.ts';

const record = recordFromFiles();
const { meetings } = record;

const meeting = (code: string, change: Partial<MeetingFacts>): MeetingFacts => ({
  code,
  name: code,
  type: 'MSP',
  plannedStart: null,
  plannedEnd: null,
  knownFrom: null,
  actualStart: null,
  actualEnd: null,
  replacedBy: [],
  place: '',
  source: '',
  note: '',
  ...change,
});

const decidedAt = (deadline: string, asOf: string, among: readonly MeetingFacts[] = meetings) => {
  const found = decidingMeeting(day(deadline), among, day(asOf));
  return found === null ? null : `${found.meeting.code} ${found.submitBy}`;
};

describe('the meeting that decides an extension request (Art. 3.5, 4.6)', () => {
  it.each([
    ['9MSP', '2019-10-01', '2018-12-02'],
    ['9MSP', '2020-08-01', '2018-12-02'],
    ['2RC', '2021-03-01', '2020-02-23'],
    ['10MSP', '2023-09-01', '2021-11-30'],
    ['11MSP', '2023-11-01', '2022-12-11'],
    ['12MSP', '2025-08-01', '2023-12-10'],
    ['13MSP', '2026-05-01', '2024-12-16'],
  ])('the %s for a deadline of %s, with requests by %s', (code, deadline, submitBy) => {
    expect(decidedAt(deadline, '2026-11-24')).toBe(`${code} ${submitBy}`);
  });

  it('is on 18 November 2019 the Second Review Conference, for these five deadlines alone', () => {
    const open = clocksOn(record, day('2019-11-18')).filter(
      ({ kind, due }) => kind === 'extension_request' && due >= '2019-11-18',
    );
    expect(
      open.map(({ state, article, due, meeting, extends: until }) => [state, article, due, meeting, until]),
    ).toEqual([
      ['BGR', 3, '2020-02-23', '2RC', '2021-04-01'],
      ['BIH', 4, '2020-02-23', '2RC', '2021-03-01'],
      ['CHL', 4, '2020-02-23', '2RC', '2021-06-01'],
      ['LBN', 4, '2020-02-23', '2RC', '2021-05-01'],
      ['PER', 3, '2020-02-23', '2RC', '2021-03-01'],
    ]);
  });

  it('is for Croatia and Montenegro the Ninth Meeting, whose date has gone by without anybody being obliged', () => {
    const both = clocksOn(record, day('2019-11-18')).filter(
      ({ kind, state }) => kind === 'extension_request' && ['HRV', 'MNE'].includes(state),
    );
    expect(both.map(({ state, due, status, meeting }) => [state, due, status, meeting])).toEqual([
      ['HRV', '2018-12-02', 'uncertain', '9MSP'],
      ['MNE', '2018-12-02', 'uncertain', '9MSP'],
    ]);
  });

  it('is not fixed yet where no meeting is known within 400 days before the deadline', () => {
    for (const state of ['AFG', 'TCD', 'IRQ', 'SOM', 'DEU', 'LAO', 'ZAF', 'SVK'])
      expect(
        clocksOn(record, day('2019-11-18')).some((each) => each.state === state && each.kind === 'extension_request'),
      ).toBe(false);
    expect(decidedAt('2026-11-01', '2026-11-24')).toBeNull();
  });

  it('may start on the deadline itself and 400 days before it, not a day more', () => {
    const only = [meeting('M', { plannedStart: '2020-03-01', knownFrom: day('2019-01-01') })];
    expect(decidedAt('2020-03-01', '2019-06-01', only)).toBe('M 2019-06-01');
    expect(decidedAt('2020-02-29', '2019-06-01', only)).toBeNull();
    expect(decidedAt(addDays(day('2020-03-01'), 400), '2019-06-01', only)).toBe('M 2019-06-01');
    expect(decidedAt(addDays(day('2020-03-01'), 401), '2019-06-01', only)).toBeNull();
  });

  it('is the last that fits, not the first', () => {
    const two = ['2020-03-01', '2020-09-01'].map((plannedStart) =>
      meeting(plannedStart, { plannedStart, knownFrom: day('2019-01-01') }),
    );
    expect(decidedAt('2021-01-01', '2019-06-01', two)).toBe('2020-09-01 2019-12-01');
    expect(decidedAt('2021-01-01', '2019-06-01', two.toReversed())).toBe('2020-09-01 2019-12-01');
  });

  it('is a Meeting of States Parties or a Review Conference, no other', () => {
    const at = { plannedStart: '2020-09-01', knownFrom: day('2019-01-01') };
    for (const type of ['PREP', 'INFORMAL', 'INTERSESSIONAL', 'EXTERNAL'] as const)
      expect(decidedAt('2021-01-01', '2019-06-01', [meeting('M', { ...at, type })])).toBeNull();
    expect(decidedAt('2021-01-01', '2019-06-01', [meeting('M', { ...at, type: 'RC' })])).toBe('M 2019-12-01');
  });

  it('must be known: from its day of notice, or from its first day where none is on record', () => {
    const noted = [meeting('M', { plannedStart: '2020-09-01', knownFrom: day('2019-09-04') })];
    expect(decidedAt('2021-01-01', '2019-09-03', noted)).toBeNull();
    expect(decidedAt('2021-01-01', '2019-09-04', noted)).toBe('M 2019-12-01');
    const unnoted = [meeting('M', { plannedStart: '2020-09-01' })];
    expect(decidedAt('2021-01-01', '2020-08-31', unnoted)).toBeNull();
    expect(decidedAt('2021-01-01', '2020-09-01', unnoted)).toBe('M 2019-12-01');
    const unplanned = [meeting('M', { actualStart: '2020-09-01' })];
    expect(decidedAt('2021-01-01', '2020-08-31', unplanned)).toBeNull();
    expect(decidedAt('2021-01-01', '2020-09-01', unplanned)).toBe('M 2019-12-01');
  });

  it('has no day when it is planned for a month or a year only', () => {
    for (const plannedStart of ['2026', '2026-09'])
      expect(
        decidedAt('2027-01-01', '2026-11-24', [meeting('M', { plannedStart, knownFrom: day('2025-01-01') })]),
      ).toBeNull();
  });

  it('keeps the date of its first plan when it is moved, and the move is known from the planned first day', () => {
    const moved = [
      meeting('M', { plannedStart: '2020-06-08', knownFrom: day('2019-09-01'), actualStart: '2020-09-21' }),
    ];
    expect(decidedAt('2020-12-01', '2020-01-01', moved)).toBe('M 2019-09-08');
    expect(decidedAt('2020-12-01', '2020-12-01', moved)).toBe('M 2019-09-08');
    // As planned it could have decided on this deadline; as moved it comes too late, which is known from 8 June.
    expect(decidedAt('2020-08-01', '2020-06-07', moved)).toBe('M 2019-09-08');
    expect(decidedAt('2020-08-01', '2020-06-08', moved)).toBeNull();
  });

  it('goes by the day on which it began when that was earlier than planned', () => {
    const early = [
      meeting('M', { plannedStart: '2020-09-21', knownFrom: day('2019-09-01'), actualStart: '2020-09-01' }),
    ];
    expect(decidedAt('2020-09-10', '2020-08-31', early)).toBeNull();
    expect(decidedAt('2020-09-10', '2020-09-01', early)).toBe('M 2019-12-21');
  });

  it('keeps the date of a Conference that was replaced by its parts, which set none', () => {
    for (const asOf of ['2019-11-18', '2020-11-24', '2021-02-28', '2021-10-01'])
      expect(decidedAt('2021-03-01', asOf)).toBe('2RC 2020-02-23');
    // Only the parts lie within 400 days before this one.
    expect(decidedAt('2022-02-01', '2021-10-01')).toBeNull();
  });

  it('asks for requests on the last day of a month that has no such day nine months back', () => {
    for (const [first, submitBy] of [
      ['2019-11-30', '2019-02-28'],
      ['2020-11-30', '2020-02-29'],
      ['2022-08-31', '2021-11-30'],
    ] as const)
      expect(
        decidedAt(first, '2019-01-01', [meeting('M', { plannedStart: first, knownFrom: day('2019-01-01') })]),
      ).toBe(`M ${submitBy}`);
  });

  it('never starts after the deadline nor more than 400 days before it, and its requests are due nine months before', () => {
    fc.assert(
      fc.property(recordDay, recordDay, (deadline, asOf) => {
        const found = decidingMeeting(deadline, meetings, asOf);
        if (found === null) return;
        const { submitBy, meeting: deciding } = found;
        const first = (deciding.plannedStart ?? deciding.actualStart) as Day;
        expect(daysBetween(first, deadline)).toBeGreaterThanOrEqual(0);
        expect(daysBetween(first, deadline)).toBeLessThanOrEqual(400);
        expect(submitBy).toBe(addMonths(first, -9));
        expect(['MSP', 'RC']).toContain(deciding.type);
        expect(deciding.code).not.toMatch(/-P\d$/);
      }),
    );
  });
});
