import type { RecordDesk } from '../../db/record-desk.ts';
import type { Files } from '../../desk/ports.ts';
import type { Profiles } from '../../desk/profile.ts';

/** What the meetings feature works with. */
export interface MeetingsDesk extends RecordDesk {
  profiles: Profiles;
  files: Files;
}

/** Whether there is a calendar in Outlook. */
export const hasCalendar = ({ calendar }: Pick<RecordDesk, 'calendar'>): boolean => (calendar?.() ?? null) !== null;
