import { context, section } from '../blocks/build.ts';
import type { Message } from '../blocks/message.ts';
import { md, unescapeText } from '../blocks/mrkdwn.ts';

/** A short message of one or two paragraphs, its plain text the same. */
export const notice = (first: string, second?: string): Message => ({
  text: second ? `${first} ${second}` : first,
  blocks: second ? [section(md`${first}`), context(md`${second}`)] : [section(md`${first}`)],
});

/** After a fault of the desk: what happened, what was kept, what to do next, and the reference code. */
export const fault = (reference: string, typed: string | null): Message => {
  const kept = typed === null ? md`Nothing was changed.` : md`What you typed: ${typed}`;
  const next = md`Please try again; if it happens again, give the ISU or an admin the reference *${reference}*.`;
  return {
    text: `The desk could not finish this. ${unescapeText(kept.text)} Please try again; reference ${reference}.`,
    blocks: [
      section(md`*The desk could not finish this.* It is a fault of the desk, not of what you asked.`),
      section(kept),
      context(next),
    ],
  };
};
