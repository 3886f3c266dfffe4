import { dateSeenFrom, daysSeenFrom, span } from '../../blocks/dates.ts';
import { meetingDates, townOf } from '../../blocks/meeting-words.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { yearOf } from '../../treaty/day.ts';
import type { DatesInWords } from '../deadlines/use-cases.ts';
import type { Draft } from './budget.ts';
import { isWhole } from './narrowing.ts';
import type { DigestFacts } from './read.ts';

/** The requests for a meeting that decides: by when, of which States, and what is on record. */
export function requestsPart({ meeting, lines }: DatesInWords, facts: DigestFacts): Draft<'requests'> | null {
  if (meeting === null) return null;
  const { asOf, record, clocks } = facts;
  const named = record.meetings.find(({ code }) => code === meeting.code);
  const countries = new Set(record.states.map(({ shortName }) => shortName));
  const where = named
    ? [townOf(named.place, countries), meetingDates(named, asOf) || span(named.plannedStart ?? '', named.plannedEnd)]
        .filter(Boolean)
        .join(', ')
    : '';
  const received = clocks.filter(
    (clock) => clock.kind === 'extension_request' && clock.meeting === meeting.code && clock.status === 'completed',
  );
  const names = received.map(({ state }) => record.states.find(({ iso3 }) => iso3 === state)?.shortName ?? state);
  const working =
    meeting.lastWorkingDay === null
      ? ''
      : ` The last working day before is ${dateSeenFrom(asOf, meeting.lastWorkingDay).replace(` ${yearOf(meeting.due)}`, '')}.`;
  const foot = `${names.length === 0 ? 'None on record yet.' : `On record: ${names.join(', ')}.`}${working} ${named?.type === 'RC' ? 'The Conference' : 'The Meeting'}: ${where}.`;
  return {
    name: 'requests',
    heading: md`*Extension requests for the ${meeting.name}* · by ${dateSeenFrom(asOf, meeting.due)} · ${daysSeenFrom(asOf, meeting.due)} · only if more time is needed`,
    lines: lines.map(({ text }) => text),
    foot: md`${foot}`,
    opens: isWhole(facts.narrowing)
      ? { meeting: meeting.code, count: lines.reduce((sum, { names: of }) => sum + of.length, 0) }
      : undefined,
  };
}
