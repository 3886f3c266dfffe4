import { shortDate } from '../../blocks/dates.ts';
import { sourceTitle } from '../../blocks/source-words.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { DateLine } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import { decidingMeeting } from '../../treaty/deciding-meeting.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { Clock, Iso3, TreatyRecord } from '../../treaty/facts.ts';
import { meetingDaysOn, meetingDuring } from '../../treaty/meeting-dates.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { endOf } from '../../treaty/vague-date.ts';

export interface Naming {
  record: TreatyRecord;
  asOf: Day;
  nameOf(iso3: Iso3): string;
}

/** What a line says beside its date, so that nobody reads more into it than the record holds; null when there is nothing to say. */
export function remarkOn(line: DateLine, naming: Naming): string | null {
  const own = line.clocks.map((clock) => ({ clock, said: remarkOf(clock, naming) }));
  const remarks = [...new Set(own.flatMap(({ said }) => said ?? []))];
  if (remarks.length === 0) return null;
  const [only] = remarks;
  if (remarks.length === 1 && only !== undefined && own.every(({ said }) => said !== null)) return only;
  return remarks
    .map(
      (remark) =>
        `${own
          .filter(({ said }) => said === remark)
          .map(({ clock }) => naming.nameOf(clock.state))
          .join(', ')}: ${remark}`,
    )
    .join(' · ');
}

/** The same for one State's clock. */
export function remarkOf(clock: Clock, naming: Naming): string | null {
  switch (clock.kind) {
    case 'clearance':
    case 'stockpile':
      return obligationRemark(clock, naming);
    case 'extension_request':
      return requestRemark(clock, naming);
    case 'initial_report':
    case 'annual_report':
      return reportRemark(clock, naming);
  }
}

function obligationRemark(clock: Clock, { record, asOf }: Naming): string | null {
  const { due, status, completed } = clock;
  if (status === 'completed') return completed === null ? null : vagueWords(completed);
  const obligation = obligationOf(record, clock.state, clock.article, asOf, clock.newRemnants);
  if (obligation?.pending) {
    const meeting = record.meetings.find(({ code }) => code === obligation.pending?.meeting);
    const last = meeting === undefined ? null : (meetingDaysOn(meeting, asOf)?.last ?? null);
    const outcome = last === null || last < asOf ? ', outcome not on record' : '';
    return `request${meeting ? ` for the ${meeting.code}` : ''} on record${outcome}`;
  }
  if (status === 'overdue')
    return ['no completion, no extension request', reviewed(clock, record, asOf)].filter(Boolean).join(' · ');
  if (status === 'uncertain') return null;
  const deciding = decidingMeeting(due, record.meetings, asOf);
  return deciding?.submitBy && deciding.submitBy < asOf
    ? `no meeting before that date can still receive a request in time (${deciding.meeting.code} was the last)`
    : null;
}

function reviewed({ state, article, newRemnants }: Clock, record: TreatyRecord, asOf: Day): string {
  const review = obligationOf(record, state, article, asOf, newRemnants)?.events.findLast(
    ({ event }) => event === 'review',
  );
  return review?.note ?? '';
}

function requestRemark(
  { state, article, newRemnants, status, completed, due }: Clock,
  { record, asOf }: Naming,
): string | null {
  if (status === 'completed') return `on record${completed === null ? '' : ` (${vagueWords(completed) ?? 'undated'})`}`;
  if (due < asOf) return 'none on record; no State is obliged to ask';
  const announced = obligationOf(record, state, article, asOf, newRemnants)?.announced;
  if (!announced) return null;
  const meeting = meetingDuring(endOf(announced.date), record.meetings);
  return meeting === null ? 'announced, not received' : `said at ${meeting.code} it will ask`;
}

function reportRemark(clock: Clock, { record, asOf }: Naming): string | null {
  const { state, status, kind, due, completed } = clock;
  if (status === 'completed')
    return completed === null ? 'on record' : `on record (${vagueWords(completed) ?? 'undated'})`;
  if (completed !== null) return `receipt to be confirmed (${vagueWords(completed) ?? 'undated'})`;
  if (due < asOf) return awaitedRemark(clock);
  const deposited = record.states.find(({ iso3 }) => iso3 === state)?.deposited ?? null;
  const inForce = deposited === null ? null : entryIntoForce(deposited);
  return kind === 'initial_report' && inForce !== null && inForce > asOf ? `in force from ${shortDate(inForce)}` : null;
}

/** Of a report whose date has passed and of which no receipt is on record: who says that it has not come. */
function awaitedRemark({ outstanding, sources }: Clock): string {
  switch (outstanding) {
    case 'confirmed':
      return 'not yet received, by the word of the ISU';
    case 'listed':
      return `not yet received, by one source (${sourceTitle(sources.at(-1) ?? '')})`;
    case 'doubted':
      return 'to be confirmed: listed as not received, and another source speaks of a report';
    case null:
      return 'receipt not on record';
  }
}
