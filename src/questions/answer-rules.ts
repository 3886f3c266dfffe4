import { type Answer, blank } from './answer.ts';
import type { Facts } from './facts.ts';
import type { RuleQuestion } from './question.ts';
import { RULE_TEXTS } from './rule-texts.ts';
import { RULES_SAID } from './tongue/tongues.ts';

/** Answers what the treaty itself says, with its article. */
export function answerRule(text: string, { rule }: RuleQuestion, facts: Pick<Facts, 'asOf' | 'tongue'>): Answer {
  const { article, themes, dates, ...english } = RULE_TEXTS[rule];
  const { say, long, language } = facts.tongue;
  const [lead, rest] = RULES_SAID[language]?.[rule] ?? [english.lead, english.rest];
  const source = say`Convention on Cluster Munitions, Article ${article}`;
  return {
    ...blank(text, facts),
    understood: `${say`What the Convention says (Article ${article})`} · ${say`as of ${long(facts.asOf)}`}`,
    themes,
    dates: dates ?? [],
    lead,
    rest,
    sourceNote: source,
    sources: [{ fact: `${lead}${rest}`, source, confidence: 'high' }],
  };
}
