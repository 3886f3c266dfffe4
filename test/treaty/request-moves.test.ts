import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isOpen,
  movedTo,
  movesFrom,
  moveTo,
  notRelayedBecause,
  REQUEST_STATUSES,
  type RequestStatus,
  STEPS,
  type Standing,
} from '../../src/treaty/request-moves.ts';

const at = (status: RequestStatus, more: Partial<Standing> = {}): Standing => ({
  status,
  left: null,
  shareable: true,
  ...more,
});
const from = (standing: Standing): string =>
  movesFrom(standing)
    .map(({ to, needsReason }) => `${to}${needsReason ? '!' : ''}`)
    .join(' ');

describe('the moves of a request, those that need a reason with an exclamation mark', () => {
  it.each([
    ['logged', 'verified acknowledged! offered! matched! in_progress! fulfilled! on_hold! withdrawn! superseded!'],
    [
      'verified',
      'logged! acknowledged relayed! offered! matched! in_progress! fulfilled! on_hold! withdrawn! superseded!',
    ],
    ['acknowledged', 'verified! relayed offered! matched! in_progress! fulfilled! on_hold! withdrawn! superseded!'],
    ['relayed', 'acknowledged! offered matched! in_progress! fulfilled! on_hold! withdrawn! superseded!'],
    ['offered', 'relayed! matched in_progress! fulfilled! on_hold! withdrawn! superseded!'],
    ['matched', 'offered! in_progress fulfilled! on_hold! withdrawn! superseded!'],
    ['in_progress', 'matched! fulfilled on_hold! withdrawn! superseded!'],
  ] as const)('from %s are %s', (status, moves) => {
    expect(from(at(status))).toBe(moves);
  });

  it('leave relaying out for what may not be shared, on the way back too', () => {
    expect(from(at('acknowledged', { shareable: false }))).toBe(
      'verified! offered! matched! in_progress! fulfilled! on_hold! withdrawn! superseded!',
    );
    expect(moveTo(at('offered', { shareable: false }), 'relayed')).toBeNull();
    expect(notRelayedBecause(at('acknowledged', { shareable: false }))).toBe('not_to_be_shared');
    expect(notRelayedBecause(at('logged'))).toBe('not_verified');
    expect(notRelayedBecause(at('verified'))).toBeNull();
  });

  it('lead from hold back to the status left, or to an end', () => {
    expect(from(at('on_hold', { left: 'relayed' }))).toBe('relayed withdrawn! superseded!');
  });

  it.each(['fulfilled', 'withdrawn', 'superseded'] as const)('lead from %s to the status left alone', (status) => {
    expect(movesFrom(at(status, { left: 'matched' }))).toEqual([{ kind: 'reopen', to: 'matched', needsReason: true }]);
  });
});

const statuses = fc.constantFrom(...REQUEST_STATUSES);
/** A request that has walked from its logging along moves that the table offers. */
const walks = fc.tuple(fc.boolean(), fc.array(fc.nat(30), { maxLength: 25 }));
const walked = ([shareable, turns]: [boolean, number[]], each: (before: Standing, after: Standing) => void): Standing =>
  turns.reduce<Standing>(
    (standing, turn) => {
      const moves = movesFrom(standing);
      const move = moves[turn % moves.length];
      if (move === undefined) throw new Error('A request can always go somewhere.');
      const after = { shareable, ...movedTo(standing, move) };
      each(standing, after);
      return after;
    },
    at('logged', { shareable }),
  );

describe('however a request has walked', () => {
  it('it knows which status it left whenever it is not on the road, and it is a step of the road', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        walked(walk, (_, after) => {
          const beside = !isOpen(after.status) || after.status === 'on_hold';
          expect(after.left !== null).toBe(beside);
          if (after.left !== null) expect(STEPS).toContain(after.left);
        });
      }),
    );
  });

  it('it is never taken back more than one step without having been put aside', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        walked(walk, ({ status }, after) => {
          const [before, now] = [status, after.status].map((each) => (STEPS as readonly string[]).indexOf(each));
          if (before !== undefined && now !== undefined && before >= 0 && now >= 0 && isOpen(status))
            expect(before - now).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('it is relayed only verified and shareable', () => {
    fc.assert(
      fc.property(walks, (walk) => {
        walked(walk, (before, after) => {
          if (after.status !== 'relayed' || before.status === 'on_hold' || !isOpen(before.status)) return;
          expect(before.status).not.toBe('logged');
          expect(before.shareable).toBe(true);
        });
      }),
    );
  });

  it('a move is found by where it leads, and none leads to where the request stands', () => {
    fc.assert(
      fc.property(walks, statuses, (walk, to) => {
        const standing = walked(walk, () => undefined);
        expect(moveTo(standing, to)).toEqual(movesFrom(standing).find((move) => move.to === to) ?? null);
        expect(moveTo(standing, standing.status)).toBeNull();
        expect(new Set(movesFrom(standing).map((move) => move.to)).size).toBe(movesFrom(standing).length);
      }),
    );
  });
});
