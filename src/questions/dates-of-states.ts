import { capital } from '../blocks/words.ts';
import { entryIntoForce } from '../treaty/entry-into-force.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import { standingOn } from '../treaty/standing.ts';
import type { Answer } from './answer.ts';
import type { AskedDates } from './clocks-for.ts';
import { isDoubtful } from './doubt.ts';
import type { Facts } from './facts.ts';
import type { DeadlinesQuestion } from './question.ts';
import { clockSentence } from './words.ts';

/** The dates of the States named, one paragraph a State; `clocks` are those that fit the question. */
export function datesOfStates(
  { states, form }: DeadlinesQuestion,
  { from, until, only }: AskedDates,
  facts: Facts,
  clocks: readonly Clock[],
): { answer: Partial<Answer>; clocks: readonly Clock[] } {
  const paragraphs = states.toSorted(facts.byProtocol).map((state) => {
    const name = facts.book.shortName(state);
    const own = clocks.filter((clock) => clock.state === state);
    if (own.length === 0)
      return { lead: name, rest: facts.tongue.say`: ${none(state, facts, from !== null || until !== null, only)}.` };
    return datesOfOne(name, own, form === 'count_dates', facts);
  });
  const [first = { lead: '', rest: '' }, ...others] = paragraphs;
  const sure = clocks.filter((clock) => !isDoubtful(clock));
  const dated = (all: readonly Clock[]): Set<Iso3> => new Set(all.map(({ state }) => state));
  const answering = dated(sure);
  return {
    clocks,
    answer: {
      ...first,
      notes: others,
      outcome: clocks.length === 0 ? 'empty' : 'answered',
      states: [...answering].toSorted(),
      uncertain: [...dated(clocks)].filter((state) => !answering.has(state)).toSorted(),
      count: form === 'count_dates' ? clocks.length : form === 'count_states' ? answering.size : null,
      dates: [...new Set(sure.map(({ due }) => due))].toSorted(),
    },
  };
}

/** So few dates of a State are one sentence. */
const FEW = 2;

/** A State's dates: in one sentence, or the next of them and all of them below it. */
function datesOfOne(
  name: string,
  clocks: readonly Clock[],
  isCounted: boolean,
  { asOf, tongue }: Facts,
): { lead: string; rest: string } {
  const { say } = tongue;
  const said = clocks.map((clock) => clockSentence(clock, asOf, tongue));
  if (clocks.length <= FEW && !isCounted) return { lead: say`${name}:`, rest: ` ${said.join('; ')}.` };
  const list = said.map((sentence) => `\n• ${sentence}`).join('');
  if (isCounted)
    return {
      lead: clocks.length === 1 ? say`${name}: 1 date` : say`${name}: ${clocks.length} dates`,
      rest: `.${list}`,
    };
  const next = clocks.find(({ due, status }) => due >= asOf && status !== 'completed');
  const passed = clocks.filter(({ article, status }) => article !== 7 && status === 'overdue');
  const gone = passed.map((clock) => ` ${capital(clockSentence(clock, asOf, tongue))}.`).join('');
  return next === undefined
    ? { lead: say`${name}: no date lies ahead`, rest: `.${gone}${list}` }
    : { lead: say`${name}, next:`, rest: ` ${clockSentence(next, asOf, tongue)}.${gone}${list}` };
}

function none(
  state: Iso3,
  { states, clocks, asOf, tongue: { say } }: Facts,
  inWindow: boolean,
  only: AskedDates['only'],
): string {
  const facts = states.find(({ iso3 }) => iso3 === state);
  const standing = facts === undefined ? 'not_party' : standingOn(facts, asOf);
  if (standing === 'withdrawn') return say`it has withdrawn, so the treaty sets it no date`;
  if (standing === 'signatory' || standing === 'not_party')
    return say`it is not a State Party, so the treaty sets it no date`;
  if (only !== null && clocks.some((clock) => clock.state === state)) return say`no such date of its has passed`;
  if (inWindow && clocks.some((clock) => clock.state === state)) return say`no such date of its lies in that time`;
  return facts?.deposited && entryIntoForce(facts.deposited) > asOf
    ? say`the Convention is not yet in force for it, and no such date is on record`
    : say`no such obligation or date is on record`;
}
