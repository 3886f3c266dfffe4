import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isZone, lastOccurrence, nextOccurrence, type Weekly } from '../../src/desk/schedule.ts';
import { instant } from '../setup/instants.ts';

const MONDAY: Weekly = { weekday: 1, time: '08:00', zone: 'Europe/Zurich' };

const weekly = fc.record({
  weekday: fc.integer({ min: 1, max: 7 }),
  time: fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`),
  zone: fc.constantFrom(
    'Europe/Zurich',
    'Europe/Podgorica',
    'America/New_York',
    'Pacific/Auckland',
    'Asia/Kathmandu',
    'UTC',
  ),
});
const anyInstant = fc
  .integer({ min: Date.UTC(2010, 0, 1) / 1000, max: Date.UTC(2040, 0, 1) / 1000 })
  .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));

describe('a weekly occurrence', () => {
  test('is the Monday morning of Geneva, in summer and in winter', () => {
    expect(lastOccurrence(MONDAY, instant('2019-11-18T09:00:00+01:00')).toString()).toBe('2019-11-18T07:00:00Z');
    expect(nextOccurrence(MONDAY, instant('2019-11-18T09:00:00+01:00')).toString()).toBe('2019-11-25T07:00:00Z');
    expect(nextOccurrence(MONDAY, instant('2020-06-01T08:00:01+02:00')).toString()).toBe('2020-06-08T06:00:00Z');
  });

  test('has come at its own instant, and not a second before', () => {
    expect(lastOccurrence(MONDAY, instant('2019-11-18T08:00:00+01:00')).toString()).toBe('2019-11-18T07:00:00Z');
    expect(lastOccurrence(MONDAY, instant('2019-11-18T07:59:59+01:00')).toString()).toBe('2019-11-11T07:00:00Z');
  });

  test.each([
    ['Europe/Zurich', '2020-03-29T12:00:00Z', '2020-10-25T12:00:00Z'],
    ['Europe/Podgorica', '2020-03-29T12:00:00Z', '2020-10-25T12:00:00Z'],
    ['America/New_York', '2020-03-08T12:00:00Z', '2020-11-01T12:00:00Z'],
  ])('in the hour that %s leaves out or has twice comes once', (zone, spring, autumn) => {
    const night: Weekly = { weekday: 7, time: '02:30', zone };
    for (const text of [spring, autumn]) {
      const last = lastOccurrence(night, instant(text));
      const local = last.toZonedDateTimeISO(zone);
      expect(local.toPlainDate().toString()).toBe(text.slice(0, 10));
      expect(nextOccurrence(night, last).toZonedDateTimeISO(zone).toPlainDate().toString()).toBe(
        local.toPlainDate().add({ days: 7 }).toString(),
      );
      expect(lastOccurrence(night, last.add({ hours: 5 })).equals(last)).toBe(true);
    }
  });

  test('of any schedule in any zone lies around any instant, seven local days apart', () => {
    fc.assert(
      fc.property(weekly, anyInstant, (schedule, at) => {
        const last = lastOccurrence(schedule, at);
        const next = nextOccurrence(schedule, at);
        expect(Temporal.Instant.compare(last, at)).toBeLessThanOrEqual(0);
        expect(Temporal.Instant.compare(at, next)).toBeLessThan(0);
        const [from, to] = [last, next].map((each) => each.toZonedDateTimeISO(schedule.zone).toPlainDate());
        expect(from?.add({ days: 7 }).toString()).toBe(to?.toString());
        expect(from?.dayOfWeek).toBe(schedule.weekday);
        expect(lastOccurrence(schedule, next).equals(next)).toBe(true);
      }),
    );
  });
});

test('a zone is known or it is not', () => {
  expect(['Europe/Zurich', 'UTC', 'Asia/Kolkata'].map(isZone)).toEqual([true, true, true]);
  expect(['Europe/Geneva', '', 'Mars/Base'].map(isZone)).toEqual([false, false, false]);
});
