import { longDate, shortDate } from '../../blocks/dates.ts';
import type { Carried, Message } from '../../blocks/message.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import type { Answered } from './use-cases.ts';

/** The facts behind the dates that stand in an answer; none where it tells no date of the treaty. */
export function carriedIn({ text, blocks }: Message, { clocks, states }: Answered['facts'], asOf: Day): Carried {
  const words = `${text} ${JSON.stringify(blocks)}`;
  const named = new Set(states.filter(({ shortName }) => words.includes(shortName)).map(({ iso3 }) => iso3));
  const stands = ({ state, due, completed }: Clock): boolean => {
    if (!named.has(state)) return false;
    const end = completed === null ? null : vagueWords(completed);
    return [longDate(due), shortDate(due), ...(end === null ? [] : [end])].some((date) => words.includes(date));
  };
  return { kind: 'answer', asOf, facts: clocks.filter(stands).flatMap(({ facts }) => facts) };
}
