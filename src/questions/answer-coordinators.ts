import { sourceTitle } from '../blocks/source-words.ts';
import type { Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { coordinating, type Holding } from './coordinating.ts';
import type { Facts } from './facts.ts';
import type { CoordinatingRole, CoordinatorsQuestion } from './question.ts';

const THEMES: Partial<Record<CoordinatingRole, readonly Theme[]>> = {
  clearance: ['SURVEY_AND_CLEARANCE', 'RISK_REDUCTION_EDUCATION'],
  stockpile: ['STOCKPILE_DESTRUCTION'],
  victim_assistance: ['VICTIM_ASSISTANCE'],
  transparency: ['TRANSPARENCY'],
  national_implementation: ['NATIONAL_IMPLEMENTATION'],
  analysis_3: ['STOCKPILE_DESTRUCTION'],
  analysis_4: ['SURVEY_AND_CLEARANCE'],
  analysis: ['STOCKPILE_DESTRUCTION', 'SURVEY_AND_CLEARANCE'],
};

const ROLE_WORDS: Readonly<Record<CoordinatingRole, string>> = {
  cooperation: 'international cooperation and assistance',
  clearance: 'clearance and risk reduction education',
  stockpile: 'stockpile destruction and retention',
  victim_assistance: 'victim assistance',
  universalization: 'universalization',
  transparency: 'transparency measures',
  national_implementation: 'national implementation measures',
  general_status: 'general status and operation',
  presidency: 'the presidency',
  analysis_3: 'the Analysis Group for Article 3',
  analysis_4: 'the Analysis Group for Article 4',
  analysis: 'the Analysis Groups',
};

/** Answers who coordinates a theme, presides, or sits on an Analysis Group. */
export function answerCoordinators(
  text: string,
  { role, states, year, form }: CoordinatorsQuestion,
  facts: Facts,
): Answer {
  const { book, byProtocol, asOf, tongue } = facts;
  const { say, known } = tongue;
  const all = coordinating(role, year, facts);
  const held =
    states.length === 0 ? all : all.filter((holding) => holding.states.some((state) => states.includes(state)));
  const of = [...new Set(held.flatMap((holding) => holding.states))].filter(
    (state) => states.length === 0 || states.includes(state),
  );
  const names = (holding: Holding): string =>
    holding.states
      .toSorted(byProtocol)
      .map((state) => book.shortName(state))
      .join(', ');
  const lines = held.map(
    (holding) =>
      say`${names(holding)}: ${known(ROLE_WORDS[holding.role])}, ${holding.term.period}${holding.term.confidence === 'high' ? '' : say` (inferred)`}`,
  );
  const what = known(role === null ? 'coordination' : ROLE_WORDS[role]);
  const answer: Answer = {
    ...blank(text, facts),
    understood: `${year === null ? say`Who holds ${what}` : say`Who holds ${what} in ${year}`} · ${say`as of ${tongue.long(asOf)}`}`,
    themes: role === null ? [] : (THEMES[role] ?? []),
    sourceNote: [...new Set(held.map(({ term }) => sourceTitle(term.source, asOf)))].slice(0, 3).map(known).join('; '),
    sources: held.map((holding) => ({
      fact: `${names(holding)} · ${holding.term.theme} · ${holding.term.period}`,
      source: holding.term.source,
      confidence: holding.term.confidence,
    })),
  };
  if (held.length === 0) {
    const asked = states.map((state) => book.shortName(state)).join(', ');
    return {
      ...answer,
      outcome: 'empty',
      count: 0,
      lead: asked === '' ? say`Who held ${what} is not on record` : say`${asked}: no such role on record`,
      rest: '.',
    };
  }
  const [first = '', ...others] = lines;
  return {
    ...answer,
    states: of.toSorted(),
    count: form === 'what' ? held.length : of.length,
    lead: form === 'yes_no' ? say`Yes: ${first}` : first,
    rest: others.length === 0 ? '.' : `;\n${others.join(';\n')}.`,
  };
}
