import type { CalendarNews, MeetingBook } from '../desk/calendar.ts';
import type { SyncRow, SyncStore } from '../desk/calendar-store.ts';
import type { Step } from './ops.ts';
import type { RemoteCalendar, Sent, Write } from './remote-calendar.ts';
import type { RemoteEvent } from './remote-event.ts';
import { answered, forgotten } from './rows.ts';
import type { Open } from './view.ts';

export interface RoundParts {
  book: MeetingBook;
  store: SyncStore;
  remote: RemoteCalendar;
}

export interface CarriedOut {
  open: Open;
  /** Meetings that were changed here while they were compared. */
  again: ReadonlySet<string>;
  unanswered: boolean;
  /** Graph's word, where it lets the desk write nothing. */
  denied: string | null;
}

/** Tells the news, keeps the rows, and sends only what is kept; what comes back is kept answer by answer. */
export async function carryOut({ book, store, remote }: RoundParts, steps: readonly Step[]): Promise<CarriedOut> {
  const again = new Set<string>();
  const writes = new Map<Write, string>();
  const [look, find, gone]: [string[], string[], string[]] = [[], [], []];
  const events: RemoteEvent[] = [];
  let unanswered = false;
  let denied: string | null = null;
  for (const { meeting, news, row, op } of steps) {
    let kept = true;
    for (const each of news) kept &&= (await book.hear(each)) === 'kept';
    if (kept && row !== null) kept = await store.saveRow(row);
    if (!kept) again.add(meeting);
    else if (op?.kind === 'find') find.push(op.transactionId);
    else if (op !== null) writes.set(op, meeting);
  }
  await remote.send([...writes.keys()], async (write, sent) => {
    if (sent.kind === 'changed_meanwhile' && write.kind !== 'create') look.push(write.id);
    else if (sent.kind === 'gone' && write.kind === 'update') gone.push(write.id);
    else if (sent.kind === 'name_used' && sent.event !== null) events.push(sent.event);
    if (sent.kind === 'unknown') unanswered = true;
    // Not a fault of the meeting: it is sent again when the desk may.
    if (sent.kind === 'refused' && sent.why === 'access') {
      denied = sent.code;
      return;
    }
    const before = await store.row(writes.get(write) ?? '');
    const after = before === null ? null : afterAnswer(before, write, sent);
    if (after === null) return;
    for (const each of after.news) await book.hear(each);
    // Refused when a person has decided something meanwhile: then the next reading shows what Outlook has taken.
    await store.saveRow(after.row);
  });
  return { open: { look, find, events, gone }, again, unanswered, denied };
}

interface After {
  news: readonly CalendarNews[];
  row: SyncRow;
}

/** What is known of a meeting once Outlook has answered; null when nothing more is. */
function afterAnswer(row: SyncRow, write: Write, sent: Sent): After | null {
  const { meeting } = row;
  if (sent.kind === 'done' && write.kind === 'create')
    return { news: [{ meeting, kind: 'linked', ...sent.event.links }], row: answered(row, write.fields, sent.event) };
  if (sent.kind === 'done' && write.kind === 'update') return { news: [], row: answered(row, write.patch, sent.event) };
  if (write.kind === 'delete')
    return sent.kind === 'deleted' || sent.kind === 'gone' ? { news: [], row: forgotten(row) } : null;
  if (sent.kind === 'name_used' && row.making !== null && sent.event === null)
    return { news: [], row: { ...row, making: { ...row.making, idUsed: true } } };
  if (sent.kind !== 'refused') return null;
  const { why, code } = sent;
  return { news: [{ meeting, kind: 'refused', why, code }], row: { ...row, making: null, refused: write.plan.fields } };
}
