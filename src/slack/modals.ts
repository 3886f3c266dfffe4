import type { WebClient } from '@slack/web-api';
import { plain, section } from '../blocks/build.ts';
import { LIMITS } from '../blocks/limits.ts';
import type { Message, Modal } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import { asked } from './refusal.ts';

const CLOSE = 'desk:message';

/** What stands in a modal while its content is made: Slack gives three seconds to open it. */
export const loading = (title: string): Modal => ({
  type: 'modal',
  callback_id: CLOSE,
  title: plain(title, LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks: [section(md`One moment…`)],
});

/** A message shown in a modal that was already open for something else; tables become lists, since modals refuse them. */
export const shown = (title: string, message: Message): Modal => ({
  ...loading(title),
  blocks: [...(message.withoutTable ?? message.blocks)].slice(0, LIMITS.viewBlocks),
});

/** Opens `modal`; the id of the view, or null when the trigger had expired. */
export async function openModal(
  client: WebClient,
  trigger: string,
  modal: Modal,
  onTop: boolean,
): Promise<string | null> {
  const call = onTop
    ? client.views.push({ trigger_id: trigger, view: modal })
    : client.views.open({ trigger_id: trigger, view: modal });
  const answer = await asked(call);
  return answer.ok ? (answer.value.view?.id ?? null) : null;
}
