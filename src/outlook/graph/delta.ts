import { z } from 'zod';
import type { Reading, Window } from '../remote-calendar.ts';
import type { RemoteEvent } from '../remote-event.ts';
import { parseEvent, remoteEventOf } from './event-shape.ts';
import { errorIn, isReset, troubleOf } from './failures.ts';
import { askPatiently } from './one.ts';
import type { Patience } from './patience.ts';
import type { Wire } from './wire.ts';

const page = z.object({
  value: z.array(
    z.looseObject({
      id: z.string(),
      '@removed': z.unknown().optional(),
      type: z.string().nullish(),
      seriesMasterId: z.string().nullish(),
    }),
  ),
  '@odata.nextLink': z.string().optional(),
  '@odata.deltaLink': z.string().optional(),
});

/** What every request wishes: ids that stay, times in UTC, texts as text. */
export const PREFER = 'IdType="ImmutableId", outlook.timezone="UTC", outlook.body-content-type="text"';
const PAGE = 100;
const MOST_PAGES = 1_000;

/** Reads the changes of a calendar page by page to their end; where one page fails, nothing of it counts. */
export async function readDelta(
  { wire, patience, calendar }: { wire: Wire; patience: Patience; calendar: string },
  link: string | null,
  { from, until }: Window,
): Promise<Reading> {
  const query = new URLSearchParams({ startDateTime: from, endDateTime: until });
  // Where the address of Outlook has changed since, nothing is followed there: the calendar is read anew at this one.
  if (link?.includes('://') && !wire.owns(link)) return { kind: 'reset' };
  let path = link ?? `${calendar}/calendarView/delta?${query}`;
  const read = collector();
  const followed = new Set<string>();
  for (let pages = 0; pages < MOST_PAGES; pages += 1) {
    if (path.includes('://') && !wire.owns(path)) return foreign;
    if (followed.has(path)) break;
    followed.add(path);
    const headers = { Prefer: `${PREFER}, odata.maxpagesize=${PAGE}` };
    const answer = await askPatiently(wire, patience, { method: 'GET', path, headers });
    if (answer.kind === 'silence') return { kind: 'failed', trouble: { kind: 'unreachable', text: answer.text } };
    if (isReset(answer.status, errorIn(answer.body).code)) return { kind: 'reset' };
    if (answer.status !== 200) return { kind: 'failed', trouble: troubleOf(answer.status, answer.body) };
    const parsed = page.safeParse(answer.body);
    if (!parsed.success) return unreadable;
    for (const entry of parsed.data.value) read.take(entry);
    const { '@odata.deltaLink': end, '@odata.nextLink': next } = parsed.data;
    if (end !== undefined) return wire.owns(end) ? { kind: 'read', ...read.taken(), deltaLink: end } : foreign;
    if (next === undefined) return unreadable;
    path = next;
  }
  return { kind: 'failed', trouble: { kind: 'unreachable', text: 'The pages of the calendar have no end.' } };
}

const foreign: Reading = {
  kind: 'failed',
  trouble: {
    kind: 'refused',
    code: 'foreign_link',
    text: 'Outlook gave a link to another address, which was not followed.',
  },
};
const unreadable: Reading = {
  kind: 'failed',
  trouble: { kind: 'unreachable', text: 'A page of the calendar could not be read.' },
};

/** Takes entries in any order, as often as they come; of each event the newest form counts. */
function collector() {
  const events = new Map<string, RemoteEvent>();
  const removed = new Set<string>();
  const series = new Set<string>();
  const newer = (event: RemoteEvent): boolean => {
    const before = events.get(event.id)?.changedAt ?? '';
    return (event.changedAt ?? '') >= before;
  };
  return {
    take(entry: z.infer<typeof page>['value'][number]): void {
      if (entry['@removed'] !== undefined) removed.add(entry.id);
      else if (entry.type === 'occurrence' || entry.type === 'exception') series.add(entry.seriesMasterId ?? '');
      else {
        if (entry.type === 'seriesMaster') series.add(entry.id);
        const event = parseEvent(entry);
        const remote = event === null ? null : remoteEventOf(event);
        if (remote !== null && newer(remote)) events.set(remote.id, remote);
      }
    },
    taken: () => ({ events: [...events.values()], removed: [...removed], series: [...series] }),
  };
}
