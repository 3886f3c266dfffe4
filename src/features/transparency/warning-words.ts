import { longDate } from '../../blocks/dates.ts';
import { notBoundWords } from '../../blocks/warned.ts';
import type { ReportWarning } from '../../treaty/report-warnings.ts';

/** What the treaty says against a receipt, in one sentence with its article; it decides nothing. */
export const warningWords = (warning: ReportWarning): string => `${sentence(warning)} (${warning.article}).`;

function sentence(warning: ReportWarning): string {
  switch (warning.kind) {
    case 'not_a_party':
      return 'The State had not deposited its instrument by then: a report would be a voluntary one';
    case 'before_entry_into_force':
    case 'after_withdrawal':
      return notBoundWords(warning);
    case 'not_owed':
      return `The Convention was not in force for the State in ${warning.year}: it has been since ${longDate(warning.inForce)}`;
    case 'year_not_over':
      return `The report covers the whole of ${warning.year}, which was not over by then`;
  }
}
