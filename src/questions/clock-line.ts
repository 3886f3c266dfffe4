import type { Clock } from '../treaty/facts.ts';
import type { SourceLine } from './answer.ts';
import { kindWords } from './clock-words.ts';
import type { Facts } from './facts.ts';

/** A date of the treaty with its source. */
export const clockLine = (clock: Clock, { book, tongue }: Pick<Facts, 'book' | 'tongue'>): SourceLine => ({
  fact: `${book.shortName(clock.state)} · ${kindWords(clock, tongue)} · ${clock.due} · ${clock.basis}`,
  source: clock.sources.join(' ; '),
  confidence: clock.confidence,
});
