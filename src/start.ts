import { randomUUID } from 'node:crypto';
import type { Temporal } from 'temporal-polyfill';
import { deskOf } from './app.ts';
import { endHold, syncStoreOf } from './db/calendar-sync.ts';
import type { Database, Where } from './db/open.ts';
import { openRecord, prepareRecord } from './db/open-record.ts';
import { readSetting } from './db/read/settings.ts';
import { endLeases } from './delivery/claim.ts';
import { type Delivering, startDelivery } from './delivery/start.ts';
import type { Ground, SlackAccess } from './desk/ground.ts';
import type { Ids, Log } from './desk/ports.ts';
import { type Clock, clockFrom, machineClock } from './desk/time.ts';
import type { TypedWords } from './desk/typed-words.ts';
import type { Env } from './env.ts';
import { seedDigest } from './features/digests/use-cases.ts';
import { markSandbox, seedPeople } from './features/people/use-cases.ts';
import { type Served, serve } from './serve.ts';
import { calendarRoute } from './serve-calendar.ts';
import { clientOf, filesOf, outboxOf, profilesOf, roomsOf, startSlack } from './slack/bolt.ts';
import { courierOf } from './slack/courier.ts';
import { outlookFor, type RunningOutlook, startOutlook } from './start-outlook.ts';

export type StartOutcome = { ok: true; desk: RunningDesk } | { ok: false; problem: string };

/** The desk, answering. */
export interface RunningDesk {
  team: string;
  database: Database;
  /** Begins the record of the sandbox again, as it was at that instant. Refused outside of the embedded database. */
  beginAgain(at: Temporal.Instant): Promise<void>;
  stop(): Promise<void>;
}

const ids: Ids = { next: () => randomUUID() };

const whereOf = ({ databaseUrl, folder }: Env, address: string): Where =>
  databaseUrl === null ? { folder, address: () => address } : { databaseUrl };

/** Opens the record and connects the desk to Slack, or to the sandbox's `ground`. Every refusal says why and what to do. */
export async function startDesk(env: Env, ground: Ground | null, log: Log): Promise<StartOutcome> {
  const clock = ground?.clock ?? (env.now ? clockFrom(env.now, env.frozen) : machineClock);
  const access = ground?.access ?? env.slack;
  if (access === null) return { ok: false, problem: 'There is neither a sandbox nor a Slack to start on.' };
  const opened = await openRecord(whereOf(env, ground?.address ?? ''), clock, env.loadRecord);
  if (!opened.ok) return opened;
  const { database } = opened;
  const refusal = await refuseSandboxRecord(database, ground !== null || access.apiUrl !== null);
  if (refusal !== null) {
    await database.close();
    return { ok: false, problem: refusal };
  }
  const settle = async (by: Clock): Promise<void> => {
    if (ground === null) return;
    await seedPeople({ db: database.db, clock: by, ids }, ground.people, ground.registerChannel);
    await seedDigest({ db: database.db, clock: by, ids }, ground.digestChannel);
    await markSandbox({ db: database.db, clock: by, ids });
  };
  await settle(clock);
  const served = ground === null && env.publicUrl !== null;
  const connected = await connect({ env, access, database, clock, log, ground, served });
  if (!connected.ok) {
    await database.close();
    return connected;
  }
  ground?.onClockMoved(() => void connected.look());
  ground?.offer(connected.wordsFor);
  return {
    ok: true,
    desk: {
      team: connected.team,
      database,
      async beginAgain(at) {
        if (database.engine !== 'pglite') throw new Error('Only the embedded database of the sandbox is begun again.');
        await connected.pause(async () => {
          await database.clear();
          const then = clockFrom(at, true);
          await prepareRecord(database, then, env.loadRecord);
          await settle(then);
        });
      },
      async stop() {
        await connected.stop();
        await database.close();
      },
    },
  };
}

type Connected =
  | {
      ok: true;
      team: string;
      look(): Promise<void>;
      /** What a person of this workspace may type after `/ccm`. */
      wordsFor(slackId: string): Promise<TypedWords>;
      /** Does `work` while nothing is decided or sent. */
      pause(work: () => Promise<void>): Promise<void>;
      stop(): Promise<void>;
    }
  | { ok: false; problem: string };

interface ConnectParts {
  env: Env;
  access: SlackAccess;
  database: Database;
  clock: Clock;
  log: Log;
  ground: Ground | null;
  /** Whether the desk is reached from outside. */
  served: boolean;
}

async function connect(parts: ConnectParts): Promise<Connected> {
  const { env, access, database, clock, log, ground, served } = parts;
  const client = clientOf(access, log);
  const people = profilesOf(client);
  const ports = { outbox: outboxOf(client), files: filesOf(client), profiles: people, rooms: roomsOf(client, people) };
  let delivering: Delivering | null = null;
  let outlook: RunningOutlook | null = null;
  const poke = (): void => delivering?.poke();
  const desk = deskOf({
    database,
    clock,
    ids,
    ...ports,
    admins: env.admins,
    publicUrl: served ? env.publicUrl : null,
    calendar: () => outlook?.calendar ?? null,
    poke,
  });
  const setup = outlookFor(env, ground);
  const store = syncStoreOf(database.db);
  const recordFile = env.graphRecord;
  outlook = setup && startOutlook({ setup, book: desk.book, store, clock, name: ids.next(), recordFile, log });
  const { catalog, inbox, memory, actorFor } = desk;
  const slack = await startSlack({ access, client, people, catalog, inbox, memory, clock, ids, log, actorFor });
  if (!slack.ok) {
    await outlook?.close();
    return slack;
  }
  const deliver = (): Delivering =>
    startDelivery({
      db: database.db,
      courier: courierOf(access, log),
      machine: machineClock,
      clock,
      random: Math.random,
      log,
      clockworks: [...catalog.clockwork, slack.slack.clockwork, ...(outlook === null ? [] : [outlook.clockwork])],
      onRest: desk.tellOfRests,
    });
  // The embedded database has no second process: who was sending, then, is dead.
  if (database.engine === 'pglite') {
    await endLeases(database.db, machineClock.now());
    await endHold(database.db);
  }
  const outside = await serveOutside(parts, outlook);
  delivering = deliver();
  await delivering.look();
  return {
    ok: true,
    team: slack.slack.team,
    look: async () => delivering?.look(),
    wordsFor: async (slackId) => desk.wordsFor(await people.profileOf(slackId, '')),
    async pause(work) {
      await delivering?.stop();
      await (outlook === null ? work() : outlook.pause(work));
      delivering = deliver();
    },
    async stop() {
      await outside?.close();
      await slack.slack.stop();
      await delivering?.stop();
      await outlook?.close();
    },
  };
}

/** What is asked of the desk from outside; the sandbox has the port for its page, and Outlook in it finds the desk on another. */
async function serveOutside(
  { env, database, clock, log, ground, served }: ConnectParts,
  outlook: RunningOutlook | null,
): Promise<Served | null> {
  const notices = outlook === null ? [] : [outlook.route];
  if (served)
    return serve([calendarRoute({ db: database.db, clock, admins: env.admins }), ...notices], env.port, log, null);
  if (ground === null) return null;
  const inside = await serve(notices, 0, log, '127.0.0.1');
  ground.outlook.listening(inside.port);
  return inside;
}

/** A record that was begun in the sandbox has practice people in it: it never goes to the real Slack. */
async function refuseSandboxRecord({ db }: Database, practice: boolean): Promise<string | null> {
  if (practice || (await readSetting(db, 'sandbox')) === null) return null;
  return 'This record was begun in the sandbox and has its practice people in it. Choose another folder with ACTION5_DATA, or another database.';
}
