import type { NameBook } from '../../questions/names.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import type { Asked } from './card.ts';
import { composeDates, type Dates } from './compose.ts';
import { narrowerThan } from './narrowing.ts';
import { type Parsed, parseWanted } from './parse.ts';
import { questionOf } from './question.ts';
import { understoodAs } from './understood.ts';
import type { Wanted } from './wanted.ts';

/** What the words after `/ccm deadlines` lead to: the dates, or why they could not be read. */
export type DatesAnswer =
  | { kind: 'dates'; dates: Dates; wanted: Wanted; asked: Omit<Asked, 'isPublic'> }
  | { kind: 'unread'; parsed: Exclude<Parsed, { kind: 'wanted' }>; nameOf(iso3: string): string };

export interface Asking {
  record: TreatyRecord;
  book: NameBook;
  today: Day;
}

/** Reads `text` and finds the dates it asks for. */
export function answerDates(text: string, { record, book, today }: Asking): DatesAnswer {
  const nameOf = (iso3: string): string => book.shortName(iso3);
  const parsed = parseWanted(text, today, book);
  if (parsed.kind !== 'wanted') return { kind: 'unread', parsed, nameOf };
  const { wanted } = parsed;
  const asOf = wanted.asOf ?? today;
  const dates = composeDates(record, clocksOn(record, asOf), wanted, asOf);
  return {
    kind: 'dates',
    dates,
    wanted,
    asked: {
      understood: understoodAs(wanted, nameOf, dates),
      question: questionOf({ ...wanted, asOf }, nameOf),
      unsaid: questionOf({ ...wanted, statuses: ['not on record'] }, nameOf),
      narrower: (clocks, most) => narrowerThan(questionOf(wanted, nameOf), wanted, clocks, record.states, most),
    },
  };
}
