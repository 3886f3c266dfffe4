import { sourceTitle } from '../blocks/source-words.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts, KnownFigure } from './facts.ts';
import { ANY_STATE, answering } from './needs-known.ts';
import { themeNames } from './needs-words.ts';
import type { FiguresQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

/** Answers what numbers a source states, and where they differ from the names it gives: nobody fills in the missing name. */
export function answerFigures(text: string, { theme, form }: FiguresQuestion, facts: Facts): Answer {
  const { tongue } = facts;
  const { say, number } = tongue;
  const known = facts.figures.filter((figure) => figure.asOf <= facts.asOf);
  const differing = known.filter(({ named, stated }) => named !== null && named !== stated);
  const of =
    form === 'discrepancy' ? differing : form === 'named' ? known.filter((figure) => figure.theme === theme) : known;
  const found = theme === null ? of : of.filter((figure) => figure.theme === theme);
  const answer: Answer = {
    ...blank(text, facts),
    understood: [
      `${form === 'discrepancy' ? say`Numbers that differ from their names` : say`Numbers that a source states`}${theme === null ? '' : say` for ${themeNames([theme], tongue)}`}`,
      say`as of ${tongue.long(facts.asOf)}`,
    ].join(' · '),
    themes: theme === null ? [] : [theme],
    sourceNote: [...new Set(found.map(({ source }) => tongue.known(sourceTitle(source))))].join('; '),
    sources: found.map((figure) => ({ fact: sentence(figure, tongue), source: figure.source, confidence: 'high' })),
  };
  if (known.length === 0) return { ...answer, outcome: 'no_data', lead: say`No stated number is on record`, rest: '.' };
  const [first, ...others] = found;
  if (first === undefined)
    return { ...answer, outcome: 'empty', count: 0, lead: say`No such number differs from its names`, rest: '.' };
  const states = [...new Set(found.flatMap((figure) => namesOf(figure, facts)))].toSorted();
  const names = states.toSorted(facts.byProtocol).map((state) => facts.book.shortName(state));
  const odd = form === 'discrepancy';
  const themes = [...new Set(found.flatMap((figure) => figure.theme ?? []))];
  return {
    ...answer,
    states: form === 'stated' && theme === null ? [] : states,
    themes: theme === null && form !== 'stated' ? themes : answer.themes,
    count: odd ? null : form === 'named' ? (first.named ?? first.stated) : found.length,
    lead: odd
      ? say`The source says ${number(first.stated)} and names ${number(first.named ?? 0)}`
      : sentence(first, tongue),
    rest: odd
      ? first.theme === null
        ? say`: ${names.join(', ')}. The desk does not guess the missing name.`
        : say` for ${themeNames([first.theme], tongue)}: ${names.join(', ')}. The desk does not guess the missing name.`
      : form === 'named'
        ? say`: ${names.join(', ')}.`
        : `.${others.map((figure) => `\n${sentence(figure, tongue)}.`).join('')}`,
  };
}

const sentence = ({ stated, named, theme, reportingYear, subject }: KnownFigure, tongue: Tongue): string => {
  const { say } = tongue;
  const what = theme === null ? tongue.known(subject) : say`asked for help with ${themeNames([theme], tongue)}|many`;
  const years = reportingYear === null ? '' : say` (${reportingYear} reports)`;
  return named === null
    ? say`${stated} stated, no names given: ${what}${years}`
    : say`${stated} stated, ${named} named: ${what}${years}`;
};

/** The States that the record names for a number: those that asked for its theme in that year. */
const namesOf = ({ theme, reportingYear, named }: KnownFigure, facts: Facts): readonly string[] =>
  named === null
    ? []
    : answering(
        facts,
        {
          themes: theme === null ? [] : [theme],
          combine: 'any',
          exclude: [],
          year: reportingYear,
          status: null,
          unowned: false,
          owned: false,
          olderThan: null,
          amount: null,
        },
        ANY_STATE,
      ).states;
