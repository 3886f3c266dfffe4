import type { LastContact } from '../../questions/answer-contacts.ts';
import type { Day } from '../../treaty/day.ts';
import { day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Reader } from '../client.ts';
import { dateOf, dayFrom, instantFrom } from '../days.ts';
import { type DiaryReader, readDiary } from './diary.ts';

/** What reached the desk from a State itself, or went between it and the desk. */
const LETTERS = ['letter', 'note_verbale', 'email', 'message', 'meeting', 'person'];

/** Nobody in particular: of notes, those that coordinators and the ISU read. */
const ANY_MEMBER: DiaryReader = { slackId: '', roles: [] };

/** When the desk was last in contact with each State up to a day: by a note, a letter or a meeting, as far as `reader` may know. */
export async function readLastContacts(
  db: Reader,
  until: Day,
  reader: DiaryReader = ANY_MEMBER,
): Promise<ReadonlyMap<Iso3, LastContact>> {
  const last = new Map<Iso3, LastContact>();
  const met = (state: Iso3, on: Day, how: LastContact['how']): void => {
    const before = last.get(state);
    if (on <= until && (before === undefined || before.on < on)) last.set(state, { on, how });
  };
  for (const { state, on } of await readDiary(db, null, reader)) met(state, on, 'note');
  const letters = await db.source.findMany({
    where: { kind: { in: LETTERS }, date: { not: null, lte: dateOf(until) } },
    select: {
      kind: true,
      date: true,
      requests: { select: { request: { select: { iso3: true, status: true, leftStatus: true } } } },
    },
  });
  for (const { kind, date, requests } of letters)
    for (const { request } of requests) {
      const wasTakenBack = request.status === 'withdrawn' && request.leftStatus === null;
      if (date !== null && !wasTakenBack) met(request.iso3, dayFrom(date), kind === 'meeting' ? 'meeting' : 'letter');
    }
  const meetings = await db.meeting.findMany({
    where: { status: { not: 'cancelled' }, OR: [{ startsAt: { not: null } }, { firstDay: { not: null } }] },
    select: { startsAt: true, firstDay: true, zone: true, states: { select: { iso3: true } } },
  });
  for (const { startsAt, firstDay, zone, states } of meetings) {
    const on = startsAt === null ? dayFrom(firstDay) : localDay(startsAt, zone);
    for (const { iso3 } of states) if (on !== null) met(iso3, on, 'meeting');
  }
  return last;
}

const localDay = (at: Date, zone: string): Day =>
  day(instantFrom(at).toZonedDateTimeISO(zone).toPlainDate().toString());
