import { themeNames } from './needs-words.ts';
import type { Asked } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

const STATUS_WORDS: Readonly<Record<string, string>> = { in_progress: 'in progress', on_hold: 'on hold' };

/** What was asked for, after "asked for help": " with victim assistance alone", " with clearance, not with RRE". */
export function askedFor({ themes, combine, exclude, amount }: Asked, tongue: Tongue): string {
  const { say } = tongue;
  const names = themeNames(themes, tongue, combine === 'any' ? 'or' : 'and');
  const what =
    themes.length === 0
      ? ''
      : combine === 'only'
        ? say` with ${names} alone`
        : combine === 'all' && themes.length === 2
          ? say` with both ${names}`
          : say` with ${names}`;
  const left = themeNames(exclude, tongue, 'or');
  const but = exclude.length === 0 ? '' : what === '' ? say` not with ${left}` : say`, not with ${left}`;
  return `${what}${but}${amount === null ? '' : ` ${amountWords(amount, tongue)}`}`;
}

function amountWords({ least, most }: NonNullable<Asked['amount']>, { say, number }: Tongue): string {
  if (most === least) return least === 1 ? say`with one theme` : say`with ${number(least)} themes`;
  if (most === null) return least === 1 ? say`with at least one theme` : say`with at least ${number(least)} themes`;
  return most === 1 ? say`with at most one theme` : say`with at most ${number(most)} themes`;
}

/** What narrows the requests themselves, as "Understood" lists it: status, owner, age. */
export const narrowedTo = ({ status, unowned, owned, olderThan }: Asked, { say, known }: Tongue): readonly string[] => [
  ...(status === null
    ? []
    : [status === 'open' ? say`open requests` : say`status: ${known(STATUS_WORDS[status] ?? status)}`]),
  ...(unowned ? [say`without an owner`] : []),
  ...(owned ? [say`with an owner`] : []),
  ...(olderThan === null ? [] : [say`older than ${olderThan} days`]),
];

/** Whether nothing but themes narrows what is asked: then a number that a source states may be about it. */
export const isPlain = ({ exclude, combine, status, unowned, owned, olderThan, amount, themes }: Asked): boolean =>
  exclude.length === 0 &&
  combine !== 'only' &&
  status === null &&
  !unowned &&
  !owned &&
  olderThan === null &&
  amount === null &&
  themes.length < 2;
