import type { WebClient } from '@slack/web-api';
import { actions, button, present, section } from '../blocks/build.ts';
import { clamp, LIMITS, lengthOf } from '../blocks/limits.ts';
import type { Carried, Message, Modal } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import { longText } from '../blocks/paragraphs.ts';
import type { Memory, Telling } from '../desk/ports.ts';
import type { Reply } from '../desk/reply.ts';
import { MOST_TYPED, notice } from '../desk/words.ts';
import { fallbackOf } from './fallback.ts';
import { openedAt } from './modal-place.ts';
import { openModal, shown } from './modals.ts';
import { asked } from './refusal.ts';
import { withTableIfAllowed } from './sender.ts';
import { byResponseUrl, type Ear, posted, type Told, whisper } from './whisper.ts';

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
  pressed: { channel: string; ts: string; thread: string | null } | null;
  title: string;
  /** What was typed, so that it can be run again from a button where no window may be opened. */
  typed: string | null;
  /** Keeps which dates were told. */
  memory: Memory;
  /** Name of the message shortcut that opens the same window. */
  shortcut?: string | null;
}

export const RUN = 'desk:run';

/** What Slack answers about a window that the person has closed meanwhile: nobody waits for it any more. */
const CLOSED = 'not_found';

/** Shows `reply` on the person's screen. */
export async function carryOut(client: WebClient, reply: Reply, screen: Surface): Promise<void> {
  switch (reply.kind) {
    case 'nothing':
      return;
    case 'say':
      return tell(client, reply.message, screen);
    case 'close':
      for await (const message of reply.messages) await tell(client, message, screen);
      return;
    case 'modal':
      await showModal(client, reply.modal, screen, false);
      return remember(reply.carries, screen);
    case 'push':
      return showModal(client, reply.modal, screen, true);
    case 'thread':
      for (const message of reply.messages) await tellUnder(client, message, screen);
      return;
    case 'replace':
      return replace(client, reply.message, screen);
    case 'errors':
      throw new Error('Field errors can only answer the submission of a modal.');
  }
}

/** Tells of a fault where the person is looking, or wherever else they can be reached. */
export async function carryFault(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const told = await tellHere(client, message, { ...screen, trigger: null });
  if (!told.ok) await reach(client, message, screen);
}

async function tell(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const told = await tellHere(client, message, screen);
  if (!told.ok && screen.opened !== null) throw new Error(`Slack refused the window: ${told.error}`);
  const { ref } = told.ok ? told : await reach(client, message, screen);
  await remember(message.carries, screen, ref && { ref, message });
}

/** Says it in the thread of the message whose button was pressed; to the person where there is none, or Slack refuses. */
async function tellUnder(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const { pressed } = screen;
  if (pressed === null) return tell(client, message, screen);
  const told = await inThread(client, message, pressed.channel, pressed.thread ?? pressed.ts);
  if (!told.ok) return tell(client, message, screen);
  await remember(message.carries, screen, told.ref && { ref: told.ref, message });
}

const inThread = (client: WebClient, message: Message, channel: string, thread: string): Promise<Told> =>
  withTableIfAllowed<Told>(message, (blocks) =>
    posted(
      client.chat.postMessage({ channel, thread_ts: thread, text: fallbackOf(message), blocks, unfurl_links: false }),
    ),
  );

/** Keeps which dates the person was told, and where they stand if they were posted. */
export async function remember(
  carries: Carried | undefined,
  { memory, ear }: Pick<Surface, 'memory' | 'ear'>,
  standing: Telling['posted'] | undefined = null,
): Promise<void> {
  if (carries !== undefined) await memory.remember({ carries, person: ear.person, posted: standing });
}

async function reach(client: WebClient, message: Message, { ear }: Surface): Promise<Told> {
  const told = await whisper(client, ear, message);
  if (!told.ok) throw new Error(`No way to reach the person: ${told.error}`);
  return told;
}

/** Tells in the window, or in the thread, in which the person is waiting; `ok` is false where there is neither, or Slack refuses. */
async function tellHere(client: WebClient, message: Message, screen: Surface): Promise<Told> {
  const { ear, opened, within, trigger, title } = screen;
  if (opened !== null) {
    const answer = await asked(client.views.update({ view_id: opened, view: shown(title, message) }));
    return answer.ok || answer.error === CLOSED ? { ok: true } : answer;
  }
  if (trigger !== null && (within !== null || ear.place.kind === 'home')) {
    const window = await openModal(client, trigger, shown(title, message), within !== null);
    if (window !== null) return { ok: true };
  }
  const { channel, thread } = ear.place;
  if (thread === null) return { ok: false };
  return inThread(client, message, channel, thread);
}

async function showModal(client: WebClient, modal: Modal, screen: Surface, onTop: boolean): Promise<void> {
  const view = openedAt(screen.ear.place, modal);
  const standing = screen.opened ?? (onTop ? null : screen.within);
  if (standing !== null) {
    const answer = await asked(client.views.update({ view_id: standing, view }));
    if (!answer.ok && answer.error !== CLOSED) throw new Error(`Slack refused the window: ${answer.error}`);
    return;
  }
  const window = screen.trigger === null ? null : await openModal(client, screen.trigger, view, screen.within !== null);
  if (window === null) await tell(client, offerWindow(screen), { ...screen, trigger: null });
}

/** Where Slack lets no window be opened (a direct message, a mention, an answer that came too late), a button asks for it. */
function offerWindow({ typed, title, shortcut, ear }: Surface): Message {
  if (typed === null)
    return notice('Slack closed the window before the desk could fill it. Please press the button again.');
  if (lengthOf(typed) > LIMITS.buttonValue) return offerShortcut(title, typed, ear.responseUrl === null, shortcut);
  return {
    text: `${title}: press Open, or type /ccm ${typed}`,
    blocks: present(
      section(md`*${title}* opens in a window.`),
      actions(button({ text: 'Open', action: RUN, value: typed, primary: true })),
    ),
  };
}

/** No button carries a text this long: a shortcut takes it from the message in which it stands, or else it is given back. */
function offerShortcut(title: string, typed: string, inMessage: boolean, shortcut: string | null = null): Message {
  const first = `${title} opens in a window, and no button can carry a text this long.`;
  if (inMessage && shortcut !== null)
    return notice(first, `On your message choose More actions (⋯), then ${shortcut}: nothing of it is lost.`);
  const next = 'Please send it as a message and use the menu of the message (⋯), or type less. What you typed:';
  return {
    text: `${first} ${next} ${typed}`,
    blocks: [section(md`${first}`), section(md`${next}`), ...longText(clamp(typed, MOST_TYPED))],
  };
}

/** Changes the message in which a button was pressed; where that is no longer possible the person is told beside it. */
async function replace(client: WebClient, message: Message, screen: Surface): Promise<void> {
  const { pressed, ear } = screen;
  const text = fallbackOf(message);
  const done = await withTableIfAllowed<Told>(message, async (blocks) => {
    if (pressed !== null) return asked(client.chat.update({ channel: pressed.channel, ts: pressed.ts, text, blocks }));
    return ear.responseUrl === null
      ? { ok: false }
      : byResponseUrl(ear.responseUrl, { replace_original: true, text, blocks });
  });
  if (!done.ok) return tell(client, message, screen);
  await remember(message.carries, screen, pressed && { ref: { channel: pressed.channel, ts: pressed.ts }, message });
}
