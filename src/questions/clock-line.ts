import { kindWords } from '../blocks/clock-words.ts';
import type { Clock } from '../treaty/facts.ts';
import type { SourceLine } from './answer.ts';
import type { Facts } from './facts.ts';

/** A date of the treaty with its source. */
export const clockLine = (clock: Clock, { book }: Pick<Facts, 'book'>): SourceLine => ({
  fact: `${book.shortName(clock.state)} · ${kindWords(clock)} · ${clock.due} · ${clock.basis}`,
  source: clock.sources.join(' ; '),
  confidence: clock.confidence,
});
