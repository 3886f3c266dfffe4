import type { Day } from '../../treaty/day.ts';
import { declarationDue } from '../../treaty/declaration.ts';
import type { Clock, Iso3, MeetingFacts, ObligationEvent, TreatyRecord, VagueDate } from '../../treaty/facts.ts';
import { meetingDaysOn } from '../../treaty/meeting-dates.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';

/** The next thing that must happen in the life of one State under the Convention, and by when. */
export type Next =
  /** A deadline has passed and the record holds no outcome. */
  | { kind: 'passed'; clock: Clock }
  /** A request was made, the meeting is over, and what was decided is not on record. */
  | { kind: 'outcome'; clock: Clock; meeting: MeetingFacts | null }
  | { kind: 'decision'; article: 3 | 4 | 7; meeting: MeetingFacts; requested: VagueDate }
  | { kind: 'request'; clock: Clock; meeting: MeetingFacts | null; announced: ObligationEvent | null }
  /** Article 4.1(c): a declaration of compliance to the next meeting after the completion. */
  | { kind: 'declaration'; completed: VagueDate; meeting: MeetingFacts }
  | { kind: 'date'; clock: Clock };

type Dated = { on: Day; next: Next };

const isObligation = ({ kind }: Clock): boolean => kind === 'clearance' || kind === 'stockpile';

/** What comes next for `state` on `asOf`, of its own `clocks`; null where no date of the Convention applies. */
export function nextFor(record: TreatyRecord, state: Iso3, clocks: readonly Clock[], asOf: Day): Next | null {
  const passed = clocks.find((clock) => isObligation(clock) && clock.status === 'overdue');
  if (passed) return { kind: 'passed', clock: passed };
  const pending = clocks.flatMap((clock) => pendingOf(record, clock, asOf));
  const unknown = pending.find(({ next }) => next.kind === 'outcome');
  if (unknown) return unknown.next;
  const ahead = [
    ...pending,
    ...clocks.flatMap((clock) => aheadOf(record, clock, asOf)),
    ...declarationOf(record, state, asOf),
  ];
  return ahead.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))[0]?.next ?? null;
}

function pendingOf(record: TreatyRecord, clock: Clock, asOf: Day): readonly Dated[] {
  if (!isObligation(clock) || clock.status === 'completed') return [];
  const request = obligationOf(record, clock.state, clock.article, asOf, clock.newRemnants)?.pending;
  if (!request) return [];
  const meeting = record.meetings.find(({ code }) => code === request.meeting) ?? null;
  const days = meeting === null ? null : meetingDaysOn(meeting, asOf);
  if (meeting === null || days === null || days.last < asOf)
    return [{ on: asOf, next: { kind: 'outcome', clock, meeting } }];
  return [{ on: days.first, next: { kind: 'decision', article: clock.article, meeting, requested: request.date } }];
}

function aheadOf(record: TreatyRecord, clock: Clock, asOf: Day): readonly Dated[] {
  if (clock.due < asOf || (clock.status !== 'open' && clock.status !== 'extended')) return [];
  if (clock.kind !== 'extension_request') return [{ on: clock.due, next: { kind: 'date', clock } }];
  const announced = obligationOf(record, clock.state, clock.article, asOf, clock.newRemnants)?.announced ?? null;
  const meeting = record.meetings.find(({ code }) => code === clock.meeting) ?? null;
  return [{ on: clock.due, next: { kind: 'request', clock, meeting, announced } }];
}

function declarationOf(record: TreatyRecord, state: Iso3, asOf: Day): readonly Dated[] {
  const obligation = obligationOf(record, state, 4, asOf);
  const due = obligation === null ? null : declarationDue(obligation, record.meetings, asOf);
  return due === null
    ? []
    : [{ on: due.on, next: { kind: 'declaration', completed: due.completed, meeting: due.meeting } }];
}
