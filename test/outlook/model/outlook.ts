import type { MeetingField, MeetingFields } from '../../../src/desk/calendar.ts';
import { loosely } from '../../../src/outlook/canonical.ts';
import type { Looked, RemoteCalendar, Sent, Write } from '../../../src/outlook/remote-calendar.ts';
import { type RemoteEvent, readTransactionId } from '../../../src/outlook/remote-event.ts';
import { within } from '../../../src/outlook/window.ts';
import type { Ledger } from './ledger.ts';

/** What goes wrong in one round: drawn before it, used up as the round goes on. */
export interface Faults {
  /** For each write in turn. */
  writes: readonly ('none' | 'lost_before' | 'lost_after' | 'refused_once')[];
  /** For each event that is asked for. */
  looks: readonly ('none' | 'lost')[];
  reset: boolean;
  /** A whole reading leaves these out, as parts of the calendar that Outlook did not give. */
  partial: boolean;
  shuffle: boolean;
  /** Says again what it said in earlier readings, as it was then. */
  replay: boolean;
}

export const NO_FAULTS: Faults = { writes: [], looks: [], reset: false, partial: false, shuffle: false, replay: false };

export interface ModelOutlook extends RemoteCalendar {
  events: Map<string, RemoteEvent>;
  faults: Faults;
  requests: { reads: number; looks: number; writes: number };
  /** What a person does in Outlook. */
  edit(id: string, change: Partial<MeetingFields>): void;
  remove(id: string): void;
  copy(id: string): void;
  /** Called after each change by the desk; may throw. */
  onWrite(): void;
}

/** Outlook rewrites what it is given. */
const rewritten = (fields: MeetingFields): MeetingFields => ({
  ...fields,
  subject: `${fields.subject} `.slice(0, 255),
  agenda: fields.agenda.replaceAll('\n', ' \r\n'),
  invitees: fields.invitees.map((each) => ({ ...each, address: each.address.toUpperCase() })).toReversed(),
});

/** Outlook's side of a test, in memory, with everything that goes wrong. */
export function modelOutlook(ledger: Ledger): ModelOutlook {
  let clock = 0;
  const log: string[] = [];
  const history: RemoteEvent[] = [];
  const used = new Map<string, string>();
  let [writes, looks] = [0, 0];
  const put = (event: RemoteEvent): RemoteEvent => {
    clock += 1;
    const next = {
      ...event,
      etag: `W/"${clock}"`,
      changedAt: new Date(Date.UTC(2019, 10, 18, 9, 0, clock)).toISOString(),
    };
    model.events.set(next.id, next);
    history.push(next);
    log.push(next.id);
    return next;
  };
  const meetingOf = (event: RemoteEvent): string => readTransactionId(event.transactionId)?.meeting ?? '';
  const look = (id: string | undefined): Looked => {
    model.requests.looks += 1;
    const fault = model.faults.looks[looks];
    looks += 1;
    if (fault === 'lost') return { kind: 'unknown' };
    const event = id === undefined ? undefined : model.events.get(id);
    return event === undefined ? { kind: 'gone' } : { kind: 'there', event };
  };
  const model: ModelOutlook = {
    events: new Map(),
    faults: NO_FAULTS,
    requests: { reads: 0, looks: 0, writes: 0 },
    onWrite: () => undefined,
    edit(id, change) {
      const event = model.events.get(id);
      if (event === undefined) return;
      const fields = rewritten({ ...event.fields, ...change });
      for (const field of Object.keys(change) as MeetingField[])
        if (loosely(field, fields) !== loosely(field, event.fields) && field !== 'invitees')
          ledger.editedThere(meetingOf(event), field, loosely(field, fields), loosely(field, event.fields));
      put({ ...event, fields });
    },
    remove(id) {
      const event = model.events.get(id);
      if (event === undefined) return;
      model.events.delete(id);
      log.push(id);
      ledger.forget(meetingOf(event));
    },
    copy(id) {
      const event = model.events.get(id);
      if (event !== undefined) put({ ...event, id: `copy-${clock}`, transactionId: null });
    },
    async read(link, window) {
      model.requests.reads += 1;
      [writes, looks] = [0, 0];
      const { faults } = model;
      if (link !== null && faults.reset) return { kind: 'reset' };
      const changed = link === null ? [...model.events.keys()] : log.slice(Number(link));
      const inside = (event: RemoteEvent): boolean => within(event.fields.when, window);
      const now = [...new Set(changed)].map((id) => [id, model.events.get(id)] as const);
      let events = now.flatMap(([, event]) => (event !== undefined && inside(event) ? [event] : []));
      const removed =
        link === null ? [] : now.filter(([, event]) => event === undefined || !inside(event)).map(([id]) => id);
      if (faults.partial && link === null) events = events.filter((_, at) => at % 2 === 1);
      const old =
        faults.replay && link !== null ? history.filter(({ id }) => !events.some((event) => event.id === id)) : [];
      const newest = new Map([...old, ...events].map((event) => [event.id, event]));
      const given = [...newest.values()];
      return {
        kind: 'read',
        events: faults.shuffle ? given.toReversed() : given,
        removed,
        series: [],
        deltaLink: String(log.length),
      };
    },
    look: async (ids) => ids.map(look),
    find: async (names) => names.map((name) => look(used.get(name) ?? 'none')),
    occurrences: async (series) => series.map(() => []),
    async send(all, onAnswer) {
      for (const write of all) {
        model.requests.writes += 1;
        const fault = model.faults.writes[writes] ?? 'none';
        writes += 1;
        if (fault === 'lost_before' || fault === 'refused_once') {
          await onAnswer(write, { kind: 'unknown' });
          continue;
        }
        const sent = perform(write);
        model.onWrite();
        await onAnswer(write, fault === 'lost_after' ? { kind: 'unknown' } : sent);
      }
    },
  };
  function perform(write: Write): Sent {
    if (write.kind === 'create') {
      const { fields, plan, transactionId } = write;
      if (used.has(transactionId)) {
        const before = model.events.get(used.get(transactionId) ?? '') ?? null;
        return { kind: 'name_used', event: clock % 2 === 0 ? before : null };
      }
      const id = `event-${clock + 1}`;
      used.set(transactionId, id);
      for (const field of Object.keys(fields) as MeetingField[])
        if (loosely(field, fields) === loosely(field, plan.fields)) ledger.delivered(plan.id, field);
      const links = { webLink: null, joinUrl: null, iCalUId: id };
      const event = { id, etag: '', changedAt: null, transactionId, cancelled: false, answers: [], links };
      return { kind: 'done', event: put({ ...event, fields: rewritten(fields) }) };
    }
    const event = model.events.get(write.id);
    if (event === undefined) return { kind: 'gone' };
    if (event.etag !== write.etag) return { kind: 'changed_meanwhile' };
    if (write.kind === 'delete') {
      model.remove(write.id);
      return { kind: 'deleted' };
    }
    for (const field of Object.keys(write.patch) as MeetingField[]) {
      ledger.delivered(write.plan.id, field);
      ledger.mayOverwriteThere(write.plan.id, field, loosely(field, event.fields));
    }
    return { kind: 'done', event: put({ ...event, fields: rewritten({ ...event.fields, ...write.patch }) }) };
  }
  return model;
}
