import type { SectionBlock } from '@slack/types';
import { section } from './build.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { join, type Mrkdwn } from './mrkdwn.ts';

/** One line after the other, in as few paragraphs as Slack's limit for a section allows. */
export function paragraphs(lines: readonly Mrkdwn[]): SectionBlock[] {
  const whole: Mrkdwn[][] = [];
  let length = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    length += lengthOf(line.text) + 1;
    if (length > LIMITS.sectionText) {
      whole.push([]);
      length = lengthOf(line.text);
    }
    whole.at(-1)?.push(line);
  }
  return whole.map((each) => section(join(each, '\n')));
}
