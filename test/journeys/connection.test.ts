import { afterAll, beforeAll, expect, it } from 'vitest';
import { TEAM } from '../../src/sandbox/world/cast.ts';
import { directOf, type Journey, MONTENEGRO, startJourney } from '../setup/desk.ts';

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

it('what a desk that died had taken is answered by one that runs, once', async () => {
  const asked = {
    type: 'event_callback',
    event_id: 'EvLeft',
    team_id: TEAM.id,
    event: {
      type: 'message',
      channel_type: 'im',
      user: MONTENEGRO,
      channel: directOf(MONTENEGRO),
      ts: '1.000001',
      text: 'which states need victim assistance?',
    },
  };
  const kept = { key: 'event:EvLeft', kind: 'event', payload: asked, state: 'received' };
  const long = new Date(0);
  await journey.database.db.inboundEvent.create({ data: { ...kept, receivedAt: long, heldUntil: long } });
  const said = () => journey.see().messages[directOf(MONTENEGRO)]?.length ?? 0;
  const before = said();
  await journey.queue.look();
  expect(said()).toBe(before + 1);
  expect(journey.last(directOf(MONTENEGRO)).text).toContain('victim assistance');
  await journey.queue.look();
  expect(said()).toBe(before + 1);
  expect(journey.faults).toEqual([]);
});
