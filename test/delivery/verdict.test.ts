import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_ATTEMPTS, verdictOn } from '../../src/delivery/verdict.ts';
import { instant } from '../setup/instants.ts';

const NOW = instant('2026-11-24T09:00:00Z');
const inSeconds = (seconds: number) => NOW.add({ milliseconds: Math.round(seconds * 1000) }).toString();

describe('after an attempt', () => {
  test('what was sent rests, and its channel has a second for itself', () => {
    const verdict = verdictOn({ kind: 'sent', ref: { channel: 'C1', ts: '1.1' } }, 1, NOW, 0);
    expect(verdict).toMatchObject({ state: 'sent', error: null, told: false });
    expect(verdict.laneFree.toString()).toBe(inSeconds(1));
  });

  test('what Slack will never take stops at once with its reason, and an admin is told', () => {
    expect(verdictOn({ kind: 'never', error: 'is_archived' }, 1, NOW, 0)).toMatchObject({
      state: 'refused',
      error: 'is_archived',
      told: true,
    });
  });

  test("Slack's own waiting time is obeyed to the millisecond, for the whole channel", () => {
    const verdict = verdictOn({ kind: 'later', error: 'ratelimited', afterMs: 30_000 }, 3, NOW, 0.7);
    expect([verdict.state, verdict.notBefore.toString(), verdict.laneFree.toString()]).toEqual([
      'due',
      inSeconds(30),
      inSeconds(30),
    ]);
  });

  test('the waiting doubles, is spread, and never exceeds ten minutes', () => {
    const waits = (random: number) =>
      [1, 2, 3, 12].map((attempts) =>
        Number(
          NOW.until(
            verdictOn({ kind: 'later', error: 'service_unavailable', afterMs: null }, attempts, NOW, random).notBefore,
          )
            .total('seconds')
            .toFixed(3),
        ),
      );
    expect(waits(0)).toEqual([1, 2, 4, 300]);
    expect(waits(1)).toEqual([2, 4, 8, 600]);
  });

  test('every message comes to rest: after the last attempt an admin is told once', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('later' as const, 'unsure' as const),
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (kind, attempts, random) => {
          const attempt = kind === 'later' ? { kind, error: 'x', afterMs: null } : { kind, error: 'x' };
          const verdict = verdictOn(attempt, attempts, NOW, random);
          expect(verdict.state).toBe(attempts >= MOST_ATTEMPTS ? 'refused' : 'due');
          expect(verdict.told).toBe(verdict.state === 'refused');
          expect(NOW.until(verdict.notBefore).total('seconds')).toBeLessThanOrEqual(600);
        },
      ),
    );
  });
});
