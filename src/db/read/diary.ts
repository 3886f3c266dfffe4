import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';
import { dayFrom, instantFrom } from '../days.ts';
import { mayReadNote } from './notes.ts';

/** What a delegation said, as the diary of a State keeps it. */
export interface DiaryNote {
  id: string;
  state: Iso3;
  text: string;
  /** Empty where it was not said with whom. */
  withWhom: string;
  on: Day;
  /** me, coordinators, desk */
  seenBy: string;
  at: Temporal.Instant;
  by: { slackId: string; name: string };
}

/** Whom one reaches in a State. */
export interface ContactRow {
  id: string;
  state: Iso3;
  place: 'capital' | 'geneva';
  name: string;
  office: string;
  reach: string;
}

export type DiaryReader = Pick<Actor, 'slackId' | 'roles'>;

/** The notes on a State that a member of the desk may read, the latest first; what was taken back is not among them. */
export async function readDiary(db: Reader, state: Iso3 | null, reader: DiaryReader): Promise<readonly DiaryNote[]> {
  const rows = await db.stateNote.findMany({
    where: { ...(state === null ? {} : { iso3: state }), takenBackAt: null },
    orderBy: [{ on: 'desc' }, { at: 'desc' }],
  });
  return rows
    .filter((row) => mayReadNote(row, reader))
    .map(({ id, iso3, text, withWhom, on, seenBy, at, by, byName }) => ({
      ...{ id, state: iso3, text, withWhom, on: dayFrom(on), seenBy, at: instantFrom(at) },
      by: { slackId: by, name: byName },
    }));
}

/** Contacts of a State, those in its capital first. */
export async function readStateContacts(db: Reader, state: Iso3): Promise<readonly ContactRow[]> {
  const rows = await db.stateContact.findMany({
    where: { iso3: state, endedAt: null },
    orderBy: [{ place: 'asc' }, { name: 'asc' }],
  });
  return rows.map(({ id, iso3, place, name, office, reach }) => ({
    ...{ id, state: iso3, name, office, reach },
    place: place === 'geneva' ? 'geneva' : 'capital',
  }));
}
