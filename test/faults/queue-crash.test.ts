import { readFileSync } from 'node:fs';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { enqueue, URGENCY } from '../../src/db/deliveries.ts';
import { openDatabase } from '../../src/db/open.ts';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { movableClock } from '../../src/sandbox/clock.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { CAST } from '../../src/sandbox/world/cast.ts';
import { runScript } from '../setup/child.ts';
import { recordFolder } from '../setup/folder.ts';

/** How many times each point is tried; `npm run test:crash` asks for more. */
const SEEDS = Number(process.env['CRASH_SEEDS'] ?? 1);
const CHANNELS = ['C0REGISTER', 'C0COORDINATION', 'C0DEADLINES', 'C0SIDEEVENT', ...CAST.map(({ id }) => id)];

let slack: RunningSandbox;
let folder: string;
beforeEach(async () => {
  slack = await startSandboxServer({
    port: 0,
    app: appOf(JSON.parse(readFileSync('manifests/socket-mode.json', 'utf8'))),
    pageFolder: null,
    clock: movableClock(Temporal.Now.instant()),
    rates: {},
  });
});
afterEach(() => slack.close());

/** Puts one message for every channel and person into the queue of the data folder; their texts. */
async function fillQueue(seed: number): Promise<readonly string[]> {
  const opened = await openDatabase({ folder, address: () => 'the test' });
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const texts = CHANNELS.map((_, at) => `message ${at} of queue ${seed}`);
  for (const [at, to] of CHANNELS.entries()) {
    const ids = { next: () => `d${seed}-${at}` };
    const address = to.startsWith('C') ? { channel: to } : { person: to };
    const message = { text: texts[at] ?? '', blocks: [] };
    const say = { key: `k${at}`, kind: 'digest' as const, to: address, urgency: URGENCY.digest, message };
    await database.db.$transaction((tx) => enqueue(tx, ids, say, Temporal.Now.instant()));
  }
  await database.close();
  return texts;
}

/** Works on the queue in a process of its own until it is dead, or has sent everything: what it ended with, null after a signal. */
const workUntilDead = (step: string, after: number): Promise<number | null> =>
  runScript('test/faults/send-and-die.ts', [folder, slack.apiUrl, slack.botToken, step, String(after)]).ended;

/** Everything of one queue that stands in Slack, whoever sees it. */
const standing = (seed: number): readonly string[] => [
  ...new Map(
    CAST.flatMap(({ id }) => Object.values(slack.seenBy(id).messages).flat())
      .filter(({ author, text }) => author.kind === 'app' && text.endsWith(`of queue ${seed}`))
      .map(({ channel, ts, text }) => [`${channel} ${ts}`, text]),
  ).values(),
];

test(
  'a queue whose process is killed after taking, after sending and after keeping a message loses none and sends none twice',
  async () => {
    for (let seed = 0; seed < SEEDS; seed += 1) {
      folder = recordFolder();
      const texts = await fillQueue(seed);
      // Each run dies a different number of messages after it began; the last one is left to finish.
      for (const [at, step] of ['claimed', 'sent', 'settled'].entries())
        expect(await workUntilDead(step, (seed + at) % 3)).toBeNull();
      expect(await workUntilDead('never', 0)).toBe(0);
      expect(standing(seed).toSorted()).toEqual(texts.toSorted());
    }
  },
  120_000 * SEEDS,
);
