import { readFileSync } from 'node:fs';
import { deskOf } from '../../src/app.ts';
import type { Database } from '../../src/db/open.ts';
import { type Delivering, startDelivery } from '../../src/delivery/start.ts';
import type { Ids, Log } from '../../src/desk/ports.ts';
import { machineClock } from '../../src/desk/time.ts';
import { markSandbox, seedPeople } from '../../src/features/people/use-cases.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import type { Act, ActAnswer, SeenMessage, SeenModal, WorldView } from '../../src/sandbox/protocol.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { CAST, TEAM } from '../../src/sandbox/world/cast.ts';
import { clientOf, filesOf, outboxOf, type Slack, startSlack } from '../../src/slack/bolt.ts';
import { courierOf } from '../../src/slack/courier.ts';
import { freshDatabase } from './database.ts';

export const MONTENEGRO = 'U0MONTENEGRO';
export const NETHERLANDS = 'U0NETHERLANDS';
export const ISU = 'U0ISU';
export const OBSERVER = 'U0OBSERVER';
export const GUEST = 'U0NGOGUEST';
export const COORDINATION = 'C0COORDINATION';
export const REGISTER = 'C0REGISTER';

/** The whole desk, on the stand-in, with a loaded record: what a person does in the sandbox, without the page. */
export interface Journey {
  sandbox: RunningSandbox;
  database: Database;
  slack: Slack;
  /** What the log was told of faults. */
  faults: string[];
  /** What the desk says by itself. */
  queue: Delivering;
  act(act: Act): Promise<ActAnswer>;
  see(as?: string): WorldView;
  /** Types a command and waits until what it leads to has been shown. */
  command(text: string, as?: string, channel?: string): Promise<void>;
  last(channel: string, as?: string): SeenMessage;
  modal(as?: string): SeenModal;
  /** Waits until `ready` holds of what a person sees. */
  until(ready: (seen: WorldView) => boolean, as?: string): Promise<WorldView>;
  stop(): Promise<void>;
}

let counted = 0;
const ids: Ids = {
  next: () => {
    counted += 1;
    return `id-${String(counted).padStart(6, '0')}`;
  },
};

/** Starts everything; `given` is a database to go on with instead of a fresh one. */
export async function startJourney(given?: Database): Promise<Journey> {
  const database = given ?? (await freshDatabase());
  const faults: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields) => void faults.push(JSON.stringify(fields)),
  };
  const sandbox = await startSandboxServer({
    port: 0,
    app: appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'))),
    pageFolder: null,
    clock: movableClock(SANDBOX_OPENS, true),
  });
  const { clock } = sandbox;
  const people = CAST.map(({ id, name, zone, roles, state }) => ({
    slackId: id,
    teamId: TEAM.id,
    name,
    zone,
    roles,
    state,
  }));
  await seedPeople({ db: database.db, clock, ids }, people, REGISTER);
  await markSandbox({ db: database.db, clock, ids });
  const access = { botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: sandbox.apiUrl };
  const client = clientOf(access, log);
  const ports = { outbox: outboxOf(client), files: filesOf(client) };
  let delivering: Delivering | null = null;
  const poke = () => delivering?.poke();
  const desk = deskOf({ database, clock, ids, ...ports, admins: [], log, poke });
  const started = await startSlack({
    access,
    client,
    catalog: desk.catalog,
    inbox: desk.inbox,
    clock,
    ids,
    log,
    actorFor: desk.actorFor,
  });
  if (!started.ok) throw new Error(started.problem);
  await desk.catchUp();
  const { slack } = started;
  const { db } = database;
  const machine = machineClock;
  const queue = startDelivery({
    db,
    courier: courierOf(access, log),
    machine,
    clock,
    random: Math.random,
    log,
    clockworks: desk.catalog.clockwork,
    onRest: desk.tellOfRest,
  });
  delivering = queue;

  const see = (as = MONTENEGRO): WorldView => sandbox.seenBy(as);
  const until = async (ready: (seen: WorldView) => boolean, as = MONTENEGRO): Promise<WorldView> => {
    for (let tries = 0; tries < 400; tries += 1) {
      const seen = see(as);
      if (ready(seen)) return seen;
      await new Promise((again) => setTimeout(again, 25));
    }
    throw new Error(`Waited in vain. Notices: ${JSON.stringify(see(as).notices)}. Faults: ${faults.join('\n')}`);
  };
  return {
    sandbox,
    database,
    slack,
    faults,
    queue,
    act: (act) => sandbox.act(act),
    see,
    until,
    async command(text, as = MONTENEGRO, channel = COORDINATION) {
      const before = JSON.stringify([see(as).messages, see(as).modals.map(({ id, hash }) => [id, hash])]);
      await sandbox.act({ act: 'command', as, channel, command: '/ccm', text });
      await until((seen) => {
        const now = JSON.stringify([seen.messages, seen.modals.map(({ id, hash }) => [id, hash])]);
        return now !== before && !JSON.stringify(seen.modals).includes('One moment…');
      }, as);
    },
    last(channel, as = MONTENEGRO) {
      const message = see(as).messages[channel]?.at(-1);
      if (message === undefined) throw new Error(`There is no message in ${channel}.`);
      return message;
    },
    modal(as = MONTENEGRO) {
      const top = see(as).modals.at(-1);
      if (top === undefined) throw new Error('No modal is open.');
      return top;
    },
    async stop() {
      await slack.stop();
      await queue.stop();
      await sandbox.close();
      await database.close();
    },
  };
}
