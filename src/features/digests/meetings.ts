import { fullDate, monthName, shortDate, span } from '../../blocks/dates.ts';
import { meetingDates, townOf } from '../../blocks/meeting-words.ts';
import { addDays, addMonths, type Day, yearOf } from '../../treaty/day.ts';
import type { MeetingFacts } from '../../treaty/facts.ts';
import { meetingDatesOn, meetingDaysOn, meetingsKnownOn } from '../../treaty/meeting-dates.ts';
import type { DigestFacts } from './read.ts';

/** A Conference a year ahead is in sight: its requests are due nine months before. */
const MONTHS_AHEAD = 13;

/** The lines on meetings: this week, those without a day, those ahead. */
export function meetingLines(
  facts: DigestFacts,
  monday: Day,
): { thisWeek: readonly string[]; undated: readonly string[]; ahead: readonly string[] } {
  const { record, asOf } = facts;
  const known = meetingsKnownOn(record.meetings, asOf);
  const sunday = addDays(monday, 6);
  const inWeek = known.filter((meeting) => {
    const days = meetingDaysOn(meeting, asOf);
    return days !== null && days.first <= sunday && days.last >= monday;
  });
  const ahead = known
    .filter((meeting) => !inWeek.includes(meeting) && isAhead(meeting, asOf))
    .toSorted((a, b) => ((startOf(a, asOf) ?? '') < (startOf(b, asOf) ?? '') ? -1 : 1));
  return {
    thisWeek: inWeek.map((meeting) => `${meeting.name}, ${datesOf(meeting, asOf)}`),
    undated: facts.audience === 'desk' ? undatedThisMonth(facts) : [],
    ahead: folded(ahead, facts),
  };
}

const startOf = (meeting: MeetingFacts, asOf: Day): string | null => meetingDatesOn(meeting, asOf).start;

function isAhead(meeting: MeetingFacts, asOf: Day): boolean {
  const start = startOf(meeting, asOf);
  // A month or year alone is ahead while it has not ended.
  return (
    start !== null &&
    start >= asOf.slice(0, start.length) &&
    start.slice(0, 10) <= addMonths(asOf, MONTHS_AHEAD).slice(0, start.length) &&
    !(start.length === 10 && start < asOf)
  );
}

const datesOf = (meeting: MeetingFacts, asOf: Day): string => {
  const days = meetingDaysOn(meeting, asOf);
  return days !== null && days.first === days.last
    ? fullDate(days.first).replace(/ \d{4}$/, '')
    : meetingDates(meeting, asOf);
};

/** Work-plan meetings of this month that have no day yet. */
const undatedThisMonth = ({ workPlan, asOf }: DigestFacts): readonly string[] =>
  workPlan
    .filter(
      ({ kind, when, until, text }) =>
        kind === 'timeline' && until === null && when === asOf.slice(0, 7) && /^Meeting with/.test(text),
    )
    .map(({ short, when }) => `coordinators and ${short} (work plan, ${monthName(when ?? '')})`);

/** Each meeting with its dates; the preparatory meetings of one Conference together: "2RC Preparatory Meetings, 8 Jun and 4 Sep". */
function folded(meetings: readonly MeetingFacts[], { record, asOf }: DigestFacts): readonly string[] {
  const countries = new Set(record.states.map(({ shortName }) => shortName));
  const lines: string[] = [];
  const preparing = new Map<string, MeetingFacts[]>();
  for (const meeting of meetings) {
    const [conference = ''] = meeting.code.split('-');
    if (meeting.type !== 'PREP') lines.push(one(meeting, asOf, countries));
    else if (preparing.has(conference)) preparing.get(conference)?.push(meeting);
    else {
      preparing.set(conference, [meeting]);
      lines.push(`${conference} PREP`);
    }
  }
  return lines.map((line) => {
    const [conference = '', mark] = line.split(' ');
    const group = mark === 'PREP' ? (preparing.get(conference) ?? []) : [];
    if (group.length === 0) return line;
    const days = group.map((meeting) =>
      shortDate(meetingDaysOn(meeting, asOf)?.first ?? asOf)
        .replace(` ${yearOf(asOf) + 1}`, '')
        .replace(` ${yearOf(asOf)}`, ''),
    );
    return `${conference} Preparatory ${group.length === 1 ? 'Meeting' : 'Meetings'}, ${days.join(' and ')}`;
  });
}

const SHORT = /^(?:\d+(?:st|nd|rd|th) )?International Meeting of Mine Action /;

function one(meeting: MeetingFacts, asOf: Day, countries: ReadonlySet<string>): string {
  const start = startOf(meeting, asOf) ?? '';
  if (start.length === 10)
    return meeting.type === 'MSP' || meeting.type === 'RC'
      ? `${meeting.code}, ${meetingDates(meeting, asOf)}`
      : `${meeting.name}, ${meetingDates(meeting, asOf)}`;
  const name = SHORT.test(meeting.name) ? `${meeting.name.replace(SHORT, '')} Meeting` : meeting.name;
  return `${[name, townOf(meeting.place, countries), span(start, null)].filter(Boolean).join(', ')} (days not on record)`;
}
