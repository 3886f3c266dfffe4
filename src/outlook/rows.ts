import type { MeetingFields } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import { LONGEST_LINE } from './canonical.ts';
import type { RemoteEvent } from './remote-event.ts';

/** Of a meeting that was never in Outlook. */
export const newRow = (meeting: string): SyncRow => ({
  meeting,
  version: 0,
  incarnation: 0,
  remote: null,
  making: null,
  agreed: null,
  disputes: [],
  asked: false,
  refused: null,
  answers: [],
  occurrences: [],
});

/** Nothing of it stands in Outlook any more; how often it was made is kept, since Outlook takes each name but once. */
export const forgotten = (row: SyncRow): SyncRow => ({
  ...newRow(row.meeting),
  version: row.version,
  incarnation: row.incarnation,
});

/** Puts the fields that are in dispute over those that were agreed: what stands in Outlook as far as is known. */
export function knownThere({ agreed, disputes }: Pick<SyncRow, 'agreed' | 'disputes'>): MeetingFields | null {
  if (agreed === null) return null;
  const inDispute = disputes.map(({ field, there }) => [field, there[field]] as const);
  return { ...agreed.there, ...Object.fromEntries(inDispute) };
}

/** What Outlook will have made of fields that were sent to it. */
export const asKept = (fields: MeetingFields): MeetingFields => ({
  ...fields,
  subject: fields.subject.slice(0, LONGEST_LINE),
  place: fields.place.slice(0, LONGEST_LINE),
});

/** The row once Outlook has answered a creation or a change with the event as it stands now; `sent` is what the desk had then. */
export function answered(row: SyncRow, sent: Partial<MeetingFields>, event: RemoteEvent): SyncRow {
  const here = { ...(row.agreed?.here ?? event.fields), ...sent };
  const there = { ...(row.agreed?.there ?? event.fields) };
  return {
    ...row,
    remote: { id: event.id, etag: event.etag, changedAt: event.changedAt },
    making: null,
    refused: null,
    agreed: { here, there: { ...there, ...pick(event.fields, sent) } },
  };
}

const pick = (fields: MeetingFields, of: Partial<MeetingFields>): Partial<MeetingFields> =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => field in of));
