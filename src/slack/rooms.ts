import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Profiles } from '../desk/profile.ts';
import type { Room, Rooms } from '../desk/rooms.ts';
import { asked } from './refusal.ts';

const conversation = z.object({ is_ext_shared: z.boolean().optional(), is_pending_ext_shared: z.boolean().optional() });
const members = z.array(z.string());

const PAGE = 200;

/** Counts who is in a channel by Slack's own list; a channel shared with another workspace has at least one from outside. */
export function roomsOn(client: WebClient, profiles: Profiles): Rooms {
  const membersOf = async (channel: string): Promise<readonly string[] | string> => {
    const found: string[] = [];
    let cursor = '';
    do {
      const page = await asked(
        client.conversations.members({ channel, limit: PAGE, ...(cursor === '' ? {} : { cursor }) }),
      );
      if (!page.ok) return page.error;
      found.push(...members.parse(page.value.members));
      cursor = page.value.response_metadata?.next_cursor ?? '';
    } while (cursor !== '');
    return found;
  };
  return {
    async roomOf(channel): Promise<Room> {
      const answer = await asked(client.conversations.info({ channel }));
      if (!answer.ok) return { known: false, error: answer.error };
      const there = await membersOf(channel);
      if (typeof there === 'string') return { known: false, error: there };
      const people = await Promise.all(there.map((slackId) => profiles.profileOf(slackId, '')));
      if (people.some(({ known }) => !known)) return { known: false, error: 'user_not_known' };
      const outside = people.filter((person) => person.outside).length;
      const { is_ext_shared, is_pending_ext_shared } = conversation.parse(answer.value.channel);
      const isShared = is_ext_shared === true || is_pending_ext_shared === true;
      return { known: true, outside: isShared ? Math.max(1, outside) : outside };
    },
  };
}
