import type { ReceiverEvent } from '@slack/bolt';
import type { WebClient } from '@slack/web-api';
import { unkept } from '../desk/words.ts';
import { fallbackOf } from './fallback.ts';
import { openedFrom } from './modal-place.ts';
import { blockActions, shortcut, slashCommand, viewSubmission } from './payloads.ts';
import { whisper } from './whisper.ts';

/**
 * Tells the person of a delivery that could not be kept, where the person is looking; a modal stays as it is. Events
 * alone are not acknowledged, since Slack then delivers them again.
 */
export async function tellUnkept(client: WebClient, { body, ack }: ReceiverEvent, reference: string): Promise<void> {
  const submitted = viewSubmission.safeParse(body);
  if (submitted.success) {
    const [field = 'none'] = Object.keys(submitted.data.view.state?.values ?? {});
    return ack({
      response_action: 'errors',
      errors: { [field]: unkept(reference, 'What you typed is still here').text },
    });
  }
  const typed = slashCommand.safeParse(body);
  if (typed.success) {
    const message = unkept(reference, `What you typed: /ccm ${typed.data.text}`);
    return ack({ response_type: 'ephemeral', text: fallbackOf(message), blocks: message.blocks });
  }
  const [pressed, used] = [blockActions.safeParse(body), shortcut.safeParse(body)];
  const acted = pressed.success ? pressed.data : used.success ? used.data : null;
  if (acted === null) return;
  await ack();
  const channel = acted.channel?.id ?? '';
  const kind = channel === '' ? 'home' : channel.startsWith('D') ? 'direct' : 'channel';
  const view = pressed.success ? pressed.data.view : undefined;
  const place =
    view === undefined
      ? ({ kind, channel, thread: null, public: false } as const)
      : openedFrom(view.private_metadata).place;
  await whisper(
    client,
    { person: acted.user.id, place, responseUrl: acted.response_url ?? null },
    unkept(reference, null),
  );
}
