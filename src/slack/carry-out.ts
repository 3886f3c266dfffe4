import type { WebClient } from '@slack/web-api';
import { actions, button, present, section } from '../blocks/build.ts';
import type { Message, Modal } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import type { Reply } from '../desk/reply.ts';
import { notice } from '../desk/words.ts';
import { openedAt } from './modal-place.ts';
import { openModal, shown } from './modals.ts';
import { asked } from './refusal.ts';
import { withTableIfAllowed } from './sender.ts';
import { type Ear, whisper } from './whisper.ts';

/** The screen of the person who is being answered. */
export interface Surface {
  ear: Ear;
  /** Slack's permission to open a window, good for three seconds. */
  trigger: string | null;
  /** A window that the desk has opened for this answer. */
  opened: string | null;
  /** The window in which a button was pressed. */
  within: string | null;
  /** The message in which a button was pressed, unless only that person sees it. */
  pressed: { channel: string; ts: string } | null;
  title: string;
  /** What was typed, so that it can be run again from a button where no window may be opened. */
  typed: string | null;
}

export const RUN = 'desk:run';

/** Shows `reply` on the person's screen. */
export async function carryOut(client: WebClient, reply: Reply, screen: Surface): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return;
    case 'say':
      return tell(client, reply.message, screen);
    case 'close':
      return reply.message === null ? undefined : tell(client, reply.message, screen);
    case 'modal':
      return showModal(client, reply.modal, screen, false);
    case 'push':
      return showModal(client, reply.modal, screen, true);
    case 'replace':
      return replace(client, reply.message, screen);
    case 'errors':
      throw new Error('Field errors can only answer the submission of a modal.');
  }
}

async function tell(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const { ear, opened, within, trigger } = screen;
  if (opened !== null)
    return void (await asked(client.views.update({ view_id: opened, view: shown(screen.title, message) })));
  if (trigger !== null && (within !== null || ear.place.kind === 'home')) {
    const window = await openModal(client, trigger, shown(screen.title, message), within !== null);
    if (window !== null) return;
  }
  if (ear.place.thread !== null) {
    const { channel, thread } = ear.place;
    await withTableIfAllowed(message, (blocks) =>
      asked(client.chat.postMessage({ channel, thread_ts: thread, text: message.text, blocks, unfurl_links: false })),
    );
    return;
  }
  const told = await whisper(client, ear, message);
  if (!told.ok) throw new Error(`No way to reach the person: ${told.error}`);
}

async function showModal(client: WebClient, modal: Modal, screen: Surface, onTop: boolean): Promise<void> {
  const view = openedAt(screen.ear.place, modal);
  const standing = screen.opened ?? (onTop ? null : screen.within);
  if (standing !== null) {
    const answer = await asked(client.views.update({ view_id: standing, view }));
    if (!answer.ok) throw new Error(`Slack refused the window: ${answer.error}`);
    return;
  }
  const window = screen.trigger === null ? null : await openModal(client, screen.trigger, view, screen.within !== null);
  if (window === null) await tell(client, offerWindow(screen), { ...screen, trigger: null });
}

/** Where Slack lets no window be opened (a direct message, a mention, an answer that came too late), a button asks for it. */
function offerWindow({ typed, title }: Surface): Message {
  if (typed === null)
    return notice('Slack closed the window before the desk could fill it. Please press the button again.');
  return {
    text: `${title}: press Open, or type /ccm ${typed}`,
    blocks: present(
      section(md`*${title}* opens in a window.`),
      actions(button({ text: 'Open', action: RUN, value: typed, primary: true })),
    ),
  };
}

async function replace(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const { responseUrl } = screen.ear;
  if (screen.pressed === null && responseUrl !== null) {
    await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({
        replace_original: true,
        text: message.text,
        blocks: message.withoutTable ?? message.blocks,
      }),
      signal: AbortSignal.timeout(10_000),
    });
    return;
  }
  if (screen.pressed === null) return tell(client, message, screen);
  const { channel, ts } = screen.pressed;
  await withTableIfAllowed(message, (blocks) => asked(client.chat.update({ channel, ts, text: message.text, blocks })));
}
