import ical, { ICalEventTransparency } from 'ical-generator';
import { kindWithArticle } from '../../blocks/clock-words.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';

/** The dates of the treaty that a calendar shows: ahead or passed without an outcome; never what is completed. */
const shown = ({ status }: Clock): boolean => status !== 'completed';

/** What an event is called for ever, whatever day it falls on: a date that is moved stays the same event. */
const idOf = ({ state, kind, article, newRemnants, year, meeting }: Clock): string =>
  `${[state, kind, article, newRemnants ? 'new' : 'all', year ?? '-', meeting ?? '-'].join('-').toLowerCase()}@action5`;

/** The dates of `clocks` as a calendar of whole days; nothing in it but what the treaty says of States. */
export function calendarOf(record: TreatyRecord, clocks: readonly Clock[]): string {
  const names = new Map(record.states.map(({ iso3, shortName }) => [iso3, shortName]));
  const calendar = ical({
    name: 'Dates of the Convention on Cluster Munitions',
    prodId: { company: 'Action5', product: 'desk', language: 'EN' },
    ttl: 6 * 60 * 60,
  });
  for (const clock of clocks.filter(shown)) {
    const [year = 0, month = 1, day = 1] = clock.due.split('-').map(Number);
    const name = names.get(clock.state) ?? clock.state;
    const asking = clock.kind === 'extension_request' ? ', if more time is needed' : '';
    calendar.createEvent({
      id: idOf(clock),
      start: new Date(Date.UTC(year, month - 1, day)),
      // The same text for the same facts: without an instant of its own a calendar would look new each time.
      stamp: new Date(Date.UTC(2010, 7, 1)),
      timezone: 'UTC',
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: `${name}: ${kindWithArticle(clock)}${asking}`,
      description: clock.basis,
    });
  }
  const text = calendar.toString();
  return text.endsWith('\r\n') ? text : `${text}\r\n`;
}
