import { readFileSync } from 'node:fs';
import type { PlainTextOption } from '@slack/types';
import { deskOf } from '../../src/app.ts';
import { syncStoreOf } from '../../src/db/calendar-sync.ts';
import type { Database } from '../../src/db/open.ts';
import { type Delivering, startDelivery } from '../../src/delivery/start.ts';
import type { Catalog } from '../../src/desk/catalog.ts';
import type { Log } from '../../src/desk/ports.ts';
import { machineClock } from '../../src/desk/time.ts';
import { seedDigest } from '../../src/features/digests/use-cases.ts';
import { markSandbox, seedPeople } from '../../src/features/people/use-cases.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import { type Machine, realMachine } from '../../src/sandbox/machine.ts';
import type { Act, ActAnswer, Notice, SeenMessage, SeenModal, WorldView } from '../../src/sandbox/protocol.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { CAST, TEAM } from '../../src/sandbox/world/cast.ts';
import { serve } from '../../src/serve.ts';
import { clientOf, filesOf, outboxOf, profilesOf, roomsOf, type Slack, startSlack } from '../../src/slack/bolt.ts';
import { courierOf } from '../../src/slack/courier.ts';
import { type RunningOutlook, startOutlook } from '../../src/start-outlook.ts';
import { freshDatabase } from './database.ts';
import { type Form, formOf } from './form.ts';
import { ids } from './ids.ts';
import { type Control, controlsOf, homeScreen, messageScreen, modalScreen, type Screen } from './shown.ts';
import { layWire, type Wire } from './wire.ts';

export const MONTENEGRO = 'U0MONTENEGRO';
export const NETHERLANDS = 'U0NETHERLANDS';
export const ISU = 'U0ISU';
export const OBSERVER = 'U0OBSERVER';
export const GUEST = 'U0NGOGUEST';
export const COORDINATION = 'C0COORDINATION';
export const REGISTER = 'C0REGISTER';
export const SIDE_EVENT = 'C0SIDEEVENT';
export const DEADLINES = 'C0DEADLINES';

/** The direct message of a person with the desk. */
export const directOf = (person: string): string => `D${person.slice(1)}`;

/** What something that a person did has led to, once the desk has worked it through. */
export interface Shown {
  answer: ActAnswer;
  /** Messages that are new to the person, or changed, oldest first. */
  messages: readonly SeenMessage[];
  /** The modal on top. */
  modal: SeenModal | null;
  notices: readonly Notice[];
  /** Whether App Home was drawn anew. */
  home: boolean;
}

/** The whole desk, on the stand-in, with a loaded record: what a person does in the sandbox, without the page. */
export interface Journey {
  sandbox: RunningSandbox;
  database: Database;
  slack: Slack;
  wire: Wire;
  /** What the desk offers. */
  catalog: Catalog;
  /** What the log was told of faults. */
  faults: string[];
  /** What the desk says by itself. */
  queue: Delivering;
  /** Does it, and waits until the desk has worked it through. */
  act(act: Act): Promise<ActAnswer>;
  /** The same, and what the person then sees that was not there before. */
  shownAfter(act: Act): Promise<Shown>;
  see(as?: string): WorldView;
  command(text: string, as?: string, channel?: string): Promise<Shown>;
  /** Says something in a channel with the desk's name before it. */
  mention(text: string, as?: string, channel?: string): Promise<Shown>;
  /** Says something to the desk alone. */
  direct(text: string, as?: string): Promise<Shown>;
  openHome(as?: string): Promise<Shown>;
  /** Presses a button, or chooses an entry of a menu, of the modal on top, else of the newest message that has one of that name, else of App Home. */
  press(button: string, as?: string): Promise<Shown>;
  pressOn(control: Control, as?: string): Promise<Shown>;
  /** The last message in a channel. */
  last(channel: string, as?: string): SeenMessage;
  modal(as?: string): SeenModal;
  form(as?: string): Form;
  /** Closes every window that is open to a person. */
  closeAll(as?: string): Promise<void>;
  /** Waits until `ready` holds of what a person sees. */
  until(ready: (seen: WorldView) => boolean, as?: string): Promise<WorldView>;
  /** Waits until it holds. */
  holds(ready: () => boolean | Promise<boolean>): Promise<void>;
  stop(): Promise<void>;
}

/** An entry of a menu among `controls`, as somebody chooses it; null where none is called so. */
function entryOf(controls: readonly Control[], text: string) {
  for (const { element, where, blockId, actionId } of controls) {
    const options = element.type === 'overflow' ? (element['options'] as PlainTextOption[]) : [];
    const option = options.find((each) => each.text.text === text);
    if (option !== undefined)
      return { where, blockId, actionId, input: { type: 'overflow' as const, selected_option: option } };
  }
  return null;
}

/** How much longer Slack waits here than it does: the tests share two cores, and their figures are not what is tried. */
const PATIENCE = 5;
export const patient: Machine = {
  now: () => realMachine.now() / PATIENCE,
  later: (milliseconds, act) => realMachine.later(milliseconds * PATIENCE, act),
};

export interface JourneyOptions {
  /** A database to go on with instead of a fresh one. */
  database?: Database;
  admins?: readonly string[];
  /** Whether the sandbox's register channel is chosen from the start, as it is in the sandbox. */
  register?: string;
  /** Slack's own three seconds, for what is tried by them. */
  strict?: boolean;
  /** Whether there is an Outlook, as there is in the sandbox. */
  outlook?: boolean;
}

/** Starts everything. */
export async function startJourney({
  database: given,
  admins = [],
  register = REGISTER,
  strict = false,
  outlook: withOutlook = false,
}: JourneyOptions = {}): Promise<Journey> {
  const database = given ?? (await freshDatabase());
  const faults: string[] = [];
  const log: Log = {
    info: () => undefined,
    warn: () => undefined,
    error: (fields, text) => void faults.push(`${text} ${JSON.stringify(fields)}`),
  };
  const sandbox = await startSandboxServer({
    port: 0,
    app: appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'))),
    pageFolder: null,
    clock: movableClock(SANDBOX_OPENS, true),
    machine: strict ? realMachine : patient,
    rates: {},
    onFailure: (error) => void faults.push(`the stand-in: ${String(error)}`),
  });
  const wire = await layWire(sandbox.address);
  const { clock } = sandbox;
  const people = CAST.map(({ id, name, zone, roles, state }) => ({
    slackId: id,
    teamId: TEAM.id,
    name,
    zone,
    // Who is an admin each journey says itself.
    roles: roles.filter((role) => role !== 'admin'),
    state,
  }));
  await seedPeople({ db: database.db, clock, ids }, people, register);
  await seedDigest({ db: database.db, clock, ids }, DEADLINES);
  await markSandbox({ db: database.db, clock, ids });
  const access = { botToken: sandbox.botToken, appToken: sandbox.appToken, apiUrl: wire.apiUrl };
  const client = clientOf(access, log);
  const profiles = profilesOf(client);
  const ports = { outbox: outboxOf(client), files: filesOf(client), profiles, rooms: roomsOf(client, profiles) };
  let delivering: Delivering | null = null;
  const poke = () => delivering?.poke();
  let outlook: RunningOutlook | null = null;
  const calendar = () => outlook?.calendar ?? null;
  const desk = deskOf({ database, clock, ids, ...ports, admins, calendar, poke });
  const { ground } = sandbox.outlook;
  if (withOutlook)
    outlook = startOutlook({
      setup: { access: ground, publicUrl: ground.publicUrl },
      book: desk.book,
      store: syncStoreOf(database.db),
      clock,
      name: 'the desk',
      recordFile: process.env['GRAPH_RECORD'] ?? null,
      log,
    });
  const outside = outlook === null ? null : await serve([outlook.route], 0, log, '127.0.0.1');
  if (outside !== null) ground.listening(outside.port);
  const started = await startSlack({
    access,
    client,
    people: profiles,
    catalog: desk.catalog,
    inbox: desk.inbox,
    memory: desk.memory,
    clock,
    ids,
    log,
    actorFor: desk.actorFor,
  });
  if (!started.ok) throw new Error(started.problem);
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
    clockworks: [...desk.catalog.clockwork, slack.clockwork, ...(outlook === null ? [] : [outlook.clockwork])],
    onRest: desk.tellOfRests,
  });
  delivering = queue;
  clock.onMove(() => void queue.look());

  const see = (as = MONTENEGRO): WorldView => sandbox.seenBy(as);
  const holds = async (ready: () => boolean | Promise<boolean>): Promise<void> => {
    for (let tries = 0; tries < 1_200; tries += 1) {
      if (await ready()) return;
      await new Promise((again) => setTimeout(again, 25));
    }
    throw new Error(`Waited in vain. Faults: ${faults.join('\n')}`);
  };
  const act = async (what: Act): Promise<ActAnswer> => {
    // On a busy machine a socket's ping comes too late at times, and the client needs seconds to come back.
    await holds(() => slack.connected() > 0 && see(what.as).connected > 0);
    const answer = await sandbox.act(what);
    await slack.idle();
    return answer;
  };
  const shownAfter = async (what: Act): Promise<Shown> => {
    const before = see(what.as);
    const known = new Map(
      Object.values(before.messages)
        .flat()
        .map((each) => [each.channel + each.ts, JSON.stringify(each)]),
    );
    const answer = await act(what);
    const after = see(what.as);
    const fresh = Object.values(after.messages)
      .flat()
      .filter((each) => known.get(each.channel + each.ts) !== JSON.stringify(each));
    return {
      answer,
      messages: fresh.toSorted((a, b) => (a.ts < b.ts ? -1 : 1)),
      modal: after.modals.at(-1) ?? null,
      notices: after.notices.slice(before.notices.length),
      home: after.home !== null && after.home.hash !== before.home?.hash,
    };
  };
  const screens = (as: string): readonly Screen[] => {
    const { modals, messages, home } = see(as);
    const [top] = modals.slice(-1);
    if (top) return [modalScreen(top)];
    const newest = Object.values(messages)
      .flat()
      .toSorted((a, b) => (a.ts > b.ts ? -1 : 1));
    return [...newest.map(messageScreen), ...(home ? [homeScreen(home)] : [])];
  };
  const pressOn = ({ where, blockId, actionId }: Control, as = MONTENEGRO): Promise<Shown> =>
    shownAfter({ act: 'press', as, where, blockId, actionId });

  return {
    sandbox,
    database,
    slack,
    wire,
    catalog: desk.catalog,
    faults,
    queue,
    act,
    shownAfter,
    see,
    command: (text, as = MONTENEGRO, channel = COORDINATION) =>
      shownAfter({ act: 'command', as, channel, command: '/ccm', text }),
    mention: (text, as = MONTENEGRO, channel = COORDINATION) =>
      shownAfter({ act: 'message', as, channel, text: `@Action5 ${text}` }),
    direct: (text, as = MONTENEGRO) => shownAfter({ act: 'message', as, channel: directOf(as), text }),
    openHome: (as = MONTENEGRO) => shownAfter({ act: 'openHome', as }),
    async press(button, as = MONTENEGRO) {
      const all = screens(as).map(controlsOf);
      for (const controls of all) {
        const found = controls.find(({ label, element }) => label === button && element.type === 'button');
        if (found !== undefined) return pressOn(found, as);
        const entry = entryOf(controls, button);
        if (entry !== null) return shownAfter({ act: 'press', as, ...entry });
      }
      const labels = all.flat().map(({ label }) => label);
      throw new Error(`No button “${button}” among ${labels.join(', ')}.`);
    },
    pressOn,
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
    form(as = MONTENEGRO) {
      const modal = (): SeenModal => {
        const top = see(as).modals.at(-1);
        if (top === undefined) throw new Error('No modal is open.');
        return top;
      };
      return formOf({ as, act, modal });
    },
    async closeAll(as = MONTENEGRO) {
      const [open] = see(as).modals;
      if (open) await act({ act: 'close', as, viewId: open.id, all: true });
    },
    async until(ready, as = MONTENEGRO) {
      await holds(() => ready(see(as)));
      return see(as);
    },
    holds,
    async stop() {
      await slack.stop();
      await queue.stop();
      await outside?.close();
      await outlook?.close();
      await wire.close();
      await sandbox.close();
      await database.close();
    },
  };
}
