import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { numberWord } from '../blocks/words.ts';
import { THEME_WORDS } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import type { Facts, KnownFigure } from './facts.ts';
import { ANY_STATE, answering } from './needs-known.ts';
import type { FiguresQuestion } from './question.ts';

/** Answers what numbers a source states, and where they differ from the names it gives: nobody fills in the missing name. */
export function answerFigures(text: string, { theme, form }: FiguresQuestion, facts: Facts): Answer {
  const known = facts.figures.filter((figure) => figure.asOf <= facts.asOf);
  const differing = known.filter(({ named, stated }) => named !== null && named !== stated);
  const of =
    form === 'discrepancy' ? differing : form === 'named' ? known.filter((figure) => figure.theme === theme) : known;
  const found = theme === null ? of : of.filter((figure) => figure.theme === theme);
  const answer: Answer = {
    ...blank(text, facts.asOf),
    understood: `${form === 'discrepancy' ? 'Numbers that differ from their names' : 'Numbers that a source states'}${theme === null ? '' : ` for ${THEME_WORDS[theme].name}`} · as of ${longDate(facts.asOf)}`,
    themes: theme === null ? [] : [theme],
    sourceNote: [...new Set(found.map(({ source }) => sourceTitle(source)))].join('; '),
    sources: found.map((figure) => ({ fact: sentence(figure), source: figure.source, confidence: 'high' })),
  };
  if (known.length === 0) return { ...answer, outcome: 'no_data', lead: 'No stated number is on record', rest: '.' };
  const [first, ...others] = found;
  if (first === undefined)
    return { ...answer, outcome: 'empty', count: 0, lead: 'No such number differs from its names', rest: '.' };
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
      ? `The source says ${numberWord(first.stated)} and names ${numberWord(first.named ?? 0)}`
      : sentence(first),
    rest: odd
      ? ` for ${first.theme === null ? 'this' : THEME_WORDS[first.theme].name}: ${names.join(', ')}. The desk does not guess the missing name.`
      : form === 'named'
        ? `: ${names.join(', ')}.`
        : `.${others.map((figure) => `\n${sentence(figure)}.`).join('')}`,
  };
}

const sentence = ({ stated, named, theme, reportingYear, subject }: KnownFigure): string => {
  const what = theme === null ? subject : `asked for help with ${THEME_WORDS[theme].name}`;
  return `${stated} stated${named === null ? ', no names given' : `, ${named} named`}: ${what}${reportingYear === null ? '' : ` (${reportingYear} reports)`}`;
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
          olderThan: null,
          amount: null,
        },
        ANY_STATE,
      ).states;
