import type { Iso3 } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import type { AnswerTable } from './answer.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { needsStanding } from './needs-known.ts';
import { themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';
import { deadlineCell } from './words.ts';

/** Of each State its other themes, and the date it works towards. */
export function tableOfNeeds(
  { asked: { themes, status } }: NeedsQuestion,
  facts: Facts,
  states: readonly Iso3[],
  year: number | null,
  found: readonly KnownNeed[],
): Omit<AnswerTable, 'caption'> {
  const { tongue } = facts;
  const { say, known } = tongue;
  // Of requests in one status nothing is told of those that are not.
  const all = status === null ? needsStanding(facts, year) : found;
  const [kind, article] = themes.includes('STOCKPILE_DESTRUCTION')
    ? (['stockpile', 3] as const)
    : (['clearance', 4] as const);
  const rows = states.map((state) => ({
    name: facts.book.shortName(state),
    asked: themesOf(all.filter((need) => need.state === state && !themes.includes(need.theme))),
    clock: facts.clocks.find((clock) => clock.state === state && clock.kind === kind),
  }));
  return {
    heads: [
      say`State`,
      themes.length === 0 ? say`Asked for` : say`Also asked for`,
      kind === 'stockpile' ? say`Stockpile deadline (Art. 3)` : say`Clearance deadline (Art. 4)`,
    ],
    rows: rows.map(({ name, asked, clock }) => [
      name,
      asked.map((theme) => known(THEME_WORDS[theme].short)).join(', ') || '–',
      deadlineCell(clock, tongue),
    ]),
    lines: rows.map(({ name, asked, clock }) => {
      const others = asked.map((theme) => inSentence(theme, tongue)).join(', ');
      return [
        name,
        ...(asked.length === 0 ? [] : [themes.length === 0 ? say`asked for ${others}` : say`also ${others}`]),
        ...(clock === undefined ? [] : [say`Art. ${article}: ${deadlineCell(clock, tongue)}`]),
      ];
    }),
  };
}

/** "clearance", "RRE": the short name within a sentence. */
const inSentence = (theme: Theme, { known }: Tongue): string => {
  const short = known(THEME_WORDS[theme].short);
  return /^[A-Z]+$/.test(short) ? short : short.charAt(0).toLowerCase() + short.slice(1);
};
