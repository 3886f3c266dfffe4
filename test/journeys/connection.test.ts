import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Journey, startJourney } from '../setup/desk.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey.stop());

it('a desk whose connections are gone knows it at once, comes back by itself and answers', async () => {
  expect(journey.slack.connected()).toBe(2);
  await journey.sandbox.fault({ fault: 'disconnect', reason: 'refresh_requested' });
  await expect.poll(() => journey.see().connected).toBe(0);
  // The client tries again after five seconds, and says so only then.
  await expect.poll(() => journey.slack.connected(), { timeout: 3_000 }).toBe(0);
  const { messages } = await journey.command('help');
  expect(messages).toHaveLength(1);
});
