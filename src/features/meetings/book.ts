import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { holdMeeting } from '../../db/hold.ts';
import { asJson } from '../../db/json.ts';
import { type MeetingRow, readMeeting, readMeetings } from '../../db/read/meetings.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { CalendarNews, MeetingBook, MeetingFields } from '../../desk/calendar.ts';
import { sayMeetingCards } from './cards.ts';
import { FIELD_NAMES, fieldWords } from './field-words.ts';
import { FIELDS, fieldsOf, isSent, plannedOf, unchangedSince } from './fields.ts';
import {
  keepLine,
  type Line,
  type NewNotice,
  putNotice,
  takeNotice,
  type Written,
  writeAnswers,
  writeInvitees,
  writeWhen,
} from './store.ts';
import { keepTrouble } from './trouble.ts';

/** What the calendar in Outlook asks of the desk and tells it: the record of meetings. */
export function bookOf(desk: RecordDesk): MeetingBook {
  const { db, clock } = desk;
  return {
    async planned() {
      return (await readMeetings(db)).map(plannedOf).filter((plan) => plan !== null);
    },
    async hear(news) {
      const heard = await db.$transaction((tx) => hear(tx, desk, news, clock.now()));
      desk.poke();
      return heard;
    },
    async trouble(trouble) {
      await db.$transaction((tx) => keepTrouble(tx, desk, trouble, clock.now()));
      desk.poke();
    },
  };
}

const inOutlook = (at: Temporal.Instant): Written => ({ by: 'outlook', byName: 'Outlook', through: 'Outlook', at });

/** Keeps one piece of news; a meeting that is not on record has nothing to keep. */
async function hear(tx: Tx, desk: RecordDesk, news: CalendarNews, at: Temporal.Instant): Promise<'kept' | 'stale'> {
  await holdMeeting(tx, news.meeting);
  const row = await readMeeting(tx, news.meeting);
  if (row === null) return news.kind === 'changed' ? 'stale' : 'kept';
  const heard = await keep(tx, desk, row, news, at);
  if (heard === 'kept') await sayMeetingCards(tx, desk, row.id, at);
  return heard;
}

async function keep(
  tx: Tx,
  { ids }: Pick<RecordDesk, 'ids'>,
  row: MeetingRow,
  news: CalendarNews,
  at: Temporal.Instant,
): Promise<'kept' | 'stale'> {
  const { id } = row;
  // After a crash the same may be told again.
  const told = (notice: NewNotice): boolean =>
    row.notices.some(({ at: _, ...each }) => isDeepStrictEqual(each, notice));
  const put = async (notice: NewNotice, line: Line): Promise<'kept'> => {
    if (told(notice)) return 'kept';
    await putNotice(tx, id, notice, at);
    await keepLine(tx, ids, id, line, inOutlook(at));
    return 'kept';
  };
  switch (news.kind) {
    case 'linked': {
      const { webLink, joinUrl, iCalUId } = news;
      await tx.meeting.update({ where: { id }, data: { webLink, joinUrl, iCalUId } });
      await takeNotice(tx, id, 'deleted');
      await takeNotice(tx, id, 'refused');
      return 'kept';
    }
    case 'changed':
      return take(tx, { ids }, row, news, at);
    case 'answers':
      await writeAnswers(tx, row, news.answers);
      return 'kept';
    case 'disputed': {
      const { field, here, there } = news;
      const [before, after] = [here, there].map((fields) => fieldWords(field, fields, row.zone));
      return put(
        { kind: 'disputed', field, here, there },
        { what: `${FIELD_NAMES[field]}: here and in Outlook`, before, after },
      );
    }
    case 'undisputed':
      await takeNotice(tx, id, 'disputed', news.field);
      return 'kept';
    case 'put_back': {
      const { field, there } = news;
      const before = fieldWords(field, there, row.zone);
      return put(
        { kind: 'put_back', field, there },
        { what: `${FIELD_NAMES[field]}: changed in Outlook, put back`, before },
      );
    }
    case 'deleted':
      return put({ kind: 'deleted', there: news.at }, { what: 'deleted in Outlook' });
    case 'restored':
      await takeNotice(tx, id, 'deleted');
      return 'kept';
    case 'occurrences':
      await tx.meeting.update({ where: { id }, data: { occurrences: asJson(news.occurrences) } });
      return 'kept';
    case 'refused': {
      const { why, code } = news;
      return put({ kind: 'refused', why, code }, { what: 'not taken by Outlook', after: code === '' ? why : code });
    }
  }
}

/** Takes over what was changed in Outlook, all of it or nothing: it was compared with what the desk had then. */
async function take(
  tx: Tx,
  { ids }: Pick<RecordDesk, 'ids'>,
  row: MeetingRow,
  { from, to }: Extract<CalendarNews, { kind: 'changed' }>,
  at: Temporal.Instant,
): Promise<'kept' | 'stale'> {
  const now = isSent(row) ? fieldsOf(row) : null;
  if (now === null || !unchangedSince(now, from)) return 'stale';
  const after: MeetingFields = { ...now, ...to };
  const { id } = row;
  if (to.when !== undefined) await writeWhen(tx, row, to.when, { by: null, at });
  const texts = {
    ...(to.subject === undefined ? {} : { title: to.subject }),
    ...(to.place === undefined ? {} : { place: to.place }),
    ...(to.agenda === undefined ? {} : { agenda: to.agenda }),
  };
  await tx.meeting.update({ where: { id }, data: { ...texts, sequence: { increment: 1 } } });
  if (to.invitees !== undefined) {
    const unaddressed = row.invitees.filter(({ address }) => address === '');
    await writeInvitees(tx, ids, row, [...to.invitees.map((each) => ({ ...each, slackId: null })), ...unaddressed]);
  }
  for (const field of FIELDS) {
    if (!(field in to)) continue;
    const [was, is] = [now, after].map((fields) => fieldWords(field, fields, row.zone));
    await keepLine(tx, ids, id, { what: FIELD_NAMES[field], before: was, after: is }, inOutlook(at));
  }
  return 'kept';
}
