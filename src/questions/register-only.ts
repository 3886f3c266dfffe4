import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import type { Asked, Question } from './question.ts';

/** Whether a question is about what only the register tells of requests: their status, or whether they have an owner. */
export function isOfRegister(question: Question): boolean {
  if (question.about === 'needs') return narrows(question.asked);
  return (
    question.about === 'states' && question.filters.some((filter) => filter.is === 'asked' && narrows(filter.asked))
  );
}

const narrows = ({ status, unowned, owned }: Asked): boolean => status !== null || unowned || owned;

/** The answer to it for whoever does not read the register, and for everybody where others read along. */
export const forRegisterAlone = (text: string, facts: Pick<Facts, 'asOf' | 'tongue'>): Answer => ({
  ...blank(text, facts),
  outcome: 'out_of_scope',
  lead: facts.tongue.say`Status and owner of requests are for coordinators and the ISU`,
  rest: facts.tongue.say`. They ask the desk alone; everybody may ask what States have published.`,
});
