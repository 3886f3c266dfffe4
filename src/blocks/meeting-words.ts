import type { Day } from '../treaty/day.ts';
import type { MeetingFacts } from '../treaty/facts.ts';
import { meetingDatesOn } from '../treaty/meeting-dates.ts';
import { span } from './dates.ts';

/** The town of a place as the record writes it: "SwissTech Convention Center, Lausanne" and "Geneva, Switzerland" alike; empty when unknown. */
export function townOf(place: string, countries: ReadonlySet<string>): string {
  const parts = place
    .replace(/\(.*\)/, '')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length > 1 && countries.has(parts.at(-1) ?? '')) parts.pop();
  return parts.at(-1) ?? '';
}

/** When a meeting is or was, as known on `asOf`: "23–27 Nov 2020", "Feb 2020"; empty when no date is on record. */
export function meetingDates(meeting: MeetingFacts, asOf: Day): string {
  const { start, end } = meetingDatesOn(meeting, asOf);
  return start === null ? '' : span(start, end);
}

/** "8MSP (Sept 2018)": a past meeting named in running text. */
export function meetingInText({ code, actualStart, plannedStart }: MeetingFacts): string {
  const start = actualStart ?? plannedStart;
  if (start === null) return code;
  return `${code} (${span(start.slice(0, 7), null).replace('Sep ', 'Sept ')})`;
}
