import type { TypedWords } from '../../protocol.ts';
import type { Completion } from '../elements/entry.ts';

const MOST = 8;

/** Slack does not do this: it knows the command, and nothing of what follows it. */
const ONLY_HERE = 'Only in the sandbox: Slack completes the command alone';

/** Letters that must be typed before the name of a State is offered where other words may stand as well. */
const ENOUGH = 3;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The States whose name begins with what was typed from `from` on; one whose whole name stands there needs no completing. */
function statesFrom(text: string, from: number, states: readonly string[]): Completion | null {
  const typed = folded(text.slice(from));
  const found = states.filter((state) => folded(state).startsWith(typed));
  if (typed === '' || found.length === 0 || found.some((state) => folded(state) === typed)) return null;
  const entries = found.slice(0, MOST).map((state) => ({ key: `${state} `, text: state, group: ONLY_HERE }));
  return { from, entries };
}

/** Where each word of `rest` begins. */
const beginnings = (rest: string): number[] => [...rest.matchAll(/(?<=^|\s)\S/gu)].map(({ index }) => index);

/** What a line that begins with the app's command could become at its end: a verb, then a State where the verb takes one. */
export function wordsAt(before: string, command: string, { verbs, states }: TypedWords): Completion | null {
  const from = command.length + 1;
  const [, word = '', blank = '', rest = ''] = /^(\S*)(\s*)([\s\S]*)$/u.exec(before.slice(from)) ?? [];
  if (blank === '') {
    const found = verbs.filter(({ verb }) => verb.startsWith(word.toLowerCase()));
    if (word === '' || found.length === 0 || found.some(({ verb }) => verb === word.toLowerCase())) return null;
    const entries = found.slice(0, MOST).map(({ verb, usage, about }) => ({
      key: `${verb} `,
      text: `${verb} ${usage}`.trim(),
      about,
      group: ONLY_HERE,
    }));
    return { from, entries };
  }
  const typed = word.toLowerCase();
  const usage = verbs.find(({ verb, also }) => verb === typed || also.includes(typed))?.usage ?? '';
  const start = before.length - rest.length;
  if (usage.startsWith('[State]')) return statesFrom(before, start, states);
  if (!/\bState\b/.test(usage)) return null;
  for (const at of beginnings(rest)) {
    if (rest.length - at < ENOUGH) return null;
    const found = statesFrom(before, start + at, states);
    if (found !== null) return found;
  }
  return null;
}
