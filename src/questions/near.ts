import { distance } from 'fastest-levenshtein';

/** Whether two words differ by one slip of the keyboard: a letter too many, missing, wrong, or two changed about. */
export function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  if (distance(a, b) <= 1) return true;
  if (a.length !== b.length) return false;
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

const LONG = 9;

/** Whether `typed` is `word` mistyped: its first letter is right, and there is one slip, in long words two. */
export const isMistyped = (typed: string, word: string): boolean =>
  typed[0] === word[0] &&
  (isOneSlip(typed, word) || (Math.min(typed.length, word.length) >= LONG && distance(typed, word) <= 2));
