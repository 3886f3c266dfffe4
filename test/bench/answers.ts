import { readFileSync } from 'node:fs';
import { App } from '@slack/bolt';
import { deskOf } from '../../src/app.ts';
import { openDatabase, type Where } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { seedPeople } from '../../src/features/people/use-cases.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { CAST, TEAM } from '../../src/sandbox/world/cast.ts';
import { clientOf, filesOf, outboxOf, profilesOf, roomsOf, startSlack } from '../../src/slack/bolt.ts';
import type { TestServer } from '../setup/postgres.ts';
import { type Figure, ms, quantile, timed, times } from './figures.ts';

const RUNS = 200;
const PERSON = 'U0MONTENEGRO';
const CHANNEL = 'C0COORDINATION';
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
let counted = 0;
const ids = {
  next: () => {
    counted += 1;
    return `b${counted}`;
  },
};

const standIn = (): Promise<RunningSandbox> =>
  startSandboxServer({
    port: 0,
    app: appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'))),
    pageFolder: null,
    clock: movableClock(SANDBOX_OPENS, true),
    rates: {},
  });

/** From the command typed to its answer in the channel. */
async function commandToAnswer(slack: RunningSandbox, text: string): Promise<void> {
  const before = slack.seenBy(PERSON).messages[CHANNEL]?.length ?? 0;
  const done = await slack.act({ act: 'command', as: PERSON, channel: CHANNEL, command: '/ccm', text });
  if (!done.ok) throw new Error(done.shown);
  while ((slack.seenBy(PERSON).messages[CHANNEL]?.length ?? 0) === before)
    await new Promise((again) => setImmediate(again));
}

async function desk(where: Where): Promise<readonly number[]> {
  const opened = await openDatabase(where);
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const slack = await standIn();
  const { clock } = slack;
  const ready = await prepareRecord(database, clock, true);
  if (!ready.ok) throw new Error(ready.problem);
  const people = CAST.map(({ id, name, zone, roles, state }) => ({
    slackId: id,
    teamId: TEAM.id,
    name,
    zone,
    roles,
    state,
  }));
  await seedPeople({ db: database.db, clock, ids }, people, 'C0REGISTER');
  const access = { botToken: slack.botToken, appToken: slack.appToken, apiUrl: slack.apiUrl };
  const client = clientOf(access, log);
  const profiles = profilesOf(client);
  const ports = { outbox: outboxOf(client), files: filesOf(client), profiles, rooms: roomsOf(client, profiles) };
  const { catalog, inbox, memory, actorFor } = deskOf({
    database,
    clock,
    ids,
    ...ports,
    admins: [],
    calendar: () => null,
    poke: () => undefined,
  });
  const started = await startSlack({
    access,
    client,
    people: profiles,
    catalog,
    inbox,
    memory,
    clock,
    ids,
    log,
    actorFor,
  });
  if (!started.ok) throw new Error(started.problem);
  const took = await timed(RUNS, () => commandToAnswer(slack, 'which states need victim assistance?'));
  await started.slack.stop();
  await slack.close();
  await database.close();
  return took;
}

/** A handler that acknowledges and answers with one fixed line: what Slack, Bolt and the stand-in cost by themselves. */
async function bare(): Promise<readonly number[]> {
  const slack = await standIn();
  const app = new App({
    token: slack.botToken,
    appToken: slack.appToken,
    socketMode: true,
    clientOptions: { slackApiUrl: slack.apiUrl },
  });
  app.command('/ccm', async ({ ack, respond }) => {
    await ack();
    await respond({ response_type: 'ephemeral', text: 'Nine States Parties' });
  });
  await app.start();
  const took = await timed(RUNS, () => commandToAnswer(slack, 'which states need victim assistance?'));
  await app.stop();
  await slack.close();
  return took;
}

/** From a command to its answer, beside a bare handler in the same run. */
export async function answerFigures(postgres: TestServer | null): Promise<readonly Figure[]> {
  const floor = await bare();
  const base = quantile(floor, 0.5);
  const spread = (took: readonly number[]): string => `99th percentile ${ms(quantile(took, 0.99))}`;
  const line = (what: string, took: readonly number[]): Figure => ({
    what,
    value: ms(quantile(took, 0.5)),
    beside: `${times(quantile(took, 0.5) / base)} the bare handler; ${spread(took)}`,
  });
  return [
    { what: 'A bare Bolt handler: command to answer', value: ms(base), beside: `median of ${RUNS}; ${spread(floor)}` },
    line('The desk: question to answer, embedded database', await desk({ memory: true })),
    ...(postgres
      ? [line('The desk: question to answer, PostgreSQL', await desk({ databaseUrl: await postgres.newDatabase() }))]
      : []),
  ];
}
