import type { Clock } from '../treaty/facts.ts';
import type { Tongue } from './tongue/tongue.ts';

type Named = Pick<Clock, 'kind' | 'article' | 'newRemnants' | 'year'>;

/** "clearance", "stockpiles", "initial report", "annual report for 2019", "extension request". */
export function kindWords({ kind, year }: Pick<Named, 'kind' | 'year'>, { say }: Tongue): string {
  switch (kind) {
    case 'clearance':
      return say`clearance`;
    case 'stockpile':
      return say`stockpiles`;
    case 'initial_report':
      return say`initial report`;
    case 'annual_report':
      return year === null ? say`annual report` : say`annual report for ${year}`;
    case 'extension_request':
      return say`extension request`;
  }
}

/** The same with its article: "clearance (Art. 4)"; "Art. 4.1(b)" for remnants that came to be after entry into force. */
export const kindWithArticle = (named: Named, tongue: Tongue): string =>
  tongue.say`${kindWords(named, tongue)} (Art. ${`${named.article}${named.newRemnants ? '.1(b)' : ''}`})`;
