import { kindWithArticle } from '../blocks/clock-words.ts';
import { dateInText } from '../blocks/dates.ts';
import { basisWords } from '../blocks/source-words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock } from '../treaty/facts.ts';
import { type ReadStatus, readStatuses } from '../treaty/read-status.ts';

/** One date for a person to read: "Lebanon · clearance (Art. 4) · 1 May 2021 · open · Art. 4.1(a): entry into force …". */
export const clockInWords = (clock: Clock, name: string, asOf: Day): string =>
  [
    name,
    kindWithArticle(clock),
    dateInText(asOf, clock.due),
    readStatuses(clock, asOf)
      .map((status) => statusWords(status, clock))
      .join(', '),
    basisWords(clock.basis),
  ].join(' · ');

function statusWords(status: ReadStatus, { article, kind, outstanding }: Clock): string {
  switch (status) {
    case 'passed':
      if (article !== 7) return 'passed, no outcome on record';
      return outstanding === 'confirmed'
        ? 'not yet received, by the word of the ISU'
        : 'not yet received, according to one source';
    case 'completed':
      return kind === 'extension_request' ? 'submitted' : article === 7 ? 'received' : 'completed';
    case 'open':
      return kind === 'extension_request' ? 'if more time is needed' : 'open';
    case 'not on record':
      return kind === 'extension_request' ? 'no request on record' : 'receipt not on record';
    default:
      return status;
  }
}
