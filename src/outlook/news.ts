import { isDeepStrictEqual } from 'node:util';
import type { Answer, CalendarNews, MeetingField, MeetingFields, PlannedMeeting } from '../desk/calendar.ts';
import type { Dispute, SyncRow } from '../desk/calendar-store.ts';
import { addressOf, alike, changedHere, changedThere, FIELDS } from './canonical.ts';
import type { Merged } from './merge.ts';
import type { RemoteEvent } from './remote-event.ts';

const sameDispute = (one: Dispute, other: Dispute): boolean =>
  one.field === other.field &&
  !changedHere(one.field, one.here, other.here) &&
  alike(one.field, one.there, other.there);

/** Disputes as they are to be kept: one that was told before and has not changed stays word for word. */
export const keptDisputes = (now: readonly Dispute[], before: readonly Dispute[]): readonly Dispute[] =>
  now.map((dispute) => before.find((each) => sameDispute(each, dispute)) ?? dispute);

/** What the two sides have to tell the desk of once they are merged. */
export function newsOf(
  plan: PlannedMeeting,
  merged: Merged,
  before: SyncRow,
  event: RemoteEvent | null,
): CalendarNews[] {
  const meeting = plan.id;
  const there = event?.fields ?? plan.fields;
  const taken = FIELDS.filter((field) => field in merged.take);
  const from: Partial<MeetingFields> = Object.fromEntries(taken.map((field) => [field, plan.fields[field]]));
  const fresh = merged.disputes.filter((dispute) => !before.disputes.some((each) => sameDispute(each, dispute)));
  const over = before.disputes.filter(({ field }) => !merged.disputes.some((each) => each.field === field));
  return [
    ...(taken.length > 0
      ? [{ meeting, kind: 'changed' as const, from, to: merged.take, at: event?.changedAt ?? null }]
      : []),
    ...merged.putBack.map((field) => ({ meeting, kind: 'put_back' as const, field, there })),
    ...fresh.map(({ field, here, there: theirs }) => ({
      meeting,
      kind: 'disputed' as const,
      field,
      here,
      there: theirs,
    })),
    ...over.map(({ field }) => ({ meeting, kind: 'undisputed' as const, field })),
  ];
}

/** What somebody changed in Outlook while the meeting was cancelled here: it is not lost without a word. */
export const overruled = (meeting: string, row: SyncRow, event: RemoteEvent | null): CalendarNews[] => {
  const { agreed } = row;
  if (event === null || agreed === null) return [];
  return FIELDS.filter((field: MeetingField) => changedThere(field, event.fields, agreed.there)).map((field) => ({
    meeting,
    kind: 'put_back' as const,
    field,
    there: event.fields,
  }));
};

const sorted = (answers: readonly Answer[]): readonly Answer[] =>
  answers.toSorted((a, b) => (addressOf(a) < addressOf(b) ? -1 : 1));

/** Whether the invitees have answered the same as before, in whatever order they are listed. */
export const sameAnswers = (now: readonly Answer[], then: readonly Answer[]): boolean =>
  isDeepStrictEqual(sorted(now), sorted(then));
