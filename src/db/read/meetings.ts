import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type {
  Answer,
  CalendarRefusal,
  Invitee,
  MeetingField,
  MeetingFields,
  MeetingLinks,
  MeetingTime,
  Occurrence,
  Repetition,
} from '../../desk/calendar.ts';
import { parseDay } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { MeetingKind } from '../../treaty/meeting-kind.ts';
import type { Reader } from '../client.ts';
import { dayFrom, instantFrom } from '../days.ts';
import type { Prisma } from '../generated/client.ts';

/** When a meeting is; a month alone ("2020-02") is shown and never sent to a calendar. */
export type MeetingWhen = MeetingTime | { kind: 'month'; month: string };

/** Somebody who is invited; the address is empty where only the person in Slack is known. */
export interface InviteeRow extends Invitee {
  id: string;
  slackId: string | null;
  answer: Answer['answer'];
  proposes: MeetingTime | null;
  /** The proposal that was not taken. */
  kept: MeetingTime | null;
}

/** Something that a person has to see or decide. */
export type MeetingNotice = { at: Temporal.Instant } & (
  | { kind: 'disputed'; field: MeetingField; here: MeetingFields; there: MeetingFields }
  | { kind: 'put_back'; field: MeetingField; there: MeetingFields }
  | { kind: 'deleted'; there: string | null }
  | { kind: 'refused'; why: CalendarRefusal; code: string }
);

/** When it was before it was last moved. */
export interface Moved {
  from: MeetingWhen;
  /** A name, or null where it was moved in Outlook. */
  by: string | null;
  at: string;
}

/** A meeting that the desk plans, with all that its card shows. */
export interface MeetingRow extends MeetingLinks {
  id: string;
  /** M12. */
  reference: string;
  kind: MeetingKind;
  title: string;
  when: MeetingWhen;
  zone: string;
  place: string;
  agenda: string;
  online: boolean;
  repeats: Repetition | null;
  /** The code of the Convention's own meeting that it is, and of the one in whose margins it is. */
  convention: string | null;
  inMarginsOf: string | null;
  status: 'planned' | 'held' | 'cancelled';
  outcome: string;
  organiser: { slackId: string; name: string };
  link: string | null;
  sequence: number;
  moved: Moved | null;
  occurrences: readonly Occurrence[];
  states: readonly Iso3[];
  invitees: readonly InviteeRow[];
  notices: readonly MeetingNotice[];
  recordedAt: Temporal.Instant;
}

// What stands in these columns was written by the desk itself.
const own = <T>() => z.custom<T>((value) => typeof value === 'object' && value !== null);
const ownOrNull = <T>(value: unknown): T | null => (value === null ? null : own<T>().parse(value));

const WITH = {
  organiser: { select: { name: true } },
  states: { select: { iso3: true }, orderBy: { iso3: 'asc' } },
  invitees: { orderBy: { position: 'asc' } },
  notices: { orderBy: [{ at: 'asc' }, { kind: 'asc' }, { field: 'asc' }] },
} satisfies Prisma.MeetingInclude;

type Stored = NonNullable<Awaited<ReturnType<typeof find>>>;
const find = (db: Reader, id: string) => db.meeting.findUnique({ where: { id }, include: WITH });

function whenOf({ whenKind, startsAt, endsAt, firstDay, lastDay, month }: Stored): MeetingWhen {
  const [first, last] = [dayFrom(firstDay), dayFrom(lastDay)];
  if (whenKind === 'timed' && startsAt !== null && endsAt !== null)
    return { kind: 'timed', start: instantFrom(startsAt).toString(), end: instantFrom(endsAt).toString() };
  if (whenKind === 'days' && first !== null && last !== null) return { kind: 'days', first, last };
  if (month !== null && parseDay(`${month}-01`) !== null) return { kind: 'month', month };
  throw new Error('A meeting without a time is on record.');
}

const noticeOf = ({ kind, field, what, at }: Stored['notices'][number]): MeetingNotice =>
  own<MeetingNotice>().parse({ ...own<object>().parse(what), kind, field, at: instantFrom(at) });

function rowOf(stored: Stored): MeetingRow {
  const { organiser, organiserId, number, states, invitees, notices, recordedAt } = stored;
  return {
    id: stored.id,
    reference: `M${number}`,
    kind: stored.kind as MeetingKind,
    title: stored.title,
    when: whenOf(stored),
    zone: stored.zone,
    place: stored.place,
    agenda: stored.agenda,
    online: stored.online,
    repeats: ownOrNull<Repetition>(stored.repeats),
    convention: stored.convention,
    inMarginsOf: stored.inMarginsOf,
    status: stored.status as MeetingRow['status'],
    outcome: stored.outcome,
    organiser: { slackId: organiserId, name: organiser.name },
    link: stored.link,
    sequence: stored.sequence,
    moved: ownOrNull<Moved>(stored.moved),
    occurrences: own<readonly Occurrence[]>().parse(stored.occurrences),
    webLink: stored.webLink,
    joinUrl: stored.joinUrl,
    iCalUId: stored.iCalUId,
    states: states.map(({ iso3 }) => iso3),
    invitees: invitees.map(({ id, address, name, optional, slackId, answer, proposes, kept }) => ({
      id,
      address,
      name,
      optional,
      slackId,
      answer: answer as Answer['answer'],
      proposes: ownOrNull<MeetingTime>(proposes),
      kept: ownOrNull<MeetingTime>(kept),
    })),
    notices: notices.map(noticeOf),
    recordedAt: instantFrom(recordedAt),
  };
}

/** One meeting by its id; null when there is none. */
export async function readMeeting(db: Reader, id: string): Promise<MeetingRow | null> {
  const stored = await find(db, id);
  return stored === null ? null : rowOf(stored);
}

/** The same by what people call it: M12. */
export async function readMeetingCalled(db: Reader, reference: string): Promise<MeetingRow | null> {
  const digits = /^M(\d{1,9})$/i.exec(reference.trim())?.[1];
  if (digits === undefined) return null;
  const stored = await db.meeting.findUnique({ where: { number: Number(digits) }, include: WITH });
  return stored === null ? null : rowOf(stored);
}

/** All meetings that the desk plans or has planned, in the order in which they were. */
export async function readMeetings(db: Reader): Promise<readonly MeetingRow[]> {
  const all = await db.meeting.findMany({ include: WITH, orderBy: { number: 'asc' } });
  return all.map(rowOf);
}
