import { randomInt } from 'node:crypto';
import { immutableId, plainId, type StoredEvent } from './event.ts';
import type { GraphFaults } from './faults.ts';
import type { Mailbox } from './mailbox.ts';
import { badRequest, type GraphReply, type GraphRequest, refusal, reply } from './reply.ts';
import { overlaps, type Span, spanOf } from './times.ts';
import { occurrencesIn, type Wishes, windowFrom, wishesIn, written } from './written.ts';

interface Round {
  entries: readonly Record<string, unknown>[];
  window: Span;
  calendar: string;
  /** Up to where of the log it has told. */
  seen: number;
}

/** Answers `calendarView/delta`: rounds of pages, then a link to what changes after. */
export function deltaOver(mailbox: Mailbox, faults: GraphFaults, address: () => string) {
  let rounds: Round[] = [];
  // Links of an earlier process, or from before a reset, are of another life.
  let life = randomInt(1_000_000_000);

  function round(request: GraphRequest, calendar: string): Round | GraphReply {
    const [life0, at] = (request.query.get('$deltatoken') ?? '').split('.').map(Number);
    const wishes = wishesIn(request.headers['prefer']);
    if (request.query.has('$deltatoken')) {
      const before = rounds[at ?? -1];
      if (before === undefined || life0 !== life) return expired(410);
      return { ...before, entries: changed(before, wishes), seen: mailbox.log.length };
    }
    const unfit = ['$select', '$expand', '$filter', '$orderby', '$search'].find((name) => request.query.has(name));
    if (unfit !== undefined) return badRequest(`${unfit} is not supported with delta.`);
    const window = windowFrom(request.query);
    if (window === null) return badRequest('startDateTime and endDateTime are required.');
    const whole = faults.take(request, 'empty_reading') === null ? [...mailbox.events.values()] : [];
    const entries = whole
      .filter((event) => event.calendar === calendar)
      .flatMap((event) => shown(event, window, wishes));
    return { entries, window, calendar, seen: mailbox.log.length };
  }

  /** What changed since: what stands in the window as it is now, all else as removed. */
  function changed({ seen, window, calendar }: Round, wishes: Wishes): Record<string, unknown>[] {
    return [...new Set(mailbox.log.slice(seen))].flatMap((number) => {
      const event = mailbox.events.get(number);
      const entries = event === undefined || event.calendar !== calendar ? [] : shown(event, window, wishes);
      if (entries.length > 0) return entries;
      const reason = event === undefined ? 'deleted' : 'changed';
      return [{ id: (wishes.immutable ? immutableId : plainId)(number), '@removed': { reason } }];
    });
  }

  return {
    answer(request: GraphRequest, calendar: string): GraphReply {
      const reset = request.query.has('$deltatoken') ? faults.take(request, 'reset') : null;
      if (reset !== null) {
        life += 1;
        return expired(reset.status ?? 410);
      }
      const skips = request.query.has('$skiptoken');
      const [life0, at, offset] = (request.query.get('$skiptoken') ?? '').split('.').map(Number);
      const going = life0 === life ? rounds[at ?? -1] : undefined;
      const found = skips ? (going ?? expired(410)) : round(request, calendar);
      if ('status' in found) return found;
      const place = skips ? (at ?? 0) : rounds.push(arranged(found, request)) - 1;
      const { entries } = rounds[place] ?? found;
      const { pageSize } = wishesIn(request.headers['prefer']);
      const from = offset ?? 0;
      const value = entries.slice(from, from + pageSize);
      const base = `${address()}/v1.0${request.path}`;
      const foreign =
        faults.take(request, 'foreign_link') === null ? base : 'https://graph.example.org/v1.0/me/calendarView/delta';
      if (from + pageSize < entries.length)
        return reply(200, { value, '@odata.nextLink': `${foreign}?$skiptoken=${life}.${place}.${from + pageSize}` });
      return reply(200, { value, '@odata.deltaLink': `${foreign}?$deltatoken=${life}.${place}` });
    },
    /** Every link that was given ends its life. */
    end() {
      life += 1;
      rounds = [];
    },
  };

  function arranged(round: Round, request: GraphRequest): Round {
    const { entries } = round;
    const twice = faults.take(request, 'repeat') === null ? entries : [...entries, ...entries];
    return { ...round, entries: faults.take(request, 'shuffle') === null ? twice : twice.toReversed() };
  }
}

const expired = (status: number): GraphReply =>
  status === 410
    ? refusal(410, 'SyncStateNotFound', 'The sync state generation is not found; begin anew.')
    : refusal(status, 'syncStateNotFound', 'The sync state is not found.');

/** An event with what stands of its series; nothing when it is outside of the window. */
function shown(event: StoredEvent, window: Span, wishes: Wishes): Record<string, unknown>[] {
  if (event.recurrence !== null) {
    const occurrences = occurrencesIn(event, window, wishes);
    return occurrences.length === 0 ? [] : [written(event, wishes), ...occurrences];
  }
  return overlaps(spanOf(event), window) ? [written(event, wishes)] : [];
}
