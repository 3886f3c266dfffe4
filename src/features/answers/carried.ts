import type { Carried, Message } from '../../blocks/message.ts';
import { completedWords } from '../../questions/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import type { Answered } from './asking.ts';

/** The facts behind the dates that stand in an answer; none where it tells no date of the treaty. */
export function carriedIn(
  { text, blocks }: Message,
  { clocks, states, book, tongue }: Answered['facts'],
  asOf: Day,
): Carried {
  const words = `${text} ${JSON.stringify(blocks)}`;
  const named = new Set(states.filter(({ iso3 }) => words.includes(book.shortName(iso3))).map(({ iso3 }) => iso3));
  const stands = ({ state, due, completed }: Clock): boolean => {
    if (!named.has(state)) return false;
    const end = completed === null ? [] : [completedWords(completed, tongue)];
    return [tongue.long(due), tongue.seen(asOf, due), tongue.inText(asOf, due), ...end].some((date) =>
      words.includes(date),
    );
  };
  return { kind: 'answer', asOf, facts: clocks.filter(stands).flatMap(({ facts }) => facts) };
}
