import type { MeetingField } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import { forgotten } from './rows.ts';

/**
 * A person has chosen. `here`: what stood in Outlook counts as agreed, so that the desk's is a change and is sent; `there`: the other way
 * round. Whoever changed either since is not overruled: that is a dispute anew. Null when there is none to settle.
 */
export function settled(row: SyncRow, field: MeetingField, keep: 'here' | 'there'): SyncRow | null {
  const dispute = row.disputes.find((each) => each.field === field);
  if (dispute === undefined || row.agreed === null) return null;
  const { here, there } = row.agreed;
  const agreed =
    keep === 'here'
      ? { here: { ...here, [field]: dispute.there[field] }, there: { ...there, [field]: dispute.there[field] } }
      : { here: { ...here, [field]: dispute.here[field] }, there: { ...there, [field]: dispute.here[field] } };
  return { ...row, agreed };
}

/** Deleted in Outlook and wanted again: the next comparison makes it, under a name of its own. Null when it was not asked. */
export const wantedAgain = (row: SyncRow): SyncRow | null => (row.asked ? forgotten(row) : null);
