import { isDeepStrictEqual } from 'node:util';
import type { CalendarNews, PlannedMeeting } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import { sameHere } from './canonical.ts';
import { type Agreed, merge } from './merge.ts';
import { keptDisputes, newsOf, overruled, sameAnswers } from './news.ts';
import type { Op, Step } from './ops.ts';
import type { RemoteEvent, RemoteView } from './remote-event.ts';
import { forgotten, knownThere } from './rows.ts';

/** A meeting whose event stands in Outlook, as `row.remote` says. */
export type Standing = SyncRow & { remote: NonNullable<SyncRow['remote']> };

const step = (before: SyncRow, row: SyncRow, news: readonly CalendarNews[], op: Op | null): Step => ({
  meeting: row.meeting,
  news,
  row: isDeepStrictEqual(row, before) ? null : row,
  op,
});

/** Cancelled here: it is taken out of Outlook, and what was changed there meanwhile is told. */
export function cancelled(before: SyncRow, row: Standing, event: RemoteEvent | null): Step {
  if (row.asked) return step(before, forgotten(row), [], null);
  const seen: Standing = event === null ? row : { ...row, remote: remoteOf(event), agreed: seenAs(row, event) };
  return step(before, seen, overruled(row.meeting, row, event), {
    kind: 'delete',
    id: seen.remote.id,
    etag: seen.remote.etag,
  });
}

/** Planned here and standing there: the two are merged, each against what was agreed. */
export function compared(
  plan: PlannedMeeting,
  before: SyncRow,
  row: Standing,
  event: RemoteEvent | null,
  view: RemoteView,
  base: Agreed | null = row.agreed,
): Step {
  const { meeting } = row;
  const news: CalendarNews[] = row.asked ? [{ meeting, kind: 'restored' }] : [];
  let next: Standing = { ...row, asked: false, remote: event === null ? row.remote : remoteOf(event) };
  if (event !== null && !sameAnswers(event.answers, row.answers)) {
    next = { ...next, answers: event.answers };
    news.push({ meeting, kind: 'answers', answers: event.answers });
  }
  const occurrences = view.occurrences.get(row.remote.id);
  if (occurrences !== undefined && !isDeepStrictEqual(occurrences, row.occurrences)) {
    next = { ...next, occurrences };
    news.push({ meeting, kind: 'occurrences', occurrences });
  }
  const there = event?.fields ?? knownThere(row);
  // A series is made and cancelled as a whole: nothing of it is changed on either side.
  if (plan.repeats !== null || there === null)
    return step(
      before,
      { ...next, agreed: next.agreed ?? { here: plan.fields, there: there ?? plan.fields } },
      news,
      null,
    );
  const merged = merge(plan, there, base);
  news.push(...newsOf(plan, merged, row, event));
  next = { ...next, agreed: merged.agreed, disputes: keptDisputes(merged.disputes, row.disputes) };
  const quiet = Object.keys(merged.patch).length === 0 || (row.refused !== null && sameHere(plan.fields, row.refused));
  const { id, etag } = next.remote;
  return step(before, next, news, quiet ? null : { kind: 'update', plan, id, etag, patch: merged.patch });
}

const remoteOf = ({ id, etag, changedAt }: RemoteEvent): Standing['remote'] => ({ id, etag, changedAt });

const seenAs = (row: SyncRow, event: RemoteEvent): SyncRow['agreed'] =>
  row.agreed === null ? null : { here: row.agreed.here, there: event.fields };
