import type { SyncRow } from '../desk/calendar-store.ts';
import type { Looked, Reading, RemoteCalendar, Window } from './remote-calendar.ts';
import { linkable, type RemoteEvent, type RemoteView, readTransactionId } from './remote-event.ts';
import { within } from './window.ts';

/** A view, and whether all that had to be asked for it was answered. */
export interface Seen {
  view: RemoteView;
  complete: boolean;
}

type Read = Extract<Reading, { kind: 'read' }>;

/**
 * What a reading shows, made certain: an event counts as gone only when it was asked for by itself and is not there, never because
 * a reading does not name it: what is outside of the window is still there.
 */
export async function viewOf(
  remote: RemoteCalendar,
  rows: readonly SyncRow[],
  { events, removed, series, whole }: Read & { whole: boolean },
  window: Window,
): Promise<Seen> {
  const known = new Map(rows.flatMap((row) => (row.remote === null ? [] : [[row.remote.id, row] as const])));
  const named = new Set(events.map(({ id }) => id));
  const missing = whole ? [...known.values()].filter((row) => !row.asked && !named.has(idOf(row))) : [];
  const byMeeting = new Map(rows.map((row) => [row.meeting, row]));
  // Outlook may repeat what it said before an event was deleted: what would be linked is asked for.
  const revived = events.filter(({ id, transactionId }) => {
    const name = readTransactionId(transactionId);
    if (known.has(id)) return known.get(id)?.asked === true;
    return name !== null && linkable(byMeeting.get(name.meeting) ?? null, name.incarnation);
  });
  const doubtful = new Set([
    ...removed.filter((id) => known.has(id)),
    ...missing.map(idOf),
    ...revived.map(({ id }) => id),
  ]);
  const ids = [...doubtful].sort();
  const looked = ids.length === 0 ? [] : await remote.look(ids);
  const taken = new Set(whole ? [] : removed.filter((id) => !named.has(id)));
  const seen = ids.map((id, at) => elsewhere(id, looked[at] ?? { kind: 'unknown' }, taken, window));
  const ours = series.filter((id) => known.has(id));
  const read = ours.length === 0 ? [] : await remote.occurrences(ours, window);
  return {
    view: {
      events: [
        ...events.filter(({ id }) => !doubtful.has(id)),
        ...seen.flatMap((each) => (each.kind === 'there' ? [each.event] : [])),
      ],
      gone: ids.filter((_, at) => seen[at]?.kind === 'gone'),
      untraceable: [],
      occurrences: new Map(ours.flatMap((id, at) => (read[at] ? [[id, read[at]] as const] : []))),
    },
    complete: seen.every(({ kind }) => kind !== 'unknown') && ours.every((_, at) => read[at]),
  };
}

const idOf = (row: SyncRow): string => row.remote?.id ?? '';

/** Taken out of this calendar although it is within the window: somebody has moved it to another one. */
const elsewhere = (id: string, looked: Looked, taken: ReadonlySet<string>, window: Window): Looked =>
  looked.kind === 'there' && taken.has(id) && within(looked.event.fields.when, window) ? { kind: 'gone' } : looked;

/** What the answers to the desk's own writes left to be learnt. */
export interface Open {
  /** Ids of events that somebody has changed meanwhile. */
  look: readonly string[];
  /** Names under which something was made, nobody said what. */
  find: readonly string[];
  events: readonly RemoteEvent[];
  gone: readonly string[];
}

export const isOpen = ({ look, find, events, gone }: Open): boolean =>
  look.length + find.length + events.length + gone.length > 0;

/** Asks for what was left open, and keeps of the earlier view what concerns the meetings that are compared `again`. */
export async function nextView(
  remote: RemoteCalendar,
  open: Open,
  { view, again, rows }: { view: RemoteView; again: ReadonlySet<string>; rows: readonly SyncRow[] },
): Promise<Seen> {
  const looked = open.look.length === 0 ? [] : await remote.look(open.look);
  const found = open.find.length === 0 ? [] : await remote.find(open.find);
  const meetings = new Map(rows.map((row) => [row.remote?.id, row.meeting]));
  const concerns = (id: string, name: string | null): boolean =>
    again.has(meetings.get(id) ?? readTransactionId(name)?.meeting ?? '');
  const fresh = [
    ...open.events,
    ...[...looked, ...found].flatMap((each) => (each.kind === 'there' ? [each.event] : [])),
  ];
  const ids = new Set(fresh.map(({ id }) => id));
  const kept = view.events.filter(({ id, transactionId }) => !ids.has(id) && concerns(id, transactionId));
  return {
    view: {
      events: [...kept, ...fresh],
      gone: [
        ...view.gone.filter((id) => concerns(id, null)),
        ...open.gone,
        ...open.look.filter((_, at) => looked[at]?.kind === 'gone'),
      ],
      untraceable: open.find.filter((_, at) => found[at]?.kind === 'gone'),
      occurrences: new Map([...view.occurrences].filter(([id]) => concerns(id, null))),
    },
    complete: [...looked, ...found].every(({ kind }) => kind !== 'unknown'),
  };
}
