import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { ReportFact } from '../../treaty/facts.ts';

const SAID: Readonly<Record<ReportFact['event'], string>> = {
  received: 'received',
  overdue: 'listed as not yet received',
  not_yet: 'not yet received, by the word of the ISU',
};

/** "Initial report: received 19 Nov 2019". */
export function statementWords({ kind, year, event, date }: ReportFact): string {
  const report = kind === 'initial' ? 'Initial report' : `Annual report for ${year ?? ''}`;
  const when = event === 'received' ? vagueWords(date) : null;
  return `${report}: ${SAID[event]}${when === null ? '' : ` ${when}`}`;
}
