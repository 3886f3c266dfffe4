import { z } from 'zod';
import type { Occurrence } from '../../desk/calendar.ts';
import type { Looked, RemoteCalendar, Sent, Window, Write } from '../remote-calendar.ts';
import { batchOver } from './batch.ts';
import { PREFER, readDelta } from './delta.ts';
import { bodyOf, creationOf, TAG } from './event-body.ts';
import { occurrenceOf, parseEvent, remoteEventOf } from './event-shape.ts';
import { errorIn } from './failures.ts';
import type { Patience } from './patience.ts';
import { sentFrom } from './sent.ts';
import type { Answered, Asked, Wire } from './wire.ts';
import { zoneNames } from './zone-names.ts';

export interface CalendarPlace {
  /** The mailbox, by its address or id. */
  mailbox: string;
  /** One of its calendars by id; null for its own. */
  calendar: string | null;
}

/** The path of a calendar; every part of it is encoded, for ids hold `/`, `+` and `=`. */
export const pathOf = ({ mailbox, calendar }: CalendarPlace): string =>
  `/users/${encodeURIComponent(mailbox)}/${calendar === null ? 'calendar' : `calendars/${encodeURIComponent(calendar)}`}`;

const list = z.object({ value: z.array(z.unknown()) });

/** One calendar of one mailbox over Graph. */
export function outlookCalendar(wire: Wire, patience: Patience, place: CalendarPlace): RemoteCalendar {
  const calendar = pathOf(place);
  const batch = batchOver(wire, patience);
  const headers = { Prefer: PREFER };
  const zones = zoneNames();
  const at = (id: string): string => `${calendar}/events/${encodeURIComponent(id)}`;
  const reading = (path: string): Asked => ({ method: 'GET', path, headers });
  const look = async (ids: readonly string[]): Promise<Looked[]> =>
    (await batch.all(ids.map((id) => reading(at(id))))).map(lookedFrom);
  const writing = (write: Write): Asked => {
    if (write.kind === 'create')
      return {
        method: 'POST',
        path: `${calendar}/events`,
        headers,
        body: creationOf(write.plan, write.fields, write.transactionId, zones.name),
      };
    const guarded = { ...headers, 'If-Match': write.etag };
    if (write.kind === 'delete') return { method: 'DELETE', path: at(write.id), headers: guarded };
    return {
      method: 'PATCH',
      path: at(write.id),
      headers: guarded,
      body: bodyOf(write.patch, write.plan.zone, zones.name),
    };
  };
  const remote: RemoteCalendar = {
    read: (link, window) => readDelta({ wire, patience, calendar }, link, window),
    look,
    async find(names) {
      const answers = await batch.all(
        names.map((name) => reading(`${calendar}/events?$filter=${encodeURIComponent(tagged(name))}`)),
      );
      return answers.map(foundFrom);
    },
    async occurrences(series, { from, until }: Window) {
      const query = new URLSearchParams({ startDateTime: from, endDateTime: until });
      const answers = await batch.all(series.map((id) => reading(`${at(id)}/instances?${query}&$top=500`)));
      return answers.map(occurrencesFrom);
    },
    async send(writes, onAnswer) {
      const again: Write[] = [];
      await batch.send(writes.map(writing), async (place, answer) => {
        const write = writes[place];
        if (write === undefined) return;
        if (write.kind !== 'delete' && zones.refuses(write.plan.zone, answer)) {
          again.push(write);
          return;
        }
        const { sent, existing } = sentFrom(write, answer);
        await onAnswer(write, existing === null ? sent : await named(existing));
      });
      if (again.length > 0) await remote.send(again, onAnswer);
    },
  };
  return remote;

  /** The event that Outlook calls the one of this name. */
  async function named(id: string): Promise<Sent> {
    const [found] = await look([id]);
    return { kind: 'name_used', event: found?.kind === 'there' ? found.event : null };
  }
}

const tagged = (name: string): string =>
  `singleValueExtendedProperties/any(ep: ep/id eq '${TAG}' and ep/value eq '${name.replaceAll("'", "''")}')`;

function lookedFrom(answer: Answered): Looked {
  if (answer.kind === 'silence') return { kind: 'unknown' };
  if (answer.status === 404 && errorIn(answer.body).code.toLowerCase() === 'erroritemnotfound') return { kind: 'gone' };
  const event = answer.status === 200 ? parseEvent(answer.body) : null;
  const remote = event === null ? null : remoteEventOf(event);
  return remote === null ? { kind: 'unknown' } : { kind: 'there', event: remote };
}

function foundFrom(answer: Answered): Looked {
  if (answer.kind === 'silence' || answer.status !== 200) return { kind: 'unknown' };
  const parsed = list.safeParse(answer.body);
  if (!parsed.success) return { kind: 'unknown' };
  const [first] = parsed.data.value;
  return first === undefined ? { kind: 'gone' } : lookedFrom({ ...answer, body: first });
}

function occurrencesFrom(answer: Answered): readonly Occurrence[] | null {
  if (answer.kind === 'silence' || answer.status !== 200) return null;
  const parsed = list.safeParse(answer.body);
  if (!parsed.success) return null;
  return parsed.data.value.flatMap((each) => {
    const event = parseEvent(each);
    const occurrence = event === null ? null : occurrenceOf(event);
    return occurrence === null ? [] : [occurrence];
  });
}
