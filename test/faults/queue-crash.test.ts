import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { openDatabase, type Where } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { seedPeople } from '../../src/features/people/use-cases.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock } from '../../src/sandbox/clock.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { CAST, TEAM } from '../../src/sandbox/world/cast.ts';
import { runScript } from '../setup/child.ts';
import { directOf } from '../setup/desk.ts';
import { recordFolder } from '../setup/folder.ts';
import { ids } from '../setup/ids.ts';
import { clockAt, instant } from '../setup/instants.ts';
import { startPostgres } from '../setup/postgres.ts';

/** On how many Mondays a desk is killed; `npm run test:crash` asks for more, and for PostgreSQL. */
const ASKED = process.env['CRASH_SEEDS'];
const SEEDS = Number(ASKED ?? 2);
const ADMIN = 'U0OBSERVER';
const CHANNELS = ['C0REGISTER', 'C0COORDINATION', 'C0DEADLINES', 'C0SIDEEVENT'];
const MEMBERS = CAST.filter(({ roles }) => roles.length > 0).map(({ id }) => id);
const LANES = [...CHANNELS, ...MEMBERS];
/** Where the process can be killed between two steps. */
const STEPS = ['sent', 'deciding', 'random', 'decided', 'claimed', 'random', 'settled', 'resting', 'told'] as const;
type Step = (typeof STEPS)[number];
const FIRST = instant('2019-11-25T08:00:30+01:00').toZonedDateTimeISO('Europe/Zurich');

/** Numbers from 0 to 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let state = seed + 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const standIn = (looks: boolean): Promise<RunningSandbox> => {
  const app = appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8')));
  const scopes = looks ? app.scopes : app.scopes.filter((scope) => !/^(channels|groups):history$/.test(scope));
  return startSandboxServer({
    port: 0,
    app: { ...app, scopes },
    pageFolder: null,
    clock: movableClock(FIRST.toInstant()),
    rates: {},
  });
};

/** A digest each Monday at eight for every channel and member. */
async function subscribe(where: Where): Promise<void> {
  const opened = await openDatabase(where);
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const clock = clockAt('2019-11-20T09:00:00+01:00');
  const ready = await prepareRecord(database, clock, true);
  if (!ready.ok) throw new Error(ready.problem);
  const people = CAST.map(({ id, name, zone, roles, state }) => {
    return { slackId: id, teamId: TEAM.id, name, zone, roles: roles.filter((role) => role !== 'admin'), state };
  });
  await seedPeople({ db: database.db, clock, ids }, people, 'C0REGISTER');
  const since = new Date('2019-11-20T09:00:00+01:00');
  const when = { weekday: 1, time: '08:00', zone: 'Europe/Zurich', since, recordedAt: since };
  await database.db.subscription.createMany({
    data: LANES.map((channel) => ({
      ...{ id: channel, channel, audience: channel.startsWith('C') ? 'facts' : 'mine' },
      ...{ ...when, confirmedBy: ADMIN, recordedBy: ADMIN },
    })),
  });
  await database.close();
}

/** What became of all digests of one Monday. */
interface Tally {
  lost: number;
  doubled: number;
  /** Of which an admin was told that nobody can say whether they arrived. */
  told: number;
  kills: number;
}

/** Lets a desk work on the digests of a Monday, kills it, and lets another finish. */
async function monday(where: string, slack: RunningSandbox, seed: number, steps: readonly Step[]): Promise<Tally> {
  const now = FIRST.add({ weeks: seed }).toInstant().toString();
  slack.move({ now });
  const random = numbers(seed);
  const run = (step: string, after: number) =>
    runScript('test/faults/send-and-die.ts', [
      ...[where, slack.apiUrl, slack.botToken, now, ADMIN, step, String(after)],
    ]);
  let kills = 0;
  for (const step of steps) {
    const child = run(step, Math.floor(random() * 3));
    const timer = step === 'random' ? setTimeout(() => void child.end('SIGKILL'), 300 + random() * 2_000) : undefined;
    const code = await child.ended;
    clearTimeout(timer);
    if (code !== null && code !== 0) throw new Error(`It ended with ${code} by itself. ${child.errors()}`);
    if (code === null) kills += 1;
  }
  expect(await run('never', 0).ended).toBe(0);
  return { ...tallyOf(slack, now), kills };
}

/** The steps at which a desk is killed on a Monday: it has something to tell only where a message was cut off before, and may not be looked for. */
function stepsOn(seed: number, looks: boolean): readonly Step[] {
  const step = STEPS[seed % STEPS.length] ?? 'random';
  if (ASKED === undefined || (step !== 'resting' && step !== 'told')) return ASKED === undefined ? ['sent'] : [step];
  return looks ? ['sent', 'random'] : ['sent', step];
}

const wordsTo = (slack: RunningSandbox, channel: string, as: string): readonly string[] =>
  (slack.seenBy(as).messages[channel] ?? []).filter(({ author }) => author.kind === 'app').map(({ text }) => text);

function tallyOf(slack: RunningSandbox, now: string): Omit<Tally, 'kills'> {
  const day = Temporal.Instant.from(now).toZonedDateTimeISO('Europe/Zurich').toPlainDate();
  const week = `week of Monday ${day.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })}`;
  const notices = wordsTo(slack, directOf(ADMIN), ADMIN).filter((text) => text.includes(week));
  let [lost, doubled, told] = [0, 0, 0];
  for (const lane of LANES) {
    const [channel, as] = lane.startsWith('C') ? [lane, 'U0ISU'] : [directOf(lane), lane];
    const stands = wordsTo(slack, channel, as).filter((text) => text.includes(week)).length;
    const asked = notices.filter((text) => text.includes(lane)).length;
    if (stands > 1 || asked > 1) doubled += 1;
    if (stands === 0 && asked === 0) lost += 1;
    told += asked;
  }
  return { lost, doubled, told };
}

async function mondays(where: Where, address: string): Promise<void> {
  await subscribe(where);
  const slacks = await Promise.all([standIn(true), standIn(false)]);
  const sums = slacks.map(() => ({ lost: 0, doubled: 0, told: 0, kills: 0 }));
  for (let seed = 0; seed < SEEDS; seed += 1) {
    const [slack, sum] = [slacks[seed % 2], sums[seed % 2]];
    if (slack === undefined || sum === undefined) throw new Error('There are two of each.');
    const tally = await monday(address, slack, seed, stepsOn(seed, seed % 2 === 0));
    for (const key of ['lost', 'doubled', 'told', 'kills'] as const) sum[key] += tally[key];
  }
  await Promise.all(slacks.map((slack) => slack.close()));
  const [looking, blind] = sums;
  if (ASKED !== undefined)
    process.stdout.write(
      `${SEEDS} Mondays, ${SEEDS * LANES.length} digests. Where the desk may look: ${JSON.stringify(looking)}; where not: ${JSON.stringify(blind)}\n`,
    );
  expect(looking).toMatchObject({ lost: 0, doubled: 0, told: 0 });
  expect(blind).toMatchObject({ lost: 0, doubled: 0 });
  expect(blind?.told).toBeGreaterThan(0);
  expect((looking?.kills ?? 0) + (blind?.kills ?? 0)).toBeGreaterThan(SEEDS / 2);
}

describe.concurrent('a desk that is killed while it decides and sends the digests of a Monday', () => {
  it(
    'loses none and says none twice, and tells an admin where nobody can know',
    async () => {
      const folder = recordFolder();
      await mondays({ folder, address: () => 'the test' }, folder);
    },
    120_000 * SEEDS,
  );

  it.runIf(ASKED !== undefined)(
    'on PostgreSQL as well',
    async () => {
      const postgres = await startPostgres();
      const databaseUrl = await postgres.newDatabase();
      await mondays({ databaseUrl }, databaseUrl);
      await postgres.stop();
    },
    120_000 * SEEDS,
  );
});
