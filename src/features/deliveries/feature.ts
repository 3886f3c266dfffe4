import type { Feature, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { DROP, SEND, statusCard } from './card.ts';
import { type DeliveriesDesk, decide, type QueueOutcome, statusOf, tellOfRests } from './use-cases.ts';

const told = (outcome: QueueOutcome, done: string): Reply => {
  if (outcome.ok)
    return say(done === '' ? statusCard(outcome.queue) : notice(done, 'How all messages stand: /ccm status'));
  return say(
    outcome.problem === 'not_allowed'
      ? notice("Admins see how the desk's messages stand.", 'Who is one: /ccm people')
      : notice('Somebody has decided about this message already.', 'How all messages stand: /ccm status'),
  );
};

/** How the desk's own messages stand: what waits, what Slack did not take, and what an admin does about it. */
export function deliveriesFeature(desk: DeliveriesDesk & { poke(): void }): Feature {
  const press =
    (what: 'send' | 'drop', done: string) =>
    async ({ actor, value, at }: Press): Promise<Reply> => {
      const outcome = await decide(desk, actor, value, what, at);
      desk.poke();
      return told(outcome, done);
    };
  return {
    name: 'deliveries',
    commands: [
      {
        verb: 'status',
        also: [],
        usage: '',
        example: 'status',
        about: 'How the messages of the desk stand; for admins.',
        shown: 'more',
        needs: 'manage_people',
        alone: true,
        run: async ({ actor }) => told(await statusOf(desk, actor), ''),
      },
    ],
    actions: [
      { id: SEND, run: press('send', 'It is being sent.') },
      { id: DROP, run: press('drop', 'It was dropped.') },
    ],
    clockwork: [{ name: 'deliveries', run: () => tellOfRests(desk) }],
  };
}
