import { counted } from '../../blocks/words.ts';
import type { MeetingField, MeetingFields } from '../../desk/calendar.ts';
import { firstDayOf, zonedWords } from '../../desk/meeting-words.ts';

/** A field as people call it. */
export const FIELD_NAMES: Readonly<Record<MeetingField, string>> = {
  subject: 'title',
  when: 'time',
  place: 'place',
  agenda: 'agenda',
  invitees: 'people invited',
};

/** What stands in a field, in one line; times with their year, as a history needs them. */
export function fieldWords(field: MeetingField, fields: MeetingFields, zone: string): string {
  switch (field) {
    case 'when':
      return zonedWords(fields.when, zone, firstDayOf(fields.when, zone));
    case 'invitees':
      return fields.invitees.length === 0
        ? 'nobody'
        : `${counted(fields.invitees.length, 'person', 'people')}: ${fields.invitees.map(({ name, address }) => name || address).join(', ')}`;
    case 'subject':
      return fields.subject;
    default:
      return fields[field] === '' ? 'nothing' : fields[field];
  }
}
