import { unescapeText } from '../blocks/mrkdwn.ts';
import type { Listening } from './listen.ts';
import { event } from './payloads.ts';
import { answerTyped } from './typed.ts';

const TO_THE_DESK = /^\s*<@[UW][A-Z0-9]+(\|[^>]*)?>[\s,:]*/;

/** Mentions, answered in their thread with the public half, and direct messages. */
export function onMessages(listening: Listening): void {
  const { bolt } = listening;

  bolt.event('app_mention', async ({ body, client }) => {
    const { event: said, team_id } = event.parse(body);
    if (typeof said.user !== 'string' || said.bot_id || !said.channel || !said.ts) return;
    await answerTyped(listening, client, {
      text: unescapeText(said.text.replace(TO_THE_DESK, '')),
      person: said.user,
      team: team_id,
      place: { kind: 'channel', channel: said.channel, thread: said.thread_ts ?? said.ts, public: true },
      responseUrl: null,
      trigger: null,
    });
  });

  bolt.event('message', async ({ body, client }) => {
    const { event: said, team_id } = event.parse(body);
    if (said.channel_type !== 'im' || typeof said.user !== 'string' || said.bot_id || !said.channel) return;
    if (said.subtype !== undefined && said.subtype !== 'file_share') return;
    await answerTyped(listening, client, {
      text: unescapeText(said.text.replace(TO_THE_DESK, '')),
      person: said.user,
      team: team_id,
      place: { kind: 'direct', channel: said.channel, thread: null, public: false },
      responseUrl: null,
      trigger: null,
    });
  });
}
