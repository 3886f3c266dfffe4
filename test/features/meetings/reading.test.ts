import { beforeAll, describe, expect, it } from 'vitest';
import { readStates } from '../../../src/db/read/states.ts';
import { timeWords, zonedWords } from '../../../src/desk/meeting-words.ts';
import { zonesLike, zoneTyped } from '../../../src/desk/zones-typed.ts';
import { readAddresses } from '../../../src/features/meetings/addresses.ts';
import { isOver, readWhen, type TypedWhen, typedOf } from '../../../src/features/meetings/when-input.ts';
import { readMeetingWords } from '../../../src/features/meetings/words-in.ts';
import { type NameBook, nameBook } from '../../../src/questions/names.ts';
import { day } from '../../../src/treaty/day.ts';
import { freshDatabase } from '../../setup/database.ts';
import { instant } from '../../setup/instants.ts';

const TODAY = day('2019-11-18');
const typed = (of: Partial<TypedWhen>): TypedWhen => ({
  day: '21 Nov',
  from: '',
  until: '',
  lastDay: '',
  zone: 'Europe/Zurich',
  ...of,
});
const read = (of: Partial<TypedWhen>) => readWhen(typed(of), TODAY);

describe('the time of a meeting as it is typed', () => {
  it.each([
    [{ from: '10:00', until: '11:00' }, '2019-11-21T09:00:00Z', '2019-11-21T10:00:00Z', 'Thu 21 Nov, 10:00–11:00'],
    [
      { from: '10:00', until: '11:00', zone: 'America/New_York' },
      '2019-11-21T15:00:00Z',
      '2019-11-21T16:00:00Z',
      'Thu 21 Nov, 10:00–11:00',
    ],
    [
      { day: 'Thu 21.11.2019', from: '22:00', until: '01:00', lastDay: '22 Nov' },
      '2019-11-21T21:00:00Z',
      '2019-11-22T00:00:00Z',
      'Thu 21 Nov, 22:00 – Fri 22 Nov, 01:00',
    ],
    // The clocks are put back over 02:30: it is the first of the two.
    [
      { day: '25 Oct 2020', from: '02:30', until: '03:30' },
      '2020-10-25T00:30:00Z',
      '2020-10-25T02:30:00Z',
      'Sun 25 Oct 2020, 02:30–03:30',
    ],
  ])('%j is two instants in its zone, and goes back into the form as it was', (given, start, end, words) => {
    const found = read(given);
    expect(found).toEqual({ ok: true, when: { kind: 'timed', start, end } });
    if (!found.ok) return;
    const { zone } = typed(given);
    expect(timeWords(found.when, zone, TODAY)).toBe(words);
    expect(readWhen(typedOf(found.when, zone), TODAY)).toEqual(found);
  });

  it('is whole days without times, and a month alone stays a month', () => {
    expect(read({})).toMatchObject({ when: { kind: 'days', first: '2019-11-21', last: '2019-11-21' } });
    expect(read({ day: '23 November 2020', lastDay: '27 Nov 2020' })).toMatchObject({
      when: { first: '2020-11-23', last: '2020-11-27' },
    });
    const month = read({ day: 'February 2020' });
    expect(month).toEqual({ ok: true, when: { kind: 'month', month: '2020-02' } });
    expect(zonedWords({ kind: 'month', month: '2020-02' }, 'UTC', TODAY)).toBe('February 2020, no day yet');
    expect(zonedWords({ kind: 'days', first: day('2020-11-23'), last: day('2020-11-27') }, 'UTC', TODAY)).toBe(
      '23–27 Nov 2020',
    );
  });

  it.each([
    [{ from: '10:00', until: '09:00' }, 'until', 'The end lies before the beginning'],
    [{ from: '10:00', until: '10:00' }, 'until', 'The end lies before the beginning'],
    [{ lastDay: '20 Nov 2019' }, 'lastDay', 'before the first'],
    [{ day: '21 Nov 1919' }, 'day', 'from 1 January 2008 to 31 December 2099'],
    [{ day: 'next week' }, 'day', '“next week” cannot be read as a day'],
    [{ day: '31 November 2019' }, 'day', 'There is no 31 November 2019'],
    [{ day: '2020' }, 'day', 'A year alone is too vague'],
    [{ day: '' }, 'day', 'Please say when'],
    [{ from: '10:00' }, 'until', 'no end'],
    [{ until: '10:00' }, 'from', 'no beginning'],
    [{ day: 'Feb 2020', from: '10:00', until: '11:00' }, 'from', 'Of a month alone'],
    [{ day: '29 Mar 2020', from: '02:30', until: '04:00' }, 'from', 'There is no 02:30 on that day in Zurich'],
  ])('%j is refused at its field', (given, field, problem) => {
    expect(read(given)).toMatchObject({ ok: false, field, problem: expect.stringContaining(problem) });
  });

  it('is over when it has ended, a whole day with the day in its zone', () => {
    const days = { kind: 'days', first: TODAY, last: TODAY } as const;
    expect(isOver(days, 'Pacific/Auckland', instant('2019-11-18T10:59:00Z'))).toBe(false);
    expect(isOver(days, 'Pacific/Auckland', instant('2019-11-18T11:00:00Z'))).toBe(true);
  });
});

describe('a zone', () => {
  it.each([
    ['W. Europe Standard Time', 'Europe/Berlin'],
    ['GMT Standard Time', 'Europe/London'],
    ['geneva', 'Europe/Zurich'],
    ['Asia/Beirut', 'Asia/Beirut'],
    ['buenos aires', 'America/Argentina/Buenos_Aires'],
    ['Mars', null],
  ])('“%s” is %s', (text, zone) => {
    const found = zoneTyped(text);
    // Older lists of zones call Buenos Aires by a shorter name.
    expect(found?.split('/').at(-1)).toBe(zone?.split('/').at(-1));
    if (zone !== null) expect(zonesLike(text, 10)).toContain(found);
  });
});

describe('people by address', () => {
  it('are read one a line or between semicolons, with names and whether they may come', () => {
    expect(readAddresses('Ana Perić <ana@mfa.example>\nleo@ngo.example (optional); m@x.example,n@x.example')).toEqual({
      ok: true,
      invitees: [
        { address: 'ana@mfa.example', name: 'Ana Perić', optional: false, slackId: null },
        { address: 'leo@ngo.example', name: 'leo@ngo.example', optional: true, slackId: null },
        { address: 'm@x.example', name: 'm@x.example', optional: false, slackId: null },
        { address: 'n@x.example', name: 'n@x.example', optional: false, slackId: null },
      ],
    });
  });

  it.each([
    'ana',
    'ana@mfa',
    'ana@@mfa.example',
    'ana@mfa.example\nnobody',
    'a b@mfa.example',
    `${'x'.repeat(300)}@mfa.example`,
  ])('“%s” is refused with the words for it', (text) => {
    expect(readAddresses(text)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('is not an e-mail address'),
    });
  });
});

describe('a meeting in words', () => {
  let book: NameBook;
  beforeAll(async () => {
    const database = await freshDatabase();
    book = nameBook(await readStates(database.db));
    await database.close();
  });
  it.each([
    [
      'ISU on priorities 21 Nov 10:00–11:30 with <@U0ISU>',
      { title: 'ISU on priorities', kind: 'isu', day: '2019-11-21', from: '10:00', until: '11:30', people: ['U0ISU'] },
    ],
    [
      'Lebanon coalition on Fri 22 Nov at 14.30',
      {
        title: 'Lebanon coalition',
        kind: 'coalition',
        day: '2019-11-22',
        from: '14:30',
        until: '15:30',
        states: ['LBN'],
      },
    ],
    [
      'workshop on reporting in Feb 2020',
      { title: 'workshop on reporting', kind: 'workshop', day: '2020-02', from: '' },
    ],
    [
      'side event on 21.11.2019 13:15 to 14:45',
      { title: 'side event', kind: 'side_event', day: '2019-11-21', from: '13:15', until: '14:45' },
    ],
    ['we may meet Peru', { title: 'we may meet Peru', day: '', states: ['PER'] }],
    ['call 31 June 2020', { title: 'call 31 June 2020', day: '', noSuchDay: '31 June 2020' }],
    ['call 21 Nov 10:00 (Eastern Standard Time)', { title: 'call', from: '10:00', zone: 'America/New_York' }],
    ['late call 21 Nov 23:30', { from: '23:30', until: '23:59' }],
    ['', { title: '', day: '', from: '' }],
  ])('“%s”', (text, found) => {
    expect(readMeetingWords(text, book, TODAY)).toMatchObject(found);
  });
});
