import { unescapeText } from '../blocks/mrkdwn.ts';
import type { Listening } from './listen.ts';
import { event } from './payloads.ts';
import { answerTyped } from './typed.ts';

/** The command as one types it out of habit, also where Slack knows no commands. */
const COMMAND = /^\s*\/?ccm(?=\s|$)\s*/i;

/** Mentions, answered in their thread with the public half, and direct messages. */
export function onMessages(listening: Listening): void {
  const { bolt, botUser } = listening;
  const desk = new RegExp(`<@${botUser}(?:\\|[^>]*)?>[\\s,:]*`);
  // What comes before the mention is a greeting, unless nothing comes after it.
  const wordsOf = (text: string): string => {
    const [before = '', ...after] = text.split(desk);
    const said = after.join(' ').trim();
    return unescapeText((said === '' ? before : said).replace(COMMAND, '').trim());
  };

  bolt.event('app_mention', async ({ body, client }) => {
    const { event: said, team_id } = event.parse(body);
    if (typeof said.user !== 'string' || said.bot_id || !said.channel || !said.ts) return;
    await answerTyped(listening, client, {
      text: wordsOf(said.text),
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
      text: wordsOf(said.text),
      person: said.user,
      team: team_id,
      place: { kind: 'direct', channel: said.channel, thread: said.thread_ts ?? null, public: false },
      responseUrl: null,
      trigger: null,
    });
  });
}
