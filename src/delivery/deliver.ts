import type { Temporal } from 'temporal-polyfill';
import { instantFrom } from '../db/days.ts';
import type { Attempt, Courier } from '../desk/courier.ts';
import { type Claimed, SHOWS_AFTER_MS } from './claim.ts';
import type { Settled } from './settle.ts';
import { type Verdict, verdictOn } from './verdict.ts';

/** Makes one attempt for a claimed message and decides what becomes of it; what may stand in Slack already is looked for first. */
export async function deliver(
  courier: Courier,
  claimed: Claimed,
  now: () => Temporal.Instant,
  random: number,
): Promise<Settled> {
  if (claimed.doubtful && claimed.ts === null) {
    const looked = await lookFor(courier, claimed, now());
    if (looked !== 'send') return looked;
  }
  const { id, kind, channel, ts, message, attempts } = claimed;
  const attempt: Attempt =
    channel !== null && ts !== null
      ? await courier.change({ channel, ts }, message)
      : await courier.post(claimed, message, id);
  const isGone = ts !== null && attempt.kind === 'never' && attempt.error === 'message_not_found';
  if (isGone && FOR_EVER.includes(kind)) return anew(now());
  return settledBy(attempt, verdictOn(attempt, attempts, now(), random), now());
}

/** What stands somewhere for ever: when somebody has deleted it there, it is posted anew with its next change. */
const FOR_EVER = ['card'];

/** It is known to stand nowhere: it goes out as if for the first time. */
const anew = (now: Temporal.Instant): Settled => ({
  verdict: { state: 'due', notBefore: now, laneFree: now, error: null, told: false },
  ref: 'gone',
  doubtful: false,
});

function settledBy(attempt: Attempt, verdict: Verdict, now: Temporal.Instant): Settled {
  if (attempt.kind === 'sent') return { verdict, ref: attempt.ref, doubtful: false };
  if (attempt.kind !== 'unsure') return { verdict, ref: null, doubtful: false };
  const soonest = now.add({ milliseconds: SHOWS_AFTER_MS });
  const waits = later(verdict.notBefore, soonest);
  return { verdict: { ...verdict, notBefore: waits }, ref: null, doubtful: true };
}

const later = (a: Temporal.Instant, b: Temporal.Instant): Temporal.Instant =>
  a.epochMilliseconds >= b.epochMilliseconds ? a : b;

/** `send` when it is certain that it does not stand there. */
async function lookFor(courier: Courier, claimed: Claimed, now: Temporal.Instant): Promise<Settled | 'send'> {
  const found = await courier.find(claimed, claimed.id, instantFrom(claimed.enqueuedAt));
  switch (found.kind) {
    case 'not_there':
      return 'send';
    case 'there':
      // What was changed since the attempt is changed in place now that it is known where it stands.
      return {
        verdict: {
          state: claimed.version === 1 ? 'sent' : 'due',
          notBefore: now,
          laneFree: now,
          error: null,
          told: false,
        },
        ref: found.ref,
        doubtful: false,
      };
    case 'later':
      return {
        verdict: {
          state: 'due',
          notBefore: now.add({ milliseconds: SHOWS_AFTER_MS }),
          laneFree: now,
          error: 'it could not be looked for',
          told: false,
        },
        ref: null,
        doubtful: true,
      };
    case 'cannot_look':
      return {
        verdict: { state: 'unsure', notBefore: now, laneFree: now, error: 'sending was cut off', told: true },
        ref: null,
        doubtful: true,
      };
  }
}
