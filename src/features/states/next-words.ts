import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, longDate, shortDate } from '../../blocks/dates.ts';
import { meetingDates, meetingInText, townOf } from '../../blocks/meeting-words.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { type Day, lastWorkingDay } from '../../treaty/day.ts';
import { decidingMeeting } from '../../treaty/deciding-meeting.ts';
import type { Clock, MeetingFacts, ObligationEvent, TreatyRecord } from '../../treaty/facts.ts';
import { meetingDuring } from '../../treaty/meeting-dates.ts';
import { endOf } from '../../treaty/vague-date.ts';
import type { Next } from './next.ts';

/** The next thing in words: a bold line, what stands under it, and one sentence for the plain text. */
export interface NextWords {
  line: string;
  under: string | null;
  sentence: string;
}

/** "Next: extension request (Art. 4) by Sun 23 Feb 2020 · 97 days · if more time is needed". */
export function nextWords(next: Next, stateName: string, record: TreatyRecord, asOf: Day): NextWords {
  const meeting = (facts: MeetingFacts): string => meetingWords(facts, record, asOf);
  switch (next.kind) {
    case 'passed':
      return spoken(
        `Passed, no outcome on record: ${kindWithArticle(next.clock)} · ${shortDate(next.clock.due)} · ${daysSeenFrom(asOf, next.clock.due)}`,
        'No completion and no extension request is on record.',
      );
    case 'outcome':
      return spoken(
        `To be confirmed: outcome of the extension request (Art. ${next.clock.article})`,
        `A request${next.meeting === null ? '' : ` for the ${meeting(next.meeting)}`} is on record; what was decided is not. Deadline on record: ${longDate(next.clock.due)}.`,
      );
    case 'decision': {
      const requested = vagueWords(next.requested);
      return spoken(
        `Next: decision on the extension request (Art. ${next.article}) · ${meeting(next.meeting)}`,
        requested === null ? 'The request is on record.' : `The request is on record (${requested}).`,
      );
    }
    case 'request':
      return requestWords(next, stateName, record, asOf);
    case 'declaration':
      return spoken(
        `Completed ${vagueWords(next.completed) ?? ''} · declaration of compliance due at the next meeting`,
        `Art. 4.1(c): ${meeting(next.meeting)}.`,
      );
    case 'date':
      return dateWords(next.clock, record, asOf);
  }
}

const spoken = (line: string, under: string | null): NextWords => ({
  line,
  under,
  sentence: `${line.replaceAll(' · ', ', ')}.`,
});

function requestWords(
  { clock, meeting, announced }: Extract<Next, { kind: 'request' }>,
  stateName: string,
  record: TreatyRecord,
  asOf: Day,
): NextWords {
  const days = daysSeenFrom(asOf, clock.due);
  const where = meeting === null ? '' : `For the ${meetingWords(meeting, record, asOf)}. `;
  return {
    line: `Next: extension request (Art. ${clock.article}) by ${dateSeenFrom(asOf, clock.due)} · ${days} · if more time is needed`,
    under: `${where}${announced === null ? 'None on record yet.' : announcedWords(announced, stateName, record)}`,
    sentence: `Next: Article ${clock.article} extension request by ${spelt(asOf, clock.due)} (${days}), if more time is needed; deadline ${longDate(clock.extends ?? clock.due)}.`,
  };
}

function announcedWords({ date }: ObligationEvent, stateName: string, { meetings }: TreatyRecord): string {
  const during = meetingDuring(endOf(date), meetings);
  const when =
    during === null ? `said (${vagueWords(date) ?? 'day not on record'})` : `said at ${meetingInText(during)}`;
  const name = inSentence(stateName);
  return `${name.charAt(0).toUpperCase()}${name.slice(1)} ${when} that it will need one. Announced, not received.`;
}

function dateWords(clock: Clock, record: TreatyRecord, asOf: Day): NextWords {
  const days = daysSeenFrom(asOf, clock.due);
  const working = lastWorkingDay(clock.due);
  const remarks = [
    working === clock.due || dateSeenFrom(asOf, clock.due) === shortDate(clock.due)
      ? null
      : `The last working day before is ${dateSeenFrom(asOf, working)}.`,
    tooLate(clock, record, asOf),
  ].filter((remark) => remark !== null);
  return {
    line: `Next: ${kindWithArticle(clock)} by ${dateSeenFrom(asOf, clock.due)} · ${days}`,
    under: remarks.length === 0 ? null : remarks.join(' '),
    sentence: `Next: ${kindWithArticle(clock).replace('Art.', 'Article')} by ${spelt(asOf, clock.due)} (${days}).`,
  };
}

/** That no meeting before the deadline can still receive a request in time; null when one can, or none is fixed. */
function tooLate({ kind, due }: Clock, { meetings }: TreatyRecord, asOf: Day): string | null {
  if (kind !== 'clearance' && kind !== 'stockpile') return null;
  const deciding = decidingMeeting(due, meetings, asOf);
  if (deciding === null || deciding.submitBy === null || deciding.submitBy >= asOf) return null;
  return `No meeting before that date can still receive a request in time (${deciding.meeting.code} was the last).`;
}

function meetingWords(meeting: MeetingFacts, record: TreatyRecord, asOf: Day): string {
  const countries = new Set(record.states.map(({ shortName }) => shortName));
  return [meeting.name, townOf(meeting.place, countries), meetingDates(meeting, asOf)].filter(Boolean).join(', ');
}

/** "Sun 23 February 2020": with the weekday when within a year. */
function spelt(asOf: Day, on: Day): string {
  const seen = dateSeenFrom(asOf, on);
  return seen === shortDate(on) ? longDate(on) : `${seen.slice(0, 3)} ${longDate(on)}`;
}

/** The block of the card: bold line, then what stands under it. */
export const nextParagraph = ({ line, under }: NextWords): Mrkdwn =>
  under === null ? md`*${line}*` : md`*${line}*\n${under}`;
