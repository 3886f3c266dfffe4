import type { ClockKind } from '../treaty/facts.ts';

type Named = { kind: ClockKind; article: 3 | 4 | 7; newRemnants: boolean; year: number | null };

/** "clearance", "stockpiles", "initial report", "annual report for 2019", "extension request". */
export function kindWords({ kind, year }: Pick<Named, 'kind' | 'year'>): string {
  switch (kind) {
    case 'clearance':
      return 'clearance';
    case 'stockpile':
      return 'stockpiles';
    case 'initial_report':
      return 'initial report';
    case 'annual_report':
      return year === null ? 'annual report' : `annual report for ${year}`;
    case 'extension_request':
      return 'extension request';
  }
}

/** The article of a date as it is cited: "Art. 4"; "Art. 4.1(b)" for remnants that came to be after entry into force. */
export const articleWords = ({ article, newRemnants }: Pick<Named, 'article' | 'newRemnants'>): string =>
  `Art. ${article}${newRemnants ? '.1(b)' : ''}`;

/** The same with its article: "clearance (Art. 4)", "annual report for 2019 (Art. 7)". */
export const kindWithArticle = (named: Named): string => `${kindWords(named)} (${articleWords(named)})`;
