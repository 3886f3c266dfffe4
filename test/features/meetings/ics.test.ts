import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { MeetingRow } from '../../../src/db/read/meetings.ts';
import { invitationFile } from '../../../src/features/meetings/ics.ts';
import { day } from '../../../src/treaty/day.ts';
import { instant } from '../../setup/instants.ts';

const AT = instant('2019-11-18T08:00:00Z');
const invitee = { id: 'i', slackId: null, answer: 'none', proposes: null, kept: null, optional: false } as const;
const ROW: MeetingRow = {
  id: 'meeting',
  reference: 'M1',
  kind: 'isu',
  title: 'Réunion; priorités, «Ärger» и 日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語日本語',
  when: { kind: 'timed', start: '2020-03-26T09:00:00Z', end: '2020-03-26T10:00:00Z' },
  zone: 'Europe/Zurich',
  place: 'Genève, salle 3',
  agenda: '1. One\n2. Two; three, four \\ five',
  online: false,
  repeats: null,
  convention: null,
  inMarginsOf: null,
  status: 'planned',
  outcome: '',
  organiser: { slackId: 'U1', name: 'Ana' },
  link: null,
  sequence: 0,
  moved: null,
  occurrences: [],
  states: [],
  invitees: [
    { ...invitee, address: 'lea@mfa.example', name: 'A; B, "C"' },
    { ...invitee, address: 'leo@ngo.example', name: 'Leo', optional: true },
    { ...invitee, address: '', name: 'nobody knows', slackId: 'U2' },
  ],
  notices: [],
  recordedAt: AT,
  webLink: null,
  joinUrl: null,
  iCalUId: null,
};
const fileOf = (of: Partial<MeetingRow> = {}): string => invitationFile({ ...ROW, ...of }, null, AT) ?? '';
const read = (text: string) => {
  const component = new ICAL.Component(ICAL.parse(text));
  const [event] = component.getAllSubcomponents('vevent');
  if (event === undefined) throw new Error('There is no event in it.');
  return { method: component.getFirstPropertyValue('method'), event: new ICAL.Event(event), component: event };
};

describe('a meeting as a calendar file', () => {
  it('is read by another calendar word for word, with its people, and no line is longer than 75 octets', () => {
    const text = fileOf();
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    const { method, event, component } = read(text);
    expect([method, event.summary, event.location, event.description]).toEqual([
      'REQUEST',
      ROW.title,
      ROW.place,
      ROW.agenda,
    ]);
    expect([event.startDate.toString(), event.endDate.toString()]).toEqual([
      '2020-03-26T09:00:00Z',
      '2020-03-26T10:00:00Z',
    ]);
    expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2019-11-18T08:00:00Z');
    expect(event.attendees.map((each) => [each.getFirstValue(), each.getParameter('role')])).toEqual([
      [expect.stringMatching(/^mailto:lea@mfa\.example$/i), 'REQ-PARTICIPANT'],
      [expect.stringMatching(/^mailto:leo@ngo\.example$/i), 'OPT-PARTICIPANT'],
    ]);
  });

  it('stays the same event when it is changed, with a higher number, and when it is cancelled', () => {
    const changed = read(fileOf({ sequence: 3, status: 'cancelled' }));
    expect(changed.method).toBe('CANCEL');
    expect([changed.event.uid, changed.event.sequence]).toEqual([read(fileOf()).event.uid, 3]);
    expect(changed.component.getFirstPropertyValue('status')).toBe('CANCELLED');
  });

  it('holds whole days as labels, the day after the last as their end, and of a month alone nothing', () => {
    const { event } = read(fileOf({ when: { kind: 'days', first: day('2020-11-23'), last: day('2020-11-27') } }));
    expect([event.startDate.isDate, event.startDate.toString(), event.endDate.toString()]).toEqual([
      true,
      '2020-11-23',
      '2020-11-28',
    ]);
    expect(invitationFile({ ...ROW, when: { kind: 'month', month: '2020-02' } }, null, AT)).toBeNull();
  });

  it('keeps its time on the wall when it is repeated over a change of the clocks', () => {
    const text = fileOf({ repeats: { every: 'week', interval: 1, until: day('2020-04-09') } });
    expect(text).toContain('BEGIN:VTIMEZONE');
    expect(text).toContain('UNTIL=20200409T215959Z');
    const { event } = read(text);
    expect(event.startDate.toString()).toBe('2020-03-26T10:00:00');
    const dates = event.iterator();
    expect([dates.next(), dates.next(), dates.next()].map((each) => each?.toString())).toEqual([
      '2020-03-26T10:00:00',
      '2020-04-02T10:00:00',
      '2020-04-09T10:00:00',
    ]);
  });
});
