import { longDate } from '../blocks/dates.ts';
import type { Day } from '../treaty/day.ts';
import { type Answer, blank } from './answer.ts';
import type { RuleQuestion } from './question.ts';
import { RULE_TEXTS } from './rule-texts.ts';

/** Answers what the treaty itself says, with its article. */
export function answerRule(text: string, { rule }: RuleQuestion, asOf: Day): Answer {
  const { article, lead, rest, themes, dates } = RULE_TEXTS[rule];
  const source = `Convention on Cluster Munitions, Article ${article}`;
  return {
    ...blank(text, asOf),
    understood: `What the Convention says (Article ${article}) · as of ${longDate(asOf)}`,
    themes,
    dates: dates ?? [],
    lead,
    rest,
    sourceNote: source,
    sources: [{ fact: `${lead}${rest}`, source, confidence: 'high' }],
  };
}
