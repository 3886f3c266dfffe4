import type { WebClient } from '@slack/web-api';
import type { Block, Message } from '../blocks/message.ts';
import type { Address, Outbox, PostOutcome } from '../desk/ports.ts';
import { fallbackOf } from './fallback.ts';
import { asked } from './refusal.ts';

/** Sends `message` with its table, and once more without it where Slack refuses tables. */
export async function withTableIfAllowed<T extends { ok: boolean }>(
  message: Message,
  send: (blocks: Block[]) => Promise<T & { error?: string }>,
): Promise<T & { error?: string }> {
  const first = await send([...message.blocks]);
  const refused = !first.ok && first.error === 'invalid_blocks' && message.withoutTable !== undefined;
  return refused ? send([...(message.withoutTable ?? [])]) : first;
}

/** The Outbox on Slack: posts to a channel or a person. Links in it are never unfolded. */
export function senderOf(client: WebClient): Outbox {
  const refOf = (channel: string | undefined, ts: string | undefined): PostOutcome =>
    channel === undefined || ts === undefined
      ? { ok: false, error: 'no_reference', retry: false }
      : { ok: true, ref: { channel, ts } };

  return {
    post: (to: Address, message: Message) =>
      withTableIfAllowed<PostOutcome>(message, async (blocks) => {
        const channel = 'channel' in to ? to.channel : to.person;
        const answer = await asked(
          client.chat.postMessage({
            channel,
            text: fallbackOf(message),
            blocks,
            unfurl_links: false,
            unfurl_media: false,
          }),
        );
        return answer.ok ? refOf(answer.value.channel, answer.value.ts) : answer;
      }),
  };
}
