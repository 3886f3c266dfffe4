import type { RecordDesk } from '../../db/record-desk.ts';
import type { Profiles } from '../../desk/profile.ts';

/** What the meetings feature works with. */
export interface MeetingsDesk extends RecordDesk {
  profiles: Profiles;
}

/** Whether there is a calendar in Outlook. */
export const hasCalendar = ({ calendar }: Pick<RecordDesk, 'calendar'>): boolean => (calendar?.() ?? null) !== null;
