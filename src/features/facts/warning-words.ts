import { longDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { notBoundWords } from '../../blocks/warned.ts';
import { counted } from '../../blocks/words.ts';
import { type Day, daysBetween } from '../../treaty/day.ts';
import { endOf } from '../../treaty/vague-date.ts';
import type { Proposed, Warning } from '../../treaty/warnings.ts';

/** What the treaty says against an event, in one sentence with its article; it decides nothing. */
export const warningWords = (warning: Warning, event: Proposed): string =>
  `${sentence(warning, event)} (${warning.article}).`;

function sentence(warning: Warning, { date, event }: Proposed): string {
  switch (warning.kind) {
    case 'not_a_party':
      return 'The State had not deposited its instrument by then';
    case 'before_entry_into_force':
    case 'after_withdrawal':
      return notBoundWords(warning);
    case 'no_obligation':
      return 'No obligation is on record by then: without one this shows nowhere, so please record the obligation first';
    case 'not_as_computed':
      return `The treaty itself gives ${longDate(warning.computed)}`;
    case 'longer_than_allowed':
      return `Longer than the article allows from ${longDate(warning.deadline)} on: at most until ${longDate(warning.longest)}`;
    case 'exceptional':
      return `${counted(warning.grants, 'extension is', 'extensions are')} on record before it: a further one is for exceptional circumstances`;
    case 'backwards':
      return `Earlier than the date now on record, ${longDate(warning.from)}`;
    case 'no_request':
      return 'No request is on record before it';
    case 'after_completion': {
      const when = vagueWords(warning.completed);
      return `The obligation is on record as ended${when === null ? '' : ` ${when}`}`;
    }
    case 'after_deadline':
      return `Received after the deadline of ${longDate(warning.deadline)}`;
    case 'after_submission_date':
      return `Received ${daysAfter(warning.submitBy, endOf(date))} after ${longDate(warning.submitBy)}, nine months before the ${warning.meeting}; the Meeting decides what follows`;
    case 'nothing_completed':
      return event === 'reopened' ? 'No completion is on record that could be undone' : 'No completion is on record';
  }
}

const daysAfter = (from: Day, to: Day | null): string =>
  to === null ? 'some days' : counted(daysBetween(from, to), 'day');
