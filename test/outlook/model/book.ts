import type {
  CalendarNews,
  CalendarTrouble,
  MeetingBook,
  MeetingField,
  MeetingFields,
  PlannedMeeting,
} from '../../../src/desk/calendar.ts';
import { changedHere, loosely } from '../../../src/outlook/canonical.ts';
import type { Ledger } from './ledger.ts';

/** The desk's side of a test: meetings that persons change, and what they are told. */
export interface ModelBook extends MeetingBook {
  meetings: Map<string, PlannedMeeting>;
  heard: CalendarNews[];
  troubles: (CalendarTrouble | null)[];
  /** What waits for a person: meetings deleted in Outlook, and fields in dispute. */
  deleted: Set<string>;
  disputes: Map<string, { meeting: string; field: MeetingField; here: MeetingFields; there: MeetingFields }>;
  edit(meeting: string, change: Partial<MeetingFields>): void;
}

/** `crash` is called before and after each thing is kept, and may throw. */
export function modelBook(ledger: Ledger, crash: () => void = () => undefined): ModelBook {
  const book: ModelBook = {
    meetings: new Map(),
    heard: [],
    troubles: [],
    deleted: new Set(),
    disputes: new Map(),
    edit(meeting, change) {
      const plan = book.meetings.get(meeting);
      if (plan === undefined) return;
      book.meetings.set(meeting, { ...plan, fields: { ...plan.fields, ...change } });
      for (const field of Object.keys(change) as MeetingField[])
        if (changedHere(field, { ...plan.fields, ...change }, plan.fields))
          ledger.editedHere(meeting, field, loosely(field, { ...plan.fields, ...change }), loosely(field, plan.fields));
    },
    planned: async () => [...book.meetings.values()],
    async hear(news) {
      crash();
      const kept = keep(book, ledger, news);
      crash();
      return kept;
    },
    async trouble(trouble) {
      book.troubles.push(trouble);
    },
  };
  return book;
}

function keep(book: ModelBook, ledger: Ledger, news: CalendarNews): 'kept' | 'stale' {
  const { meeting } = news;
  const plan = book.meetings.get(meeting);
  book.heard.push(news);
  if (news.kind === 'deleted') book.deleted.add(meeting);
  if (news.kind === 'linked' || news.kind === 'restored') book.deleted.delete(meeting);
  if (news.kind === 'undisputed') book.disputes.delete(`${meeting} ${news.field}`);
  if (news.kind === 'put_back') ledger.toldThere(meeting, news.field, loosely(news.field, news.there));
  if (news.kind === 'disputed') {
    book.disputes.set(`${meeting} ${news.field}`, news);
    ledger.toldThere(meeting, news.field, loosely(news.field, news.there));
    ledger.delivered(meeting, news.field);
  }
  if (news.kind !== 'changed') return 'kept';
  if (plan === undefined) return 'stale';
  const was = { ...plan.fields, ...news.from };
  const fields = Object.keys(news.to) as MeetingField[];
  if (fields.some((field) => changedHere(field, was, plan.fields))) return 'stale';
  const now = { ...plan.fields, ...news.to };
  for (const field of fields) {
    ledger.toldThere(meeting, field, loosely(field, now));
    if (field !== 'invitees') ledger.mayOverwriteHere(meeting, field);
  }
  book.meetings.set(meeting, { ...plan, fields: now });
  return 'kept';
}
