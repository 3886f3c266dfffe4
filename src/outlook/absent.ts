import type { PlannedMeeting } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import { sameHere } from './canonical.ts';
import type { Step } from './ops.ts';
import { type RemoteView, transactionId } from './remote-event.ts';
import { asKept, forgotten } from './rows.ts';
import type { Standing } from './standing.ts';

/** Outlook takes no more. */
const MOST_INVITEES = 500;

const nothing = (meeting: string): Step => ({ meeting, news: [], row: null, op: null });

/** Makes it under a name that Outlook has not seen yet. */
function make(plan: PlannedMeeting, row: SyncRow): Step {
  const meeting = plan.id;
  const { fields } = plan;
  if (row.refused !== null && sameHere(fields, row.refused)) return nothing(meeting);
  if (fields.invitees.length > MOST_INVITEES) {
    const refusal = { meeting, kind: 'refused' as const, why: 'too_many_invitees' as const, code: '' };
    return { meeting, news: [refusal], row: { ...row, refused: fields }, op: null };
  }
  const incarnation = row.incarnation + 1;
  const next: SyncRow = { ...forgotten(row), incarnation, making: { fields: asKept(fields), idUsed: false } };
  return { meeting, news: [], row: next, op: creation(plan, next, fields) };
}

const creation = (plan: PlannedMeeting, { incarnation }: SyncRow, fields: PlannedMeeting['fields']): Step['op'] => ({
  kind: 'create',
  plan,
  transactionId: transactionId(plan.id, incarnation),
  fields,
});

/** Nothing of it is known to stand in Outlook: it is made, made again with the same words, or looked for. */
export function absent(plan: PlannedMeeting | null, row: SyncRow, view: RemoteView): Step {
  const { making, meeting } = row;
  if (making === null) return plan === null ? nothing(meeting) : make(plan, row);
  const name = transactionId(meeting, row.incarnation);
  const traceless = view.untraceable.includes(name);
  if (plan === null) {
    // It may have been made, and has been cancelled here since: it is looked for, to be taken out.
    if (traceless) return { meeting, news: [], row: forgotten(row), op: null };
    return { meeting, news: [], row: null, op: { kind: 'find', transactionId: name } };
  }
  if (!making.idUsed) return { meeting, news: [], row: null, op: creation(plan, row, making.fields) };
  if (traceless) return make(plan, forgotten(row));
  return { meeting, news: [], row: null, op: { kind: 'find', transactionId: name } };
}

/** It stood in Outlook and is gone: made again if it was changed here since, else a person is asked. */
export function gone(plan: PlannedMeeting | null, row: Standing, at: string | null): Step {
  const { meeting } = row;
  if (plan === null) return { meeting, news: [], row: forgotten(row), op: null };
  if (row.agreed === null || !sameHere(plan.fields, row.agreed.here)) return make(plan, forgotten(row));
  if (row.asked) return nothing(meeting);
  return { meeting, news: [{ meeting, kind: 'deleted', at }], row: { ...row, asked: true }, op: null };
}
