import type { Action } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { everyWeek } from './card.ts';
import { occurrenceIn } from './occurrence.ts';
import { HOLD, POST_NOW, RELEASE, WAIT } from './preview-card.ts';
import type { DigestDesk } from './readers.ts';
import type { Subscription } from './subscriptions.ts';
import { type DigestOutcome, holdDigest, postFirst, releaseDigest, waitForNext } from './use-cases.ts';

type UseCase = typeof holdDigest;

const NOT_ALLOWED = notice('The ISU and the admins decide about the digests.', 'Nothing was changed.');
const readAlong = (why: string) =>
  notice(`Nothing was posted. ${why}`, 'To post dates alone, or elsewhere: /ccm digest settings');
const SETTLED = notice('This was decided already.', 'How it goes out: /ccm digest settings');

/** The buttons under a preview and under the very first digest. */
export function digestDecisions(desk: DigestDesk): readonly Action[] {
  const action = (id: string, decide: UseCase, done: (subscription: Subscription) => Reply): Action => ({
    id,
    async run(press) {
      const occurrence = occurrenceIn(press.value);
      if (occurrence === null) return say(SETTLED);
      const outcome: DigestOutcome = await decide(desk, press.actor, occurrence, press.at);
      if (outcome.kind === 'done') return done(outcome.subscription);
      if (outcome.kind === 'read_along') return say(readAlong(outcome.why));
      return say(outcome.kind === 'not_allowed' ? NOT_ALLOWED : SETTLED);
    },
  });
  const replaced = (first: string, second?: string): Reply => ({ kind: 'replace', message: notice(first, second) });
  const weekly = ({ weekly: when }: Subscription): string => `After it one goes out ${everyWeek(when)}.`;
  return [
    // The previews of everyone say so where they stand.
    action(HOLD, holdDigest, () => ({ kind: 'nothing' })),
    action(RELEASE, releaseDigest, () => ({ kind: 'nothing' })),
    action(POST_NOW, postFirst, (subscription) => replaced('The first digest is being posted.', weekly(subscription))),
    action(WAIT, waitForNext, (subscription) => replaced('The first digest is left out.', weekly(subscription))),
  ];
}
