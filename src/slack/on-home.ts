import type { WebClient } from '@slack/web-api';
import { LIMITS } from '../blocks/limits.ts';
import type { Block } from '../blocks/message.ts';
import { DESK_ZONE, dayIn } from '../desk/time.ts';
import { fault } from '../desk/words.ts';
import { actorOf, type Listening } from './listen.ts';
import { event } from './payloads.ts';
import { asked } from './refusal.ts';

/** App Home, drawn from the features' sections each time it is opened, and again after its owner changed something. */
export interface Homes {
  listen(listening: Listening): void;
  redraw(listening: Listening, client: WebClient, slackId: string, teamId: string): Promise<void>;
}

export function homesOf(): Homes {
  const open = new Set<string>();

  const draw = async (listening: Listening, client: WebClient, slackId: string, teamId: string): Promise<void> => {
    const publish = (blocks: readonly Block[]) =>
      asked(
        client.views.publish({ user_id: slackId, view: { type: 'home', blocks: blocks.slice(0, LIMITS.viewBlocks) } }),
      );
    await listening.failures.guard(
      'drawing App Home',
      async () => {
        const at = listening.clock.now();
        const reader = { actor: await actorOf(listening, slackId, teamId), at, today: dayIn(DESK_ZONE, at) };
        const blocks: Block[] = [];
        for (const section of listening.catalog.home) blocks.push(...(await section.blocks(reader)));
        const published = await publish(blocks);
        if (!published.ok && !published.retry) throw new Error(`Slack refused App Home: ${published.error}`);
      },
      (reference) => publish([...fault(reference, null).blocks]),
    );
  };

  return {
    listen(listening) {
      listening.bolt.event('app_home_opened', async ({ body, client }) => {
        const { event: opened, team_id } = event.parse(body);
        if (typeof opened.user !== 'string' || opened.tab !== 'home') return;
        open.add(opened.user);
        await draw(listening, client, opened.user, team_id);
      });
    },
    async redraw(listening, client, slackId, teamId) {
      if (open.has(slackId)) await draw(listening, client, slackId, teamId);
    },
  };
}
