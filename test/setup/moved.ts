import type { Journey } from './desk.ts';

/** Moves the desk's clock and waits until all that fell due was decided and sent. */
export async function moveTo(journey: Journey, now: string): Promise<void> {
  journey.sandbox.move({ now });
  await journey.queue.look();
  // Two messages to one place go a second apart.
  await journey.holds(async () => {
    journey.queue.poke();
    await journey.queue.idle();
    return (await journey.database.db.delivery.count({ where: { state: { in: ['due', 'sending'] } } })) === 0;
  });
}
