import { unescapeText } from '../blocks/mrkdwn.ts';
import type { Listening } from './listen.ts';
import { slashCommand } from './payloads.ts';
import { answerTyped } from './typed.ts';

/** `/ccm …`: acknowledged at once; Slack sends its text with entities, which are decoded here and nowhere else. */
export function onCommands(listening: Listening): void {
  listening.bolt.command('/ccm', async ({ body, ack, client }) => {
    await ack();
    const { text, user_id, team_id, channel_id, trigger_id, response_url } = slashCommand.parse(body);
    const direct = channel_id.startsWith('D');
    await answerTyped(listening, client, {
      text: unescapeText(text),
      person: user_id,
      team: team_id,
      place: { kind: direct ? 'direct' : 'channel', channel: channel_id, thread: null, public: false },
      responseUrl: response_url,
      trigger: trigger_id,
    });
  });
}
