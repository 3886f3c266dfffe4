import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inboxOf } from '../../src/db/inbox.ts';
import type { Database } from '../../src/db/open.ts';
import type { Inbox } from '../../src/desk/ports.ts';
import { failuresOf } from '../../src/slack/failures.ts';
import { holdable } from '../../src/slack/holdable.ts';
import { intakeOf } from '../../src/slack/intake.ts';
import { freshDatabase } from '../setup/database.ts';
import { instant } from '../setup/instants.ts';

let database: Database;
let inbox: Inbox;
let seconds = 0;
const NOTHING: ReadonlySet<string> = new Set();
beforeAll(async () => {
  database = await freshDatabase();
  inbox = inboxOf(database, {
    now() {
      seconds += 1;
      return instant('2019-11-18T09:00:00Z').add({ seconds });
    },
  });
});
afterAll(() => database.close());

const rowOf = (key: string) => database.db.inboundEvent.findUniqueOrThrow({ where: { key } });

describe('what comes in', () => {
  test('is kept as it came until it is done, and then forgotten', async () => {
    const payload = { text: 'which States?', user: { id: 'U1' } };
    expect(await inbox.receive({ key: 'event:1', kind: 'event', payload })).toBe('new');
    expect(await inbox.takeUp(NOTHING)).toEqual([{ key: 'event:1', kind: 'event', payload }]);
    await inbox.finish('event:1', null);
    expect(await inbox.takeUp(NOTHING)).toEqual([]);
    expect(await rowOf('event:1')).toMatchObject({ state: 'done', payload: {}, reference: null });
    expect(await inbox.receive({ key: 'event:1', kind: 'event', payload })).toBe('seen');
    expect(await rowOf('event:1')).toMatchObject({ state: 'done', payload: {} });
  });

  test('is not taken up again when it ended in a fault, whose reference stays', async () => {
    await inbox.receive({ key: 'event:2', kind: 'event', payload: {} });
    await inbox.finish('event:2', 'ABCD1234');
    expect(await inbox.takeUp(NOTHING)).toEqual([]);
    expect(await rowOf('event:2')).toMatchObject({ state: 'failed', reference: 'ABCD1234' });
  });

  test('is taken up again in the order in which it came', async () => {
    const keys = ['submission:z', 'event:a', 'command:m'];
    for (const key of keys) await inbox.receive({ key, kind: 'event', payload: {} });
    expect((await inbox.takeUp(NOTHING)).map(({ key }) => key)).toEqual(keys);
    for (const key of keys) await inbox.finish(key, null);
  });

  test('is left to the process itself while it works on it', async () => {
    await inbox.receive({ key: 'event:at-work', kind: 'event', payload: {} });
    expect(await inbox.takeUp(new Set(['event:at-work']))).toEqual([]);
    expect(await inbox.takeUp(NOTHING)).toMatchObject([{ key: 'event:at-work' }]);
    await inbox.finish('event:at-work', null);
  });

  test('is kept whatever is written in it, also what no database can hold', async () => {
    let count = 0;
    const broken = fc.constantFrom('\u0000', 'a\ud800b', '\udc00\ud83d', '😀 مرحبا', { '\u0000': '\ud83d' });
    await fc.assert(
      fc.asyncProperty(fc.oneof(broken, fc.jsonValue({ stringUnit: 'binary', maxDepth: 2 })), async (value) => {
        count += 1;
        const key = `property:${count}`;
        // What arrives is JSON text, in which minus nought is nought.
        const payload: unknown = holdable(JSON.parse(JSON.stringify({ value })));
        expect(await inbox.receive({ key, kind: 'event', payload })).toBe('new');
        expect(await inbox.takeUp(NOTHING)).toEqual([{ key, kind: 'event', payload }]);
        await inbox.finish(key, null);
      }),
      { numRuns: 100, examples: [[[-0]]] },
    );
    expect(holdable('a\u0000b\ud800c😀')).toBe('a\ufffdb\ufffdc😀');
  });

  test('reaches the desk through the intake as it was kept', async () => {
    const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
    const failures = failuresOf({ ids: { next: () => 'id' }, log });
    const heard: unknown[] = [];
    const mention = (text: string) => ({
      type: 'event_callback',
      event_id: 'Ev9',
      team_id: 'T1',
      event: { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', text },
    });
    const delivery = { body: mention('which States\u0000\ud83d?'), ack: async () => undefined };
    await intakeOf({ inbox, failures, log, unkept: async () => undefined }).take(delivery, async ({ body }) => {
      heard.push(body, (await rowOf('event:Ev9')).payload);
    });
    expect(heard).toEqual(Array(2).fill(mention('which States\ufffd\ufffd?')));
    expect(await rowOf('event:Ev9')).toMatchObject({ state: 'done' });
  });
});
