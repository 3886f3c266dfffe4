import { Temporal } from 'temporal-polyfill';
import type { PlannedMeeting } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import { absent, gone } from './absent.ts';
import type { Halt, Step } from './ops.ts';
import { linkable, type RemoteEvent, type RemoteView, readTransactionId } from './remote-event.ts';
import { newRow } from './rows.ts';
import { cancelled, compared, type Standing } from './standing.ts';

export interface Sides {
  /** Every meeting that should stand in Outlook. */
  local: readonly PlannedMeeting[];
  /** What was agreed at the last comparison. */
  base: readonly SyncRow[];
  remote: RemoteView;
}

export interface Reconciled {
  /** For each meeting that has something to be done; in the order of their ids. */
  steps: readonly Step[];
  /** Where it is given there are no steps. */
  halt: Halt | null;
}

/** Fewer than these may well be deleted by hand; they are asked about one by one. */
const FEW = 3;

/**
 * Compares what stands in the desk, what was agreed and what was read from Outlook: for each meeting what is to be told here
 * (linked, changed, in dispute, put back, deleted), kept, and done there (create, change, delete, find). Pure: no clock, no I/O; the
 * same in any order of its arguments. `mayVanish`: a person has confirmed that most meetings may have gone.
 */
export function reconcile({ local, base, remote }: Sides, { mayVanish }: { mayVanish: boolean }): Reconciled {
  const plans = new Map(local.map((plan) => [plan.id, plan]));
  const rows = new Map(base.map((row) => [row.meeting, row]));
  const lost = new Set([...remote.gone, ...remote.events.filter((event) => event.cancelled).map(({ id }) => id)]);
  const halt = vanished(plans, base, lost);
  if (halt !== null && !mayVanish) return { steps: [], halt };
  const byId = new Map(remote.events.map((event) => [event.id, event]));
  const byName = named(remote.events);
  const steps = [...new Set([...plans.keys(), ...rows.keys()])].sort().map((id): Step => {
    const plan = plans.get(id) ?? null;
    const row = rows.get(id) ?? newRow(id);
    if (isStanding(row)) return standing(plan, row, byId.get(row.remote.id) ?? null, lost, remote);
    const found = newest(byName.get(id) ?? [], row);
    if (found === null) return absent(plan, row, remote);
    return linked(plan, row, found, remote);
  });
  return { steps: steps.filter(({ news, row, op }) => news.length > 0 || row !== null || op !== null), halt: null };
}

const isStanding = (row: SyncRow): row is Standing => row.remote !== null;

/** More than half of the meetings gone at once is a fault of reading, or a calendar emptied by mistake: not so many decisions. */
function vanished(
  plans: ReadonlyMap<string, unknown>,
  base: readonly SyncRow[],
  lost: ReadonlySet<string>,
): Halt | null {
  const standing = base.filter((row) => isStanding(row) && !row.asked && plans.has(row.meeting));
  const missing = standing.filter((row) => row.remote !== null && lost.has(row.remote.id)).length;
  return missing > FEW && missing * 2 > standing.length ? { gone: missing, of: standing.length } : null;
}

function standing(
  plan: PlannedMeeting | null,
  row: Standing,
  read: RemoteEvent | null,
  lost: ReadonlySet<string>,
  view: RemoteView,
): Step {
  const event = read === null || isOld(read, row) ? null : read;
  if (lost.has(row.remote.id)) return gone(plan, row, read?.changedAt ?? null);
  if (row.asked && event === null) return gone(plan, row, null);
  if (plan === null) return cancelled(row, row, event);
  // Its own echo, or read again unchanged: there is nothing to be learnt from it.
  return compared(plan, row, row, event?.etag === row.remote.etag && !row.asked ? null : event, view);
}

/** A reading that Outlook repeats from before what is known of the event. */
function isOld({ changedAt }: RemoteEvent, { remote }: Standing): boolean {
  if (changedAt === null || remote.changedAt === null) return false;
  return Temporal.Instant.compare(changedAt, remote.changedAt) < 0;
}

/** An event that was made for the meeting and whose answer was lost, or with it the memory of having made it. */
function linked(plan: PlannedMeeting | null, row: SyncRow, event: RemoteEvent, view: RemoteView): Step {
  const remote = { id: event.id, etag: event.etag, changedAt: event.changedAt };
  const incarnation = readTransactionId(event.transactionId)?.incarnation ?? row.incarnation;
  const base = row.making === null ? null : { here: row.making.fields, there: row.making.fields };
  const next: Standing = { ...row, incarnation, making: null, remote, agreed: base };
  if (plan === null) return cancelled(row, next, null);
  const step = compared(plan, row, next, event, view, base);
  return { ...step, news: [{ meeting: plan.id, kind: 'linked', ...event.links }, ...step.news] };
}

/** Events by the meeting that they were made for. */
function named(events: readonly RemoteEvent[]): ReadonlyMap<string, readonly RemoteEvent[]> {
  const groups = new Map<string, RemoteEvent[]>();
  for (const event of events) {
    const name = readTransactionId(event.transactionId);
    if (name === null || event.cancelled) continue;
    groups.set(name.meeting, [...(groups.get(name.meeting) ?? []), event]);
  }
  return groups;
}

/** The event to link: of those that may be the meeting's, the one that was made last. */
function newest(events: readonly RemoteEvent[], row: SyncRow): RemoteEvent | null {
  const order = (event: RemoteEvent): number => readTransactionId(event.transactionId)?.incarnation ?? 0;
  const able = events.filter((event) => linkable(row, order(event)));
  return able.toSorted((a, b) => order(b) - order(a) || (a.id < b.id ? -1 : 1))[0] ?? null;
}
