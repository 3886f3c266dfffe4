import { inSentence } from '../../blocks/state-words.ts';
import { annualReportDue, initialReportDue } from '../../treaty/article-7.ts';
import type { Day } from '../../treaty/day.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import type { StateFacts } from '../../treaty/facts.ts';

/** "initial report", "annual report for 2019". */
export const reportWords = (year: number | null): string =>
  year === null ? 'initial report' : `annual report for ${year}`;

/** The report as a source is called: "2019 Article 7 report of the Gambia". */
export const sourceOf = (year: number | null, shortName: string): string =>
  `${year === null ? 'Initial' : year} Article 7 report of ${inSentence(shortName)}`;

/** The day on which Art. 7 has it in; null for a State for which the Convention is not in force. */
export function dueOf(year: number | null, { deposited }: Pick<StateFacts, 'deposited'>): Day | null {
  if (year !== null) return annualReportDue(year);
  return deposited === null ? null : initialReportDue(entryIntoForce(deposited));
}

/** The report as buttons, menus and the command line name it: "initial", "2019". */
export const reportCode = (year: number | null): string => (year === null ? 'initial' : String(year));

/** The year in such a name; undefined where it names no report. */
export function yearIn(code: string): number | null | undefined {
  if (code === 'initial') return null;
  return /^(?:19|20)\d{2}$/.test(code) ? Number(code) : undefined;
}
