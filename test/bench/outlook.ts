import { syncStoreOf } from '../../src/db/calendar-sync.ts';
import { openDatabase } from '../../src/db/open.ts';
import { bookOf } from '../../src/features/meetings/book.ts';
import { outlookCalendar } from '../../src/outlook/graph/outlook-calendar.ts';
import { machinePatience } from '../../src/outlook/graph/patience.ts';
import { recordNothing } from '../../src/outlook/graph/recorder.ts';
import { wireTo } from '../../src/outlook/graph/wire.ts';
import { runRound } from '../../src/outlook/round.ts';
import { startGraph } from '../../src/sandbox/graph/server.ts';
import { ids } from '../setup/ids.ts';
import { clockAt } from '../setup/instants.ts';
import { keepMeeting } from '../setup/meeting.ts';
import { type Figure, seconds, times } from './figures.ts';

const MANY = 1_000;
const SERVICE_MS = 50;
/** Graph works on four at once in one mailbox. */
const LEAST = (changes: number): number => Math.ceil(changes / 4) * SERVICE_MS;
const SINGLE = 40;

/** The calendar in Outlook at work, over https on the stand-in, each request 50 ms long there; the record in the embedded database. */
export async function outlookFigures(): Promise<readonly Figure[]> {
  const opened = await openDatabase({ memory: true });
  if (!opened.ok) throw new Error(opened.problem);
  const { db } = opened.database;
  await opened.database.migrate();
  const mailbox = 'meetings@example.org';
  const graph = await startGraph({ mailbox, token: 'bench' });
  const wire = wireTo({ baseUrl: graph.address, ca: graph.ca, token: async () => 'bench' }, recordNothing, 30_000);
  const clock = clockAt('2019-11-18T09:00:00+01:00');
  const book = bookOf({ db, clock, ids, admins: [], poke: () => undefined });
  const remote = outlookCalendar(wire, machinePatience, { mailbox, calendar: null });
  const round = async (): Promise<{ took: number; requests: number }> => {
    const [begun, before] = [performance.now(), graph.counts().requests];
    await runRound({ book, store: syncStoreOf(db), remote }, clock.now());
    return { took: performance.now() - begun, requests: graph.counts().requests - before };
  };
  for (let at = 0; at < MANY; at += 1) await keepMeeting(db, ids, { id: `m${at}`, title: `Meeting ${at}` });
  graph.settings.serviceMs = SERVICE_MS;
  const made = await round();
  await round();
  const quiet = await round();
  await db.meeting.updateMany({ data: { place: 'Bern' } });
  const changed = await round();
  const peer = performance.now();
  for (const [at] of Array.from({ length: SINGLE }).entries())
    await wire.ask({
      method: 'PATCH',
      path: `/users/${mailbox}/events/${encodeURIComponent(String(graph.seen()[at]?.['id']))}`,
      body: { location: { displayName: 'Zurich' } },
    });
  const oneByOne = ((performance.now() - peer) / SINGLE) * MANY;
  await wire.close();
  await graph.close();
  await opened.database.close();
  const line = (what: string, { took, requests }: { took: number; requests: number }): Figure => ({
    what,
    value: seconds(took),
    beside: `${requests} requests; ${times(took / LEAST(MANY))} the least that Microsoft's four at once allow (${seconds(LEAST(MANY))}); one call each ${seconds(oneByOne)}`,
  });
  return [
    line('Outlook: 1,000 new meetings', made),
    line('Outlook: 1,000 changes', changed),
    {
      what: 'Outlook: a round in which nothing changed',
      value: seconds(quiet.took),
      beside: `${quiet.requests} request`,
    },
  ];
}
