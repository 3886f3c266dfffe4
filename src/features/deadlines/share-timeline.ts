import { longDate } from '../../blocks/dates.ts';
import { clamp, lengthOf } from '../../blocks/limits.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import type { Press } from '../../desk/describe.ts';
import type { DeskFile, FilePlace, Files } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { altOf, LONGEST_ALT } from '../../pictures/alt.ts';
import { pngOf, timelineSvg } from '../../pictures/draw.ts';
import type { Timeline } from '../../pictures/timeline.ts';
import type { DatesAnswer } from './answer-dates.ts';
import { timelineOf } from './timeline.ts';

type Found = Extract<DatesAnswer, { kind: 'dates' }>;

/**
 * Draws an answer and gives the picture to Slack: into the thread of the message whose button was pressed, or, where only one
 * person sees that message, to this person as a direct message.
 */
export async function shareTimeline({ dates, asked }: Found, { actor, message }: Press, files: Files): Promise<Reply> {
  const timeline = timelineOf(dates, asked.understood);
  const file: DeskFile = {
    name: `timeline-${dates.asOf}.png`,
    title: `Timeline as of ${longDate(dates.asOf)}`,
    bytes: await pngOf(await timelineSvg(timeline)),
    alt: altOf(timeline),
  };
  const to: FilePlace =
    message === null ? { person: actor.slackId } : { channel: message.channel, thread: message.thread ?? message.ts };
  const shared = await files.share(to, file, introduction(timeline, asked.question));
  if (!shared.ok) return say(refusal(shared.error, shared.retry));
  return message === null
    ? say(notice('The timeline is in your direct message with the desk.', 'Only you see it there.'))
    : { kind: 'nothing' };
}

/** What stands over the picture; in words what its description has no room for. */
function introduction(timeline: Timeline, question: string): Mrkdwn {
  const words = altOf(timeline, LONGEST_WORDS);
  const told = lengthOf(words) <= LONGEST_ALT ? '' : `\n${words}`;
  return md`*Timeline* · ${timeline.subtitle}${told}\nThe same as a list: \`/ccm deadlines ${clamp(question, 500)}\``;
}

const LONGEST_WORDS = 2_500;

/** What became of the picture, and what to do: the dates themselves have been told already. */
function refusal(error: string, retry: boolean) {
  const what = 'Slack did not take the timeline; the dates above are the same in words.';
  if (error === 'missing_scope')
    return notice(what, 'An admin adds the permission files:write by installing the app again from its manifest.');
  if (error === 'not_in_channel' || error === 'channel_not_found')
    return notice(what, 'The desk is not in this channel: invite it, or ask for the timeline in its direct message.');
  return notice(what, retry ? 'Please press Timeline once more.' : `Slack's word for it: ${error}.`);
}
