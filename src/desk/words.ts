import { context, section } from '../blocks/build.ts';
import { clamp } from '../blocks/limits.ts';
import type { Message } from '../blocks/message.ts';
import { md } from '../blocks/mrkdwn.ts';
import { longText } from '../blocks/paragraphs.ts';

/** A short message of one or two paragraphs, its plain text the same. */
export const notice = (first: string, second?: string): Message => ({
  text: second ? `${first} ${second}` : first,
  blocks: second ? [section(md`${first}`), context(md`${second}`)] : [section(md`${first}`)],
});

/** As much of what was typed as fits beside the rest of a message. */
export const MOST_TYPED = 9_000;

/** After a fault of the desk: what happened, what was kept, what to do next, and the reference code. */
export const fault = (reference: string, typed: string | null): Message => {
  const kept = typed === null ? 'Nothing was changed.' : `What you typed: ${clamp(typed, MOST_TYPED)}`;
  const next = md`Please try again; if it happens again, give the ISU or an admin the reference *${reference}*.`;
  return {
    text: `The desk could not finish this. Please try again; reference ${reference}. ${kept}`,
    blocks: [
      section(md`*The desk could not finish this.* It is a fault of the desk, not of what you asked.`),
      ...longText(kept),
      context(next),
    ],
  };
};

/** After a fault of the desk in telling what came of something that is kept already. */
export const faultAfterKeeping = (reference: string): Message =>
  notice(
    'What you sent is kept, but the desk could not show you what came of it.',
    `Please look it up with /ccm requests, or /ccm people; if it is not there, give the ISU or an admin the reference ${reference}.`,
  );

/** While the database is away: nothing was kept, `typed` says what became of what was typed, and it is to be done once more. */
export const unkept = (reference: string, typed: string | null): Message =>
  notice(
    'The desk does not reach its record at this moment; nothing was changed.',
    `${typed === null ? '' : `${clamp(typed, MOST_TYPED)}. `}Please do it once more in a minute; if it happens again, give the ISU or an admin the reference ${reference}.`,
  );

/** Why Slack did not take something: its own code, which an admin can look up; where it gave none, that it did not answer. */
export const slackSaid = (error: string | null): string =>
  error !== null && /^[a-z][a-z_]+$/.test(error) ? `Slack said ${error}` : 'Slack did not answer';
