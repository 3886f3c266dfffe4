import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import { capital, listed } from '../../blocks/words.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';
import { meetingDuring } from '../../treaty/meeting-dates.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';
import { protocolOrder } from '../../treaty/protocol-order.ts';
import { endOf } from '../../treaty/vague-date.ts';
import type { Told } from './told.ts';

type DeadlineTold = Told & { what: { kind: 'deadline'; clock: Clock } };

/** Dates that fall on one day and are of one kind, told under one heading; `line` names their States. */
export interface Group {
  heading: string;
  /** The States in protocol order, each with what is on record beside its date. */
  states: readonly { name: string; remark: string | null }[];
  /** "Only if more time is needed." for requests that no State is obliged to make. */
  foot: string | null;
}

const nameIn = (record: TreatyRecord, iso3: string): string =>
  record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;

const meetingIn = (record: TreatyRecord, code: string | null): string =>
  record.meetings.find((meeting) => meeting.code === code)?.name ?? code ?? 'the next meeting';

/** "extension requests for the Second Review Conference", "clearance (Art. 4)". */
const titleOf = (clock: Clock, record: TreatyRecord): string =>
  clock.kind === 'extension_request'
    ? `extension requests for the ${meetingIn(record, clock.meeting)}`
    : kindWithArticle(clock);

/** A date and its State in a few words: "Lebanon, extension request (Art. 4) by Sun 23 Feb 2020". */
export function wordsOf({ what, due }: Told, record: TreatyRecord, today: Day): string {
  switch (what.kind) {
    case 'deadline':
      return `${nameIn(record, what.clock.state)}, ${kindWithArticle(what.clock)} by ${dateSeenFrom(today, due)}`;
    case 'followup':
      return `${what.row.reference} ${clamp(what.row.what, 100)}`;
    case 'relayed':
      return what.reference;
  }
}

/** The dates of the treaty among `told`, those that belong together under one heading, by date. */
export function groupsOf(told: readonly Told[], record: TreatyRecord, today: Day): readonly Group[] {
  const dates = told.filter((each): each is DeadlineTold => each.what.kind === 'deadline');
  const byState = protocolOrder(record.states);
  const groups = new Map<string, DeadlineTold[]>();
  for (const each of dates) {
    const { kind, article, newRemnants, year, meeting, due } = each.what.clock;
    const key =
      kind === 'extension_request' ? `${due} ${kind} ${meeting}` : `${due} ${kind} ${article} ${newRemnants} ${year}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([, each]) => {
      const [first] = each;
      if (first === undefined) return [];
      const sorted = each.toSorted((a, b) => byState(a.what.clock.state, b.what.clock.state));
      const named = new Map(
        sorted.map(({ what: { clock } }) => [
          `${clock.state} ${clock.article}`,
          { name: nameIn(record, clock.state), remark: remarkOf(clock, record, today) },
        ]),
      );
      const { due } = first;
      return [
        {
          heading: `${capital(daysSeenFrom(today, due))}: ${titleOf(first.what.clock, record)}, by ${dateSeenFrom(today, due)}`,
          states: [...named.values()],
          foot: first.what.clock.kind === 'extension_request' ? 'Only if more time is needed.' : null,
        },
      ];
    });
}

/** What is on record beside a date: of a request whether it was announced. */
function remarkOf(clock: Clock, record: TreatyRecord, today: Day): string | null {
  if (clock.kind !== 'extension_request') return toBeConfirmed(clock) ? 'to be confirmed' : null;
  const announced = obligationOf(record, clock.state, clock.article, today, clock.newRemnants)?.announced;
  if (!announced) return 'nothing on record';
  const meeting = meetingDuring(endOf(announced.date), record.meetings);
  return `announced${meeting === null ? '' : ` at ${meeting.code}`}, not received`;
}

/** "Lebanon (announced at 8MSP, not received) and Peru (nothing on record)". */
export const statesWords = ({ states }: Group): string =>
  listed(states.map(({ name, remark }) => (remark === null ? name : `${name} (${remark})`)));
