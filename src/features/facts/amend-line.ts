import { escapeText } from '../../blocks/mrkdwn.ts';

/** What is struck in a line, and what takes its place. */
export interface Mark {
  /** Short name of the State. */
  state: string;
  /** How the old date may stand there, the longest first. */
  shown: readonly string[];
  now: string;
  /** "19 Nov": the day of the correction. */
  on: string;
}

const literally = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where States are named in a line, longer names before those that are part of them: Guinea-Bissau is not Guinea. */
function namedIn(line: string, names: readonly string[]): readonly { name: string; at: number }[] {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(literally);
  const shape = new RegExp(`(?<![\\p{L}-])(?:${longestFirst.join('|')})(?![\\p{L}-])`, 'gu');
  return [...line.matchAll(shape)].map(({ 0: name, index }) => ({ name, at: index }));
}

/** The first of `dates` after `from`, a weekday before it included. */
function dateIn(
  line: string,
  dates: readonly string[],
  from: number,
  until: number,
): { at: number; text: string } | null {
  for (const date of dates) {
    const shape = new RegExp(`(?<!\\d)(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) )?${literally(date)}(?!\\d| \\d{4})`, 'g');
    shape.lastIndex = from;
    const found = shape.exec(line);
    if (found !== null && found.index < until) return { at: found.index, text: found[0] };
  }
  return null;
}

/**
 * The line with the old date of one State struck and the new one beside it. Where several States share the date, it stays
 * and the correction stands beside the name. Null where the line does not hold the State's old date.
 */
export function amendedLine(line: string, mark: Mark, names: readonly string[], mrkdwn: boolean): string | null {
  const named = namedIn(line, names);
  const own = named.findIndex(({ name }) => name === mark.state);
  const first = named[own];
  if (first === undefined) return null;
  const after = first.at + first.name.length;
  const now = mrkdwn ? escapeText(mark.now).text : mark.now;
  const alone = named.every(({ name }) => name === mark.state);
  const aside = asideOf(line, after);
  const inside = alone ? dateIn(line, mark.shown, 0, line.length) : aside && dateIn(line, mark.shown, after, aside);
  if (inside) {
    const struck = mrkdwn
      ? `~${inside.text}~ → ${now} (corrected ${mark.on})`
      : `${now} (corrected ${mark.on}, before: ${inside.text})`;
    return `${line.slice(0, inside.at)}${struck}${line.slice(inside.at + inside.text.length)}`;
  }
  // The date belongs to other States too.
  if (alone || dateIn(line, mark.shown, after, line.length) === null) return null;
  const end = mrkdwn && line[after] === '*' ? after + 1 : after;
  return `${line.slice(0, end)} (corrected ${mark.on}: ${now})${line.slice(end)}`;
}

/** The end of the parenthesis that follows a name at once: what is said of that State alone; null where there is none. */
function asideOf(line: string, after: number): number | null {
  const [opening] = /^\*?\s*\(/.exec(line.slice(after)) ?? [];
  const end = opening === undefined ? -1 : line.indexOf(')', after);
  return end === -1 ? null : end;
}
