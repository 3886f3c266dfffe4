import type { Temporal } from 'temporal-polyfill';
import { afterEach, expect, test } from 'vitest';
import { type Wake, wakeOf } from '../../src/delivery/wake.ts';
import type { Clockwork } from '../../src/desk/describe.ts';
import { instant } from '../setup/instants.ts';

let wake: Wake | null = null;
afterEach(() => wake?.stop());

const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const NOON = instant('2019-11-18T12:00:00Z');

function start(
  clockworks: readonly Clockwork[],
  now: () => Temporal.Instant = () => NOON,
  poke = () => undefined,
): Wake {
  wake = wakeOf({ clockworks, clock: { now }, log, poke });
  return wake;
}

test('a fault of one feature leaves the others their turn, and the queue is looked at all the same', async () => {
  const done: string[] = [];
  const broken: Clockwork = { name: 'broken', run: () => Promise.reject(new Error('it broke')) };
  const sound: Clockwork = { name: 'sound', run: async (at) => void done.push(at.toString()) };
  await start([broken, sound], undefined, () => void done.push('poked')).look();
  expect(done).toEqual(['2019-11-18T12:00:00Z', 'poked']);
});

test('two looks never run at the same time, and one that comes meanwhile sees the clock as it is after it', async () => {
  let inside = 0;
  let most = 0;
  let now = NOON;
  const seen: string[] = [];
  let open: () => void = () => undefined;
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const slow: Clockwork = {
    name: 'slow',
    async run(at) {
      inside += 1;
      most = Math.max(most, inside);
      seen.push(at.toString());
      await gate;
      inside -= 1;
    },
  };
  const { look } = start([slow], () => now);
  const first = look();
  now = NOON.add({ hours: 24 * 365 });
  const others = [look(), look(), look()];
  open();
  await Promise.all([first, ...others]);
  expect(most).toBe(1);
  expect(seen).toEqual(['2019-11-18T12:00:00Z', '2020-11-17T12:00:00Z']);
});
