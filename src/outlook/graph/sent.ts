import type { Sent, Write } from '../remote-calendar.ts';
import { parseEvent, remoteEventOf } from './event-shape.ts';
import { errorIn, isNameUsed } from './failures.ts';
import type { Answered } from './wire.ts';

interface Read {
  sent: Sent;
  /** The id of an event that was made under this name before, where Outlook says it. */
  existing: string | null;
}

const UNKNOWN: Sent = { kind: 'unknown' };

/** What an answer says of a write. Outlook's own errors and silence say nothing: it may have been done. */
export function sentFrom(write: Write, answer: Answered): Read {
  if (answer.kind === 'silence') return { sent: UNKNOWN, existing: null };
  const { status, body } = answer;
  const { code, existing } = errorIn(body);
  if (write.kind === 'create' && isNameUsed(status, code))
    return { sent: { kind: 'name_used', event: null }, existing };
  return { sent: read(write, status, code, body), existing: null };
}

function read(write: Write, status: number, code: string, body: unknown): Sent {
  if (status >= 200 && status < 300) {
    if (write.kind === 'delete') return { kind: 'deleted' };
    const event = parseEvent(body);
    const remote = event === null ? null : remoteEventOf(event);
    return remote === null ? UNKNOWN : { kind: 'done', event: remote };
  }
  if (status >= 500 || status === 429 || status === 408) return UNKNOWN;
  if (write.kind !== 'create') {
    if (status === 412 || code.toLowerCase() === 'errorirresolvableconflict') return { kind: 'changed_meanwhile' };
    if ((status === 404 || status === 410) && code.toLowerCase() === 'erroritemnotfound') return { kind: 'gone' };
  }
  const access = status === 401 || status === 403 || status === 404;
  return { kind: 'refused', why: access ? 'access' : 'other', code: code === '' ? String(status) : code };
}
