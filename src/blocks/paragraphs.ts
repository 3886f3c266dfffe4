import type { SectionBlock } from '@slack/types';
import { plain, section } from './build.ts';
import { LIMITS, lengthOf } from './limits.ts';
import { join, type Mrkdwn, visible } from './mrkdwn.ts';

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

/** A text of any length exactly as somebody wrote it: nothing in it is formatted, and it is broken between words where there are any. */
export function longText(text: string): SectionBlock[] {
  const pieces: string[] = [];
  for (let rest = visible(text).trim(); rest !== ''; ) {
    const piece = beginningOf(rest);
    pieces.push(piece);
    rest = rest.slice(piece.length).trimStart();
  }
  return pieces.map((piece) => ({ type: 'section', text: plain(piece, LIMITS.sectionText) }));
}

/** As much of `text` as one section holds. */
function beginningOf(text: string): string {
  const points = [...text];
  if (points.length <= LIMITS.sectionText) return text;
  const most = points.slice(0, LIMITS.sectionText).join('');
  const gap = most.search(/\s\S*$/);
  return gap > 0 ? most.slice(0, gap) : most;
}
