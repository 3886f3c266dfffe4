import { longDate } from '../../blocks/dates.ts';
import type { ClockKind } from '../../treaty/facts.ts';
import type { Dates } from './compose.ts';
import type { Wanted } from './wanted.ts';

const WHAT: Readonly<Record<ClockKind, string>> = {
  clearance: 'clearance (Article 4)',
  stockpile: 'stockpile destruction (Article 3)',
  initial_report: 'initial reports (Article 7)',
  annual_report: 'annual reports (Article 7)',
  extension_request: 'extension requests',
};

/** The question shown back: what, of which State, in which window. */
export function understoodAs(
  { kinds, article, from, until, everything }: Wanted,
  stateName: string | null,
  { span }: Dates,
): string {
  const what =
    kinds !== null
      ? kinds.map((kind) => WHAT[kind]).join(' and ')
      : article !== null
        ? `dates under Article ${article}`
        : 'dates under Articles 3, 4 and 7';
  const narrow = kinds === null && article === null && stateName === null && !everything;
  const window =
    from !== null && until !== null
      ? `from ${longDate(from)} until ${longDate(until)}`
      : until !== null
        ? `what has passed, and until ${longDate(until)}`
        : from !== null
          ? `from ${longDate(from)} on`
          : narrow
            ? `what has passed, and until ${longDate(span.until)}`
            : 'all that lies ahead, and what has passed';
  return [what, stateName, window].filter((part) => part !== null).join(' · ');
}
