import type { Answer } from './answer.ts';
import type { Facts } from './facts.ts';
import { needsStanding } from './needs-known.ts';
import { sharedYear, themeNames } from './needs-words.ts';
import type { Question } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

/** In one sentence, as a list, or as a table whose cells are apart by tabs, as Word takes it. */
export const COPY_FORMS = ['sentence', 'list', 'table'] as const;
export type CopyForm = (typeof COPY_FORMS)[number];

// How a document is cited in full.
const CITED: Readonly<Record<string, string>> = {
  "coordinators' concept note, Nov 2019":
    'concept note of the Coordinators on International Cooperation and Assistance',
};

/** An answer as text for a letter or report; names of States are those of `facts`, in UN English alphabetical order. */
export function copyText(answer: Answer, question: Question, facts: Facts, form: CopyForm): string {
  const { tongue, book, byProtocol } = facts;
  const names = answer.states.toSorted(byProtocol).map((state) => book.shortName(state));
  const source = sourceOf(answer, facts);
  if (form === 'table' && answer.table !== null)
    return [answer.table.heads, ...answer.table.rows].map((row) => row.join('\t')).join('\n');
  if (form !== 'sentence' && names.length > 0)
    return [`${answer.lead}:`, ...names.map((name) => (form === 'list' ? `– ${name}` : name)), source].join('\n');
  const asked = question.about === 'needs' ? requested(question, names, yearOf(question, answer, facts), tongue) : null;
  return `${asked ?? `${answer.lead}${answer.rest}`.replaceAll('\n', ' ')} ${source}`;
}

function sourceOf({ sources, sourceNote, asOf }: Answer, { tongue: { say, known, long } }: Facts): string {
  const title = sources[0]?.source ?? sourceNote;
  const cited = known(CITED[title] ?? title.split(' · ')[0] ?? title);
  return say`(Source: ${cited}, as of ${long(asOf)}.)`;
}

/** The reporting year that all requests of the answer share. */
const yearOf = ({ asked }: Extract<Question, { about: 'needs' }>, { states }: Answer, facts: Facts): number | null =>
  asked.year ??
  sharedYear(
    needsStanding(facts, null).filter(({ state, theme }) => states.includes(state) && asked.themes.includes(theme)),
  );

/** "In their Article 7 transparency reports for 2018, nine States Parties requested …"; null for any other question. */
function requested(
  { asked, form }: Extract<Question, { about: 'needs' }>,
  names: readonly string[],
  year: number | null,
  tongue: Tongue,
): string | null {
  const { say, listed } = tongue;
  const { themes, combine, exclude, status, unowned, owned, olderThan, amount } = asked;
  const [theme, another] = themes;
  const narrowed = exclude.length > 0 || status !== null || unowned || owned || olderThan !== null || amount !== null;
  if (
    year === null ||
    form !== 'list' ||
    names.length < 2 ||
    theme === undefined ||
    another !== undefined ||
    narrowed ||
    combine !== 'any'
  )
    return null;
  const count = tongue.number(names.length);
  const what = themeNames([theme], tongue);
  return say`In their Article 7 transparency reports for ${year}, ${count} States Parties requested international cooperation and assistance for ${what} obligations: ${listed(names)}.`;
}
