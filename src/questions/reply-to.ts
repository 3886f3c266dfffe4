import { clamp } from '../blocks/limits.ts';
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
import { doubtWords } from './doubt-words.ts';
import type { Facts } from './facts.ts';
import type { NameBook } from './names.ts';
import type { Question, Reading } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';
import { LONGEST_QUESTION } from './understand.ts';

/** Questions that work on the starting record, offered where one was not understood. */
export const examplesIn = ({ say }: Tongue): readonly string[] => [
  say`which states need victim assistance?`,
  say`deadlines of Lebanon`,
  say`is Chad a State Party?`,
];

const MOST_WORDS = 6;
const LONGEST_WORD = 30;

/** A word as it was typed; the id by which Slack writes a person or channel says nothing to anybody. */
const quoted = (word: string, text: string, { say }: Tongue): string =>
  text.includes(`<@${word}`) || text.includes(`<#${word}`) ? say`a mention` : say`“${clamp(word, LONGEST_WORD)}”`;

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
      return answerRule(text, question, facts);
    case 'meetings':
      return answerMeetings(text, question, facts);
    case 'coordinators':
      return answerCoordinators(text, question, facts);
    case 'figures':
      return answerFigures(text, question, facts);
  }
}

type Without = Exclude<Reading, { kind: 'understood' }>;

/** The answer to a text that was not understood, or not in one way only; it never guesses. */
export function answerWithout(
  text: string,
  reading: Without,
  { book, asOf, tongue }: Pick<Facts, 'book' | 'asOf' | 'tongue'>,
): Answer {
  const { say, known } = tongue;
  const answer = blank(text, { asOf, tongue });
  const examples = examplesIn(tongue);
  switch (reading.kind) {
    case 'ambiguous': {
      const { why, suggestions } = doubtWords(reading.doubt, book, tongue);
      return { ...answer, outcome: 'ambiguous', lead: why, suggestions };
    }
    case 'no_data':
      return {
        ...answer,
        outcome: 'no_data',
        lead: say`The record holds nothing on ${known(reading.subject)}`,
        rest: say`. That does not mean that there is none.`,
      };
    case 'out_of_scope':
      return {
        ...answer,
        outcome: 'out_of_scope',
        lead: say`This is about ${known(reading.subject)}`,
        rest: say`. The desk answers for the Convention on Cluster Munitions alone.`,
      };
    case 'too_long':
      return {
        ...answer,
        outcome: 'not_understood',
        lead: say`This is longer than the ${LONGEST_QUESTION} characters of a question`,
        rest: say`. Please ask in one sentence.`,
        suggestions: examples,
      };
    case 'no_such_day':
      return {
        ...answer,
        outcome: 'not_understood',
        lead: say`There is no such day: ${reading.text}`,
        rest: say`. Please write another date.`,
        suggestions: examples,
      };
    case 'not_understood':
      return {
        ...answer,
        outcome: 'not_understood',
        ...notUnderstood(text, reading, book, tongue),
        suggestions: examples,
      };
  }
}

function notUnderstood(
  text: string,
  { words, nearest }: Extract<Reading, { kind: 'not_understood' }>,
  book: NameBook,
  tongue: Tongue,
): Pick<Answer, 'lead' | 'rest'> {
  const { say } = tongue;
  const shown = [...new Set(words.slice(0, MOST_WORDS).map((word) => quoted(word, text, tongue)))].join(', ');
  const more = words.length > MOST_WORDS ? say` and ${words.length - MOST_WORDS} more` : '';
  const near = nearest.map((state) => book.shortName(state));
  return {
    lead:
      words.length === 0
        ? say`The desk did not understand this`
        : say`The desk did not understand this: ${shown}${more}`,
    rest: near.length === 0 ? '.' : say`. The nearest names of States are ${tongue.listed(near)}.`,
  };
}
