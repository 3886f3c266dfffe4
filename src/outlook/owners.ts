import type { MeetingField, PlannedMeeting } from '../desk/calendar.ts';

/** `desk`: what is done to it in Outlook is put back. `outlook`: left to Outlook once the meeting was made. `both`: merged. */
export type Owner = 'desk' | 'both' | 'outlook';

/**
 * Who decides on a field. Subject and dates of the Convention's own meetings are the desk's; the text of an online meeting
 * holds Outlook's way in to it, which a new text would break; all else may be changed on either side.
 */
export function ownerOf(
  field: MeetingField,
  { convention, online }: Pick<PlannedMeeting, 'convention' | 'online'>,
): Owner {
  if (field === 'agenda' && online) return 'outlook';
  return convention && (field === 'subject' || field === 'when') ? 'desk' : 'both';
}
