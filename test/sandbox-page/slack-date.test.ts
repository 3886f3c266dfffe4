import { describe, expect, test } from 'vitest';
import { dateInWords, dayHeading, slackDate } from '../../src/sandbox/page/text/slack-date.ts';

const now = Date.parse('2019-11-18T08:00:00Z');
const at = Date.parse('2019-11-18T23:30:00Z') / 1000;

describe('a date in a message', () => {
  test('is shown in the zone of the person reading', () => {
    expect(slackDate({ now, zone: 'Europe/Zurich' }, at, '{date_short} at {time}')).toBe('19 Nov 2019 at 00:30');
    expect(slackDate({ now, zone: 'UTC' }, at, '{date_short} at {time}')).toBe('18 Nov 2019 at 23:30');
  });

  test('is called today or tomorrow as the reader would', () => {
    expect(slackDate({ now, zone: 'UTC' }, at, '{date_pretty}')).toBe('today');
    expect(slackDate({ now, zone: 'Europe/Zurich' }, at, '{date_pretty}')).toBe('tomorrow');
    expect(slackDate({ now, zone: 'UTC' }, at + 10 * 86_400, '{date_long_pretty}')).toBe('Thursday, 28 November 2019');
  });

  test('leaves its place to the fallback when the format is not known', () => {
    expect(slackDate({ now, zone: 'UTC' }, at, '{date_of_birth}')).toBeNull();
    expect(slackDate({ now, zone: 'UTC' }, at, 'no date')).toBeNull();
    expect(slackDate({ now, zone: 'UTC' }, 1e14, '{date}')).toBeNull();
  });

  test('heads the messages of its day', () => {
    expect(dayHeading({ now, zone: 'UTC' }, now)).toBe('Today, Monday 18 November 2019');
    expect(dayHeading({ now, zone: 'UTC' }, now - 5 * 86_400_000)).toBe('Wednesday 13 November 2019');
  });
});

describe('a date field', () => {
  test('is said in words that nobody can misread, and not at all while it holds no date', () => {
    expect(dateInWords('2019-11-12')).toBe('Tue 12 Nov 2019');
    for (const date of ['', '2019-11', '2019-13-01', 'soon']) expect(dateInWords(date)).toBe('');
  });
});
