import { type Answer, plainText } from './answer.ts';

/** The stable answer of the command line. */
export const answerJson = (answer: Answer) => ({
  question: answer.question,
  outcome: answer.outcome,
  understood: answer.understood,
  asOf: answer.asOf,
  states: answer.states,
  themes: answer.themes,
  count: answer.count,
  dates: answer.dates,
  uncertain: answer.uncertain,
  text: plainText(answer),
  sources: [...new Set(answer.sources.map(({ source }) => source))],
  suggestions: answer.suggestions,
  language: answer.language,
});
