import { z } from 'zod';
import type { Listening } from './listen.ts';
import { event } from './payloads.ts';

const joined = z.object({ user: z.string(), channel: z.string(), inviter: z.string().optional() });

/** Somebody came into a channel in which the desk is: the features that want to know of it are told. */
export function onMembers(listening: Listening): void {
  const { bolt, botUser, catalog, clock, people, failures } = listening;
  bolt.event('member_joined_channel', async ({ body }) => {
    const { event: told, team_id } = event.parse(body);
    const { user, channel, inviter = null } = joined.parse(told);
    if (user === botUser) return;
    people.forget(user);
    const person = await people.profileOf(user, team_id);
    for (const tell of catalog.joined)
      await failures.guard(
        'somebody joined a channel',
        () => tell({ channel, person, inviter, at: clock.now() }),
        async () => undefined,
      );
  });
}
