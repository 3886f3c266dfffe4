import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { join, type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import { notice } from '../../desk/words.ts';
import type { Moved } from './moved.ts';

export const UNDO = 'handover:undo';

/** How many names one line gives. */
const MOST = 20;

const line = (what: string, names: readonly string[]): Mrkdwn | null =>
  names.length === 0
    ? null
    : md`*${what}*: ${names.slice(0, MOST).join(', ')}${names.length > MOST ? ` and ${names.length - MOST} more` : ''}`;

/** What went, kind by kind, on one page. */
const page = ({ requests, states, followUps, roles, standIns }: Moved): readonly Mrkdwn[] =>
  [
    line(
      counted(requests.length, 'request'),
      requests.map(({ reference }) => reference),
    ),
    line(
      counted(states.length, 'State followed', 'States followed'),
      states.map(({ state }) => state),
    ),
    line(
      counted(followUps.length, 'follow-up'),
      followUps.map(({ reference }) => reference),
    ),
    roles.length === 0 ? null : md`*${counted(roles.length, 'role')}*`,
    standIns.length === 0 ? null : md`*Stands in* for ${counted(standIns.length, 'person', 'persons')}`,
  ].filter((each) => each !== null);

const plainly = (lines: readonly Mrkdwn[]): string =>
  unescapeText(lines.map(({ text }) => text.replaceAll('*', '')).join('; '));

/** To whoever handed over: the page, what stayed and why, and the way back for a minute. */
export function doneMessage({
  id,
  name,
  moved,
  kept,
  nameOf,
}: {
  id: string;
  name: string;
  moved: Moved;
  kept: readonly string[];
  nameOf(iso3: string): string;
}): Message {
  const lines = page(named(moved, nameOf));
  const stays =
    kept.length === 0
      ? null
      : `Stays as it was: ${kept.map(nameOf).join(', ')}. Nobody handles their own State, and what is closed or done goes nowhere.`;
  const first = `What ${name} held is handed over.`;
  return {
    text: [first, `${plainly(lines)}.`, stays].filter((part) => part !== null).join(' '),
    blocks: present(
      section(md`*${first}*`),
      section(join(lines, '\n')),
      stays !== null && section(md`${stays}`),
      actions(button({ text: 'Undo', action: UNDO, value: id })),
      context(md`Undo for one minute · everybody concerned is told · the histories keep who handed over what`),
    ),
  };
}

/** To somebody who has something new. */
export function receivedMessage(from: string, by: string, moved: Moved): Message {
  const lines = page(moved);
  const first = `${by} handed over to you what ${from} held.`;
  return {
    text: lines.length === 0 ? first : `${first} ${plainly(lines)}.`,
    blocks: present(
      section(md`*${first}*`),
      lines.length > 0 && section(join(lines, '\n')),
      context(md`Your follow-ups: \`/ccm followups\` · States: \`/ccm follow\``),
    ),
  };
}

/** To whoever held it, where somebody else has handed it over. */
export const takenMessage = (by: string, moved: Moved): Message =>
  notice(
    `${by} handed over what you held at the desk: ${plainly(page(moved))}.`,
    'Ask them if something should have stayed with you: for a minute they can undo it, later it can be handed back.',
  );

/** A hand-over with the names of States in place of their codes. */
export const named = (moved: Moved, nameOf: (iso3: string) => string): Moved => ({
  ...moved,
  states: moved.states.map((each) => ({ ...each, state: nameOf(each.state) })),
});
