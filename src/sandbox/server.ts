import { createServer, type Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import type { TypedWords } from '../desk/typed-words.ts';
import { perform } from './acts/act.ts';
import type { AppDefinition } from './app-definition.ts';
import { type MovableClock, movableClock } from './clock.ts';
import type { Fault } from './fault.ts';
import { faultsOf } from './faults.ts';
import { shelfFor } from './files/shelf.ts';
import { uploadsOf } from './files/uploads.ts';
import { doormanFor } from './http/doorman.ts';
import { moveClock, orderFault } from './http/local.ts';
import { type Routes, route } from './http/route.ts';
import { randomIds, type SandboxIds } from './ids.ts';
import { type Machine, realMachine } from './machine.ts';
import { openOutlook, type SandboxOutlook } from './outlook.ts';
import type { Act, ActAnswer, ClockMove, WorldView } from './protocol.ts';
import { responseUrlsOf } from './response-urls.ts';
import type { Sandbox } from './sandbox.ts';
import { deliverOver } from './socket/deliver.ts';
import { socketsOn } from './socket/sockets.ts';
import { triggersOf } from './triggers.ts';
import { METHODS } from './web-api/methods.ts';
import { GENTLE_RATES, type RatesByMethod, ratesOf } from './web-api/rates.ts';
import { DESK_APP } from './world/cast.ts';
import { type KeepingParts, keepWorld } from './world/keep.ts';
import { viewFor } from './world/view-of.ts';

export interface SandboxOptions {
  /** On 127.0.0.1; 0 takes a free one. */
  port: number;
  app: AppDefinition;
  /** The folder of the built page; null serves none. */
  pageFolder: string | null;
  /** Where the workspace is kept over restarts; null keeps nothing. */
  storeFile?: string | null;
  clock?: MovableClock;
  /** Whether the kept clock goes on from where it stood. Default true. */
  resumeClock?: boolean;
  machine?: Machine;
  ids?: SandboxIds;
  rates?: RatesByMethod;
  /** Called before the workspace begins again, for the desk to do the same. */
  onReset?(at: Temporal.Instant): Promise<void>;
  /** Told of a fault of the sandbox itself. */
  onFailure?(error: unknown): void;
}

/** The stand-in for Slack, listening. */
export interface RunningSandbox {
  /** The address to print; it carries the key. */
  url: string;
  /** `http://127.0.0.1:4310`. */
  address: string;
  /** For `slackApiUrl`. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  /** The key that the printed address carries. */
  token: string;
  clock: MovableClock;
  outlook: SandboxOutlook;
  /** Why the kept workspace could not be taken up, in a sentence; null when all is well. */
  startedAfresh: string | null;
  /** What the page does, without a page. */
  act(act: Act): Promise<ActAnswer>;
  /** Takes what a person may type after the app's command; until then nothing of it is completed. */
  offer(words: (person: string) => Promise<TypedWords>): void;
  move(move: ClockMove): ActAnswer;
  fault(fault: Fault): Promise<ActAnswer>;
  /** How many ordered faults are still to happen. */
  faultsLeft(): number;
  /** The workspace as this person sees it; throws when nobody has the id. */
  seenBy(person: string): WorldView;
  close(): Promise<void>;
}

/** The client of Slack needs some five seconds to come back, and as many again where that fails once. */
const BACK_WITHIN_MS = 15_000;
const LOOK_EVERY_MS = 100;

const listening = (server: Server, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });

/** Starts the stand-in for Slack on this machine alone. Rejects with the system's error (EADDRINUSE) when the port is taken. */
export async function startSandboxServer(options: SandboxOptions): Promise<RunningSandbox> {
  const { machine = realMachine, ids = randomIds, clock = movableClock(), app } = options;
  const starts = clock.now();
  const failed = options.onFailure ?? (() => undefined);
  const routes: Routes = { current: null };
  const server = createServer((request, response) => void route(request, response, routes, failed));
  const port = await listening(server, options.port);
  const address = `http://127.0.0.1:${port}`;

  const keeping: KeepingParts = { file: options.storeFile ?? null, clock, machine, failed };
  const { world, keeper, problem } = await keepWorld(keeping, options.resumeClock ?? true);
  const outlook = await openOutlook(world, clock, ids);
  const faults = faultsOf(() => world.changed());
  const token = ids.secret();
  const doorman = doormanFor(token, () => port);
  const sockets = socketsOn(server, { ids, appId: DESK_APP.app, admits: doorman.ownHost }, () => world.changed());
  const sandbox: Sandbox = {
    app,
    world,
    clock,
    machine,
    ids,
    faults,
    triggers: triggersOf(machine, ids),
    responseUrls: responseUrlsOf(machine, ids, () => address),
    sockets,
    deliver: deliverOver({ sockets, machine, ids, faults }),
    uploads: uploadsOf(machine, ids),
    shelf: shelfFor(options.storeFile ?? null),
    outlook,
    methods: Object.keys(METHODS).sort(),
    words: async () => ({ verbs: [], states: [] }),
    tokens: { bot: `xoxb-sandbox-${ids.secret()}`, app: `xapp-sandbox-${ids.secret()}` },
    address: () => address,
  };
  /** Beginning again keeps this process so busy that the desk may lose its sockets over it: who asked waits until they are back. */
  async function back(sockets: number): Promise<void> {
    const giveUp = performance.now() + BACK_WITHIN_MS;
    while ((await sandbox.sockets.answering()) < sockets && performance.now() < giveUp) await pause(LOOK_EVERY_MS);
  }
  async function reset(): Promise<void> {
    const held = sockets.open();
    await options.onReset?.(starts);
    outlook.graph.reset();
    clock.set(starts);
    faults.order({ fault: 'none' });
    await sandbox.shelf.clear();
    world.reset();
    await back(held);
  }
  routes.current = {
    sandbox,
    rates: ratesOf(machine, options.rates ?? GENTLE_RATES),
    doorman,
    folder: options.pageFolder,
    reset,
  };

  return {
    url: `${address}/?token=${token}`,
    address,
    apiUrl: `${address}/api/`,
    botToken: sandbox.tokens.bot,
    appToken: sandbox.tokens.app,
    token,
    clock,
    outlook,
    startedAfresh: problem,
    act: (act) => perform(sandbox, act),
    offer: (words) => {
      sandbox.words = words;
    },
    move: (move) => moveClock(sandbox, move),
    fault: (fault) => orderFault(sandbox, fault),
    faultsLeft: () => faults.ordered().reduce((sum, { left }) => sum + left, 0),
    seenBy(person) {
      const view = viewFor(sandbox, person);
      if (view === null) throw new Error(`Nobody in the sandbox has the id ${person}.`);
      return view;
    },
    async close() {
      await sockets.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await outlook.graph.close();
      await keeper?.flush();
    },
  };
}
