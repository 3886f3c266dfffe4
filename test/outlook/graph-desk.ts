import { appendFile, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import type { MeetingFields, PlannedMeeting } from '../../src/desk/calendar.ts';
import { outlookCalendar } from '../../src/outlook/graph/outlook-calendar.ts';
import type { Patience } from '../../src/outlook/graph/patience.ts';
import { recordTo } from '../../src/outlook/graph/recorder.ts';
import { wireTo } from '../../src/outlook/graph/wire.ts';
import { runRound } from '../../src/outlook/round.ts';
import { startGraph } from '../../src/sandbox/graph/server.ts';
import { modelBook } from './model/book.ts';
import { ledgerOf } from './model/ledger.ts';
import { memoryStore } from './model/store.ts';

export const PUBLIC_URL = 'https://desk.example.org';
export const MAILBOX = 'secretariat+desk@example.org';
const FIELDS: MeetingFields = {
  subject: 'Coordinators and ISU: priorities',
  when: { kind: 'timed', start: '2019-11-21T09:00:00Z', end: '2019-11-21T10:00:00Z' },
  place: 'Geneva',
  agenda: 'One & two <three>\nfour',
  invitees: [{ address: 'isu@example.org', name: 'ISU', optional: false }],
};
export const meeting = (
  id: string,
  more: Partial<PlannedMeeting> = {},
  fields: Partial<MeetingFields> = {},
): PlannedMeeting => ({
  id,
  convention: false,
  fields: { ...FIELDS, ...fields },
  zone: 'Europe/Zurich',
  online: false,
  repeats: null,
  ...more,
});

/** A clock of the machine that goes on only when somebody waits. */
function patientClock(): Patience & { at: number; waited: number[] } {
  const clock = {
    at: Date.UTC(2019, 10, 18, 8),
    waited: [] as number[],
    now: () => Temporal.Instant.fromEpochMilliseconds(clock.at),
    async wait(ms: number) {
      clock.waited.push(ms);
      clock.at += ms;
    },
  };
  return clock;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const bound = server.address();
      server.close(() => resolve(typeof bound === 'object' && bound !== null ? bound.port : 0));
    });
  });

let number = 0;

/** A desk's calendar over real https on the stand-in, which is empty at first; every exchange is recorded. */
export async function graphDesk(options: { timeoutMs?: number } = {}) {
  const clock = patientClock();
  const noticePort = await freePort();
  const reach = (url: string): string => url.replace(PUBLIC_URL, `http://127.0.0.1:${noticePort}`);
  const graph = await startGraph({ mailbox: MAILBOX, token: 'sandbox', now: () => clock.at, reach });
  number += 1;
  const file = join(tmpdir(), `graph-record-${process.pid}-${number}.jsonl`);
  const record = process.env['GRAPH_RECORD'];
  const wire = wireTo(
    { baseUrl: graph.address, ca: graph.ca, token: async () => 'sandbox' },
    recordTo(file),
    options.timeoutMs ?? 5_000,
  );
  const remote = outlookCalendar(wire, clock, { mailbox: MAILBOX, calendar: null });
  const book = modelBook(ledgerOf());
  const store = memoryStore();
  return {
    graph,
    book,
    store,
    remote,
    wire,
    clock,
    recordFile: file,
    /** A port that was free a moment ago. */
    noticePort,
    plan(...plans: readonly PlannedMeeting[]) {
      for (const plan of plans) book.meetings.set(plan.id, plan);
    },
    round: () => runRound({ book, store, remote }, Temporal.Instant.from('2019-11-18T08:00:00Z')),
    /** How many requests something costs. */
    async cost(work: () => Promise<unknown>): Promise<number> {
      const before = graph.counts().requests;
      await work();
      return graph.counts().requests - before;
    },
    idOf: async (id: string) => (await store.row(id))?.remote?.id ?? '',
    kinds: () => book.heard.map(({ kind }) => kind),
    exchanges: async (): Promise<Record<string, unknown>[]> =>
      (await readFile(file, 'utf8'))
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line)),
    async close() {
      await wire.close();
      await graph.close();
      // Whoever wants the exchanges of a test run finds them all there.
      if (record) await appendFile(record, await readFile(file, 'utf8'));
      await rm(file, { force: true });
    },
  };
}

export type GraphDesk = Awaited<ReturnType<typeof graphDesk>>;
