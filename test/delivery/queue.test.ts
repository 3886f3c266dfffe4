import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSaid, dropDelivery, enqueue, sendAgain, URGENCY } from '../../src/db/deliveries.ts';
import type { Database } from '../../src/db/open.ts';
import { claim } from '../../src/delivery/claim.ts';
import { type Worker, type WorkerParts, workerOf } from '../../src/delivery/worker.ts';
import type { Attempt, Courier, Found } from '../../src/desk/courier.ts';
import type { Clock } from '../../src/desk/time.ts';
import { freshDatabase } from '../setup/database.ts';
import { instant } from '../setup/instants.ts';

const DESK = instant('2019-11-18T08:00:00+01:00');
let database: Database;
let machineNow = instant('2026-11-24T09:00:00Z');
const machine: Clock = { now: () => machineNow };
const wait = (seconds: number) => {
  machineNow = machineNow.add({ seconds });
};

/** A Slack that keeps what it takes, and answers as it is told to. */
function slackThat(
  answers: (what: 'post' | 'change', n: number) => Attempt | 'take',
  found: Found = { kind: 'not_there' },
) {
  const taken: string[] = [];
  let calls = 0;
  const respond = (what: 'post' | 'change', where: string, text: string, ts: string): Attempt => {
    calls += 1;
    const answer = answers(what, calls);
    if (answer !== 'take') return answer;
    taken.push(`${what} ${where}: ${text}`);
    return { kind: 'sent', ref: { channel: where, ts } };
  };
  const courier: Courier = {
    post: async (to, message) => respond('post', to, message.text, `${calls}.0`),
    change: async (ref, message) => respond('change', ref.channel, message.text, ref.ts),
    find: async () => found,
  };
  return { courier, taken };
}

let n = 0;
const ids = {
  next: () => {
    n += 1;
    return `d${n}`;
  },
};
const say = (key: string, channel: string, text: string, urgency: keyof typeof URGENCY = 'register') =>
  database.db.$transaction((tx) =>
    enqueue(
      tx,
      ids,
      { key, kind: 'card', to: { channel }, urgency: URGENCY[urgency], message: { text, blocks: [] } },
      DESK,
    ),
  );

const rests: string[] = [];
const workers: Worker[] = [];
function work(courier: Courier, more: Partial<WorkerParts> = {}): Worker {
  const worker = workerOf({
    db: database.db,
    courier,
    machine,
    clock: { now: () => DESK },
    random: () => 0,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    onRest: async ({ id }, { state }) => void rests.push(`${id} ${state}`),
    ...more,
  });
  workers.push(worker);
  return worker;
}
async function workOnce(courier: Courier, more: Partial<WorkerParts> = {}): Promise<void> {
  const worker = work(courier, more);
  worker.poke();
  await worker.idle();
  await worker.stop();
}
const stateOf = async (id: string | null) =>
  (await database.db.delivery.findUniqueOrThrow({ where: { id: id ?? '' } })).state;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(async () => {
  await Promise.all(workers.map((worker) => worker.stop()));
  await database.close();
});
beforeEach(async () => {
  await database.db.delivery.deleteMany();
  await database.db.deliveryLane.deleteMany();
  rests.length = 0;
});

describe('what is enqueued', () => {
  test('is sent once, however often it is enqueued', async () => {
    const { courier, taken } = slackThat(() => 'take');
    await say('digest:1', 'C1', 'first');
    expect(await say('digest:1', 'C1', 'again')).toBeNull();
    await workOnce(courier);
    await workOnce(courier);
    expect(taken).toEqual(['post C1: first']);
  });

  test('goes one a second to each channel, the urgent first, other channels beside it', async () => {
    const { courier, taken } = slackThat(() => 'take');
    await say('a', 'C1', 'digest', 'digest');
    await say('b', 'C1', 'card', 'register');
    await say('c', 'C2', 'other', 'digest');
    await workOnce(courier);
    expect(taken.toSorted()).toEqual(['post C1: card', 'post C2: other']);
    await workOnce(courier);
    expect(taken).toHaveLength(2);
    wait(1);
    await workOnce(courier);
    expect(taken.at(-1)).toBe('post C1: digest');
  });

  test('is not there when its transaction was taken back', async () => {
    const { courier, taken } = slackThat(() => 'take');
    const fails = database.db.$transaction(async (tx) => {
      await enqueue(
        tx,
        ids,
        { key: 'k', kind: 'card', to: { channel: 'C1' }, urgency: 0, message: { text: 'x', blocks: [] } },
        DESK,
      );
      throw new Error('taken back');
    });
    await expect(fails).rejects.toThrow('taken back');
    await workOnce(courier);
    expect(taken).toEqual([]);
  });
});

describe('what was changed', () => {
  test('before it was sent goes out as changed', async () => {
    const { courier, taken } = slackThat(() => 'take');
    const id = await say('k', 'C1', 'old');
    expect(await database.db.$transaction((tx) => changeSaid(tx, id ?? '', { text: 'new', blocks: [] }))).toBe('waits');
    await workOnce(courier);
    expect(taken).toEqual(['post C1: new']);
  });

  test('after it was sent is changed in place, the last change alone', async () => {
    const { courier, taken } = slackThat(() => 'take');
    const id = await say('k', 'C1', 'old');
    await workOnce(courier);
    for (const text of ['newer', 'newest'])
      await database.db.$transaction((tx) => changeSaid(tx, id ?? '', { text, blocks: [] }));
    wait(1);
    await workOnce(courier);
    expect(taken).toEqual(['post C1: old', 'change C1: newest']);
    expect(await stateOf(id)).toBe('sent');
  });

  test('while it was being sent is changed in place after it', async () => {
    const taken: string[] = [];
    let id: string | null = null;
    const courier: Courier = {
      post: async (to, message) => {
        await database.db.$transaction((tx) => changeSaid(tx, id ?? '', { text: 'changed', blocks: [] }));
        taken.push(`post ${message.text}`);
        return { kind: 'sent', ref: { channel: to, ts: '1.0' } };
      },
      change: async (ref, message) => {
        taken.push(`change ${message.text}`);
        return { kind: 'sent', ref };
      },
      find: async () => ({ kind: 'not_there' }),
    };
    id = await say('k', 'C1', 'first');
    await workOnce(courier);
    wait(1);
    await workOnce(courier);
    expect(taken).toEqual(['post first', 'change changed']);
  });
});

describe('what Slack does not take', () => {
  test('for ever stops with its reason, is told once, and is sent again or dropped only when a person says so', async () => {
    const { courier } = slackThat(() => ({ kind: 'never', error: 'is_archived' }));
    const id = await say('k', 'C1', 'text');
    await workOnce(courier);
    wait(3600);
    await workOnce(courier);
    expect(rests).toEqual([`${id} refused`]);
    const { courier: open, taken } = slackThat(() => 'take');
    expect(await database.db.$transaction((tx) => sendAgain(tx, id ?? ''))).toBe(true);
    await workOnce(open);
    expect(taken).toEqual(['post C1: text']);
    expect(await database.db.$transaction((tx) => dropDelivery(tx, id ?? '', DESK))).toBe(false);
  });

  test('for ten minutes of 429 waits as long as Slack says and goes out once', async () => {
    const { courier, taken } = slackThat((_, call) =>
      call <= 20 ? { kind: 'later', error: 'ratelimited', afterMs: 30_000 } : 'take',
    );
    await say('k', 'C1', 'text');
    for (let minutes = 0; minutes < 11 * 2; minutes += 1) {
      await workOnce(courier);
      wait(30);
    }
    expect(taken).toEqual(['post C1: text']);
  });
});

describe('what may have arrived', () => {
  const cut: Attempt = { kind: 'unsure', error: 'UND_ERR_SOCKET' };

  test('is looked for, and not sent again when it is there', async () => {
    const { courier, taken } = slackThat((_, call) => (call === 1 ? cut : 'take'), {
      kind: 'there',
      ref: { channel: 'C1', ts: '9.9' },
    });
    const id = await say('k', 'C1', 'text');
    await workOnce(courier);
    wait(60);
    await workOnce(courier);
    expect(taken).toEqual([]);
    expect(await database.db.delivery.findUniqueOrThrow({ where: { id: id ?? '' } })).toMatchObject({
      state: 'sent',
      ts: '9.9',
    });
  });

  test('is sent again when it is certain that it is not there', async () => {
    const { courier, taken } = slackThat((_, call) => (call === 1 ? cut : 'take'), { kind: 'not_there' });
    await say('k', 'C1', 'text');
    await workOnce(courier);
    wait(60);
    await workOnce(courier);
    expect(taken).toEqual(['post C1: text']);
  });

  test('and cannot be looked for is left to an admin, never sent twice', async () => {
    const { courier, taken } = slackThat((_, call) => (call === 1 ? cut : 'take'), { kind: 'cannot_look' });
    const id = await say('k', 'C1', 'text');
    await workOnce(courier);
    wait(3600);
    await workOnce(courier);
    wait(3600);
    await workOnce(courier);
    expect(taken).toEqual([]);
    expect(rests).toEqual([`${id} unsure`]);
  });

  test('because its process died is taken up after the lease, and looked for first', async () => {
    const id = await say('k', 'C1', 'text');
    const [held] = await claim(database.db, machine.now(), 60_000, 10);
    expect(held?.id).toBe(id);
    const { courier, taken } = slackThat(() => 'take', { kind: 'there', ref: { channel: 'C1', ts: '7.7' } });
    await workOnce(courier);
    expect(await stateOf(id)).toBe('sending');
    wait(61);
    await workOnce(courier);
    expect(taken).toEqual([]);
    expect(await stateOf(id)).toBe('sent');
  });
});

test('a desk clock that jumps by a year does nothing to what is sent', async () => {
  const { courier, taken } = slackThat(() => 'take');
  await say('k', 'C1', 'text');
  const clock = { now: () => DESK.add({ hours: 24 * 365 }) };
  await workOnce(courier, { clock });
  await workOnce(courier, { clock: { now: () => Temporal.Instant.fromEpochMilliseconds(0) } });
  expect(taken).toEqual(['post C1: text']);
});
