import { unescapeText } from '../blocks/mrkdwn.ts';
import { fault } from '../desk/words.ts';
import { carryFault, carryOut, type Surface } from './carry-out.ts';
import { actorOf, type Listening } from './listen.ts';
import { loading, openModal } from './modals.ts';
import { shortcut } from './payloads.ts';
import { asked } from './refusal.ts';

/** Message and global shortcuts; each opens its window at once. */
export function onShortcuts(listening: Listening): void {
  listening.bolt.shortcut(/.*/, async ({ body, ack, client }) => {
    await ack();
    const used = shortcut.parse(body);
    const offered = listening.catalog.shortcuts.get(used.callback_id);
    if (offered === undefined) return;
    const team = used.team?.id ?? used.user.team_id ?? '';
    const channel = used.channel?.id ?? '';
    const kind = channel === '' ? 'home' : channel.startsWith('D') ? 'direct' : 'channel';
    const screen: Surface = {
      memory: listening.memory,
      ear: {
        person: used.user.id,
        place: { kind, channel, thread: null, public: false },
        responseUrl: used.response_url ?? null,
      },
      trigger: null,
      opened: null,
      within: null,
      pressed: null,
      title: offered.opens,
      typed: null,
    };
    await listening.failures.guard(
      `using the shortcut ${used.callback_id}`,
      async () => {
        screen.opened = await openModal(client, used.trigger_id, loading(offered.opens), false);
        const message = used.message;
        const link =
          message && channel ? await asked(client.chat.getPermalink({ channel, message_ts: message.ts })) : null;
        const author = message?.user ? (await listening.people.profileOf(message.user, team)).name : null;
        const reply = await offered.run({
          actor: await actorOf(listening, used.user.id, team),
          at: listening.clock.now(),
          message: message
            ? {
                text: unescapeText(message.text),
                author,
                channel,
                ts: message.ts,
                permalink: link?.ok ? (link.value.permalink ?? null) : null,
              }
            : null,
        });
        await carryOut(client, reply, screen);
      },
      (reference) => carryFault(client, fault(reference, null), screen),
    );
  });
}
