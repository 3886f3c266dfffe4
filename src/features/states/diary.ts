import { shortDate } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { ContactRow, DiaryNote } from '../../db/read/diary.ts';
import type { LastContact } from '../../questions/answer-contacts.ts';

/** What the desk has of its own with a State, as far as one reader may know. */
export interface DiaryOn {
  last: LastContact | null;
  contacts: readonly ContactRow[];
  /** The latest first. */
  notes: readonly DiaryNote[];
}

const MOST_NOTES = 2;
const LONGEST = 200;

const CONTACT_PLACES = { capital: 'capital', geneva: 'Geneva' } as const;

/** Contacts, last contact and the latest notes; that there are none is said in one line. */
export function diaryLines(diary: DiaryOn | null): readonly Mrkdwn[] {
  if (diary === null) return [];
  const { last, contacts, notes } = diary;
  if (last === null && contacts.length === 0 && notes.length === 0) return [md`Contacts, last contact: none on record`];
  const people = contacts
    .slice(0, 4)
    .map(({ place, name, office }) => `${name}${office === '' ? '' : `, ${office}`} (${CONTACT_PLACES[place]})`);
  const more = notes.length - MOST_NOTES;
  return [
    md`Last contact: ${last === null ? 'none on record' : `${shortDate(last.on)} (${last.how})`} · contacts: ${people.length === 0 ? 'none on record' : people.join('; ')}`,
    ...notes
      .slice(0, MOST_NOTES)
      .map(
        ({ on, withWhom, text, by }) =>
          md`${shortDate(on)}${withWhom === '' ? '' : `, with ${withWhom}`}: “${clamp(text.replaceAll('\n', ' '), LONGEST)}” (${by.name})`,
      ),
    ...(more > 0 ? [md`${counted(more, 'earlier note')}: Diary and contacts`] : []),
  ];
}
