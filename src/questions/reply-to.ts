import { clamp } from '../blocks/limits.ts';
import { listed } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import { type Answer, blank } from './answer.ts';
import { answerCoordinators } from './answer-coordinators.ts';
import { answerDeadlines } from './answer-deadlines.ts';
import { answerExtensions } from './answer-extensions.ts';
import { answerFigures } from './answer-figures.ts';
import { answerMeetings } from './answer-meetings.ts';
import { answerNeeds } from './answer-needs.ts';
import { answerRule } from './answer-rules.ts';
import { answerStanding } from './answer-standing.ts';
import { answerStates } from './answer-states.ts';
import type { Facts } from './facts.ts';
import type { NameBook } from './names.ts';
import type { Question, Reading } from './question.ts';
import { LONGEST_QUESTION } from './understand.ts';

/** Questions that work on the starting record, offered where one was not understood. */
export const EXAMPLES: readonly string[] = [
  'which states need victim assistance?',
  'deadlines of Lebanon',
  'is Chad a State Party?',
];

const MOST_WORDS = 6;
const LONGEST_WORD = 30;

/** A word as it was typed; the id by which Slack writes a person or channel says nothing to anybody. */
const quoted = (word: string, text: string): string =>
  text.includes(`<@${word}`) || text.includes(`<#${word}`) ? 'a mention' : `“${clamp(word, LONGEST_WORD)}”`;

/** The answer to an understood question. */
export function answerTo(text: string, question: Question, facts: Facts): Answer {
  switch (question.about) {
    case 'needs':
      return answerNeeds(text, question, facts);
    case 'deadlines':
      return answerDeadlines(text, question, facts);
    case 'standing':
      return answerStanding(text, question, facts);
    case 'states':
      return answerStates(text, question, facts);
    case 'extensions':
      return answerExtensions(text, question, facts);
    case 'rules':
      return answerRule(text, question, facts.asOf);
    case 'meetings':
      return answerMeetings(text, question, facts);
    case 'coordinators':
      return answerCoordinators(text, question, facts);
    case 'figures':
      return answerFigures(text, question, facts);
  }
}

/** The answer to a text that was not understood, or not in one way only; it never guesses. */
export function answerWithout(
  text: string,
  reading: Exclude<Reading, { kind: 'understood' }>,
  book: NameBook,
  asOf: Day,
): Answer {
  const answer = blank(text, asOf);
  switch (reading.kind) {
    case 'ambiguous':
      return { ...answer, outcome: 'ambiguous', lead: reading.why, suggestions: reading.suggestions };
    case 'no_data':
      return {
        ...answer,
        outcome: 'no_data',
        lead: `The record holds nothing on ${reading.subject}`,
        rest: '. That does not mean that there is none.',
      };
    case 'out_of_scope':
      return {
        ...answer,
        outcome: 'out_of_scope',
        lead: `This is about ${reading.subject}`,
        rest: '. The desk answers for the Convention on Cluster Munitions alone.',
      };
    case 'too_long':
      return {
        ...answer,
        outcome: 'not_understood',
        lead: `This is longer than the ${LONGEST_QUESTION} characters of a question`,
        rest: '. Please ask in one sentence.',
        suggestions: EXAMPLES,
      };
    case 'no_such_day':
      return {
        ...answer,
        outcome: 'not_understood',
        lead: `There is no such day: ${reading.text}`,
        rest: '. Please write another date.',
        suggestions: EXAMPLES,
      };
    case 'not_understood': {
      const more = reading.words.length > MOST_WORDS ? ` and ${reading.words.length - MOST_WORDS} more` : '';
      const words =
        reading.words.length === 0
          ? ''
          : `: ${[...new Set(reading.words.slice(0, MOST_WORDS).map((word) => quoted(word, text)))].join(', ')}${more}`;
      const near = reading.nearest.map((state) => book.shortName(state));
      const rest = near.length === 0 ? '.' : `. The nearest names of States are ${listed(near)}.`;
      return {
        ...answer,
        outcome: 'not_understood',
        lead: `The desk did not understand this${words}`,
        rest,
        suggestions: EXAMPLES,
      };
    }
  }
}
