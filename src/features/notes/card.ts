import { actions, button, context, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { Suggestion } from './parse.ts';
import type { SeenBy } from './store.ts';

export const ADD = 'notes:add';
export const DIARY = 'notes:diary';
export const CONTACT = 'notes:contact';
export const END_CONTACT = 'notes:end-contact';
export const UNDO = 'notes:undo';
export const FOLLOW_UP = 'notes:follow-up';

const SEEN_BY: Readonly<Record<SeenBy, string>> = {
  desk: 'coordinators and ISU',
  coordinators: 'coordinators',
  me: 'only you',
};
export const seenByWords = (seenBy: string): string => SEEN_BY[seenBy as SeenBy] ?? seenBy;

interface Kept {
  id: string;
  /** The State, as in a sentence. */
  state: string;
  iso3: string;
  text: string;
  seenBy: SeenBy;
  /** Offered as a button; null where the note names no day, or is followed up already. */
  offer: Suggestion | null;
  /** The follow-up that was kept with it. */
  followUp: string | null;
}

/** After a note was kept: what may come of it, and the way back for a minute. */
export function keptMessage({ id, state, iso3, text, seenBy, offer, followUp }: Kept): Message {
  const first = `Noted on ${state} (${seenByWords(seenBy)}).`;
  const more = followUp === null ? '' : ` ${followUp}`;
  return {
    text: `${first} ${clamp(text, 300)}${more}`,
    blocks: present(
      section(md`*${first}* ${clamp(text, 600)}${more}`),
      actions(
        ...(offer === null
          ? []
          : [button({ text: `Follow-up: ${offer.words}?`, action: FOLLOW_UP, value: `${id} ${offer.due}` })]),
        button({ text: 'Log as request', action: 'requests:log', value: `${iso3} note:${id}` }),
        button({ text: 'Undo', action: UNDO, value: id }),
      ),
      context(md`Undo for one minute · on the State card under “Diary and contacts”`),
    ),
  };
}
