import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changeSaid, dropDelivery, enqueue, sendAgain, URGENCY } from '../../src/db/deliveries.ts';
import type { Database } from '../../src/db/open.ts';
import { claim, endLeases } from '../../src/delivery/claim.ts';
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
    post: async ({ lane }, message) => respond('post', lane, message.text, `${calls}.0`),
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

  test('does not wait, when a person waits for it, behind what goes to many and hangs', async () => {
    for (let at = 0; at < 12; at += 1) await say(`many ${at}`, `CMANY${at}`, 'to many', 'digest');
    const taken: string[] = [];
    let letGo = (): void => undefined;
    const hangs = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const courier: Courier = {
      async post({ lane: to }, message) {
        if (message.text === 'to many') await hangs;
        taken.push(`${to}: ${message.text}`);
        return { kind: 'sent', ref: { channel: to, ts: '1.0' } };
      },
      change: async (ref) => ({ kind: 'sent', ref }),
      find: async () => ({ kind: 'not_there' }),
    };
    const worker = work(courier);
    worker.poke();
    const sending = () => database.db.delivery.count({ where: { state: 'sending' } });
    await expect.poll(sending).toBe(8);
    await say('card', 'C1', 'a card', 'register');
    await say('direct', 'U1', 'to one', 'person');
    worker.poke();
    await expect.poll(() => taken.toSorted()).toEqual(['C1: a card', 'U1: to one']);
    letGo();
    await worker.idle();
    expect(taken).toHaveLength(14);
    await worker.stop();
  });

  test('and what is urgent is taken first, however long the others have waited', async () => {
    for (let at = 0; at < 20; at += 1) await say(`many ${at}`, `CMANY${at}`, 'to many', 'digest');
    wait(60);
    await say('card', 'C1', 'a card', 'register');
    const { courier, taken } = slackThat(() => 'take');
    await workOnce(courier);
    expect(taken.slice(0, 8)).toContain('post C1: a card');
    expect(taken).toHaveLength(21);
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
      post: async ({ lane: to }, message) => {
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

describe('what somebody has deleted in Slack', () => {
  const deleted = (what: 'post' | 'change'): Attempt | 'take' =>
    what === 'change' ? { kind: 'never', error: 'message_not_found' } : 'take';

  test('is posted anew when it is changed, if it is a card', async () => {
    const { courier, taken } = slackThat(deleted);
    const id = await say('k', 'C1', 'old');
    await workOnce(courier);
    await database.db.$transaction((tx) => changeSaid(tx, id ?? '', { text: 'new', blocks: [] }));
    wait(1);
    await workOnce(courier);
    wait(1);
    await workOnce(courier);
    expect(taken).toEqual(['post C1: old', 'post C1: new']);
    expect(await stateOf(id)).toBe('sent');
    expect(rests).toEqual([]);
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

  test('is sent once more when a person has looked and says so', async () => {
    const { courier, taken } = slackThat((_, call) => (call === 1 ? cut : 'take'), { kind: 'cannot_look' });
    const id = await say('k', 'C1', 'text');
    await workOnce(courier);
    wait(60);
    await workOnce(courier);
    expect(await stateOf(id)).toBe('unsure');
    expect(await database.db.$transaction((tx) => sendAgain(tx, id ?? ''))).toBe(true);
    await workOnce(courier);
    expect(taken).toEqual(['post C1: text']);
    expect(await stateOf(id)).toBe('sent');
  });

  test('because it takes longer than its lease is not taken up beside itself', async () => {
    const taken: string[] = [];
    let letGo = (): void => undefined;
    const hangs = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const courier: Courier = {
      async post({ lane: to }, message) {
        taken.push(`${to}: ${message.text}`);
        if (to === 'C1') await hangs;
        return { kind: 'sent', ref: { channel: to, ts: '1.0' } };
      },
      change: async (ref) => ({ kind: 'sent', ref }),
      find: async () => ({ kind: 'not_there' }),
    };
    const id = await say('k', 'C1', 'slow');
    const worker = work(courier);
    worker.poke();
    await expect.poll(() => taken).toEqual(['C1: slow']);
    wait(61);
    await say('other', 'C2', 'quick');
    worker.poke();
    await expect.poll(() => taken).toEqual(['C1: slow', 'C2: quick']);
    letGo();
    await worker.idle();
    expect(taken).toHaveLength(2);
    expect(await stateOf(id)).toBe('sent');
    await worker.stop();
  });

  test('because its process is known to be dead is taken up as soon as Slack must show it', async () => {
    const id = await say('k', 'C1', 'text');
    await claim(database.db, machine.now(), 60_000, 10);
    await endLeases(database.db, machine.now());
    const { courier, taken } = slackThat(() => 'take', { kind: 'there', ref: { channel: 'C1', ts: '7.7' } });
    await workOnce(courier);
    expect(await stateOf(id)).toBe('sending');
    wait(6);
    await workOnce(courier);
    expect(taken).toEqual([]);
    expect(await stateOf(id)).toBe('sent');
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
