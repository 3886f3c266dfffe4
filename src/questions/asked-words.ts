import { numberWord } from '../blocks/words.ts';
import { themeNames } from './needs-words.ts';
import type { Asked } from './question.ts';

const STATUS_WORDS: Readonly<Record<string, string>> = { in_progress: 'in progress', on_hold: 'on hold' };

/** What was asked for, after "asked for help": " with victim assistance alone", " with clearance, not with RRE". */
export function askedFor({ themes, combine, exclude, amount }: Asked): string {
  const all = combine === 'all' && themes.length > 1;
  const names = themeNames(themes, combine === 'any' ? 'or' : 'and');
  const what =
    themes.length === 0
      ? ''
      : ` with ${all && themes.length === 2 ? 'both ' : ''}${names}${combine === 'only' ? ' alone' : ''}`;
  const but = exclude.length === 0 ? '' : `${what === '' ? '' : ','} not with ${themeNames(exclude, 'or')}`;
  return `${what}${but}${amount === null ? '' : ` with ${amountWords(amount)}`}`;
}

function amountWords({ least, most }: NonNullable<Asked['amount']>): string {
  if (most === least) return least === 1 ? 'one theme' : `${numberWord(least)} themes`;
  return most === null
    ? `at least ${numberWord(least)} themes`
    : `at most ${numberWord(most)} ${most === 1 ? 'theme' : 'themes'}`;
}

/** What narrows the requests themselves, as "Understood" lists it: status, owner, age. */
export const narrowedTo = ({ status, unowned, olderThan }: Asked): readonly string[] => [
  ...(status === null ? [] : [status === 'open' ? 'open requests' : `status: ${STATUS_WORDS[status] ?? status}`]),
  ...(unowned ? ['without an owner'] : []),
  ...(olderThan === null ? [] : [`older than ${olderThan} days`]),
];

/** Whether nothing but themes narrows what is asked: then a number that a source states may be about it. */
export const isPlain = ({ exclude, combine, status, unowned, olderThan, amount, themes }: Asked): boolean =>
  exclude.length === 0 &&
  combine !== 'only' &&
  status === null &&
  !unowned &&
  olderThan === null &&
  amount === null &&
  themes.length < 2;
