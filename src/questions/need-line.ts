import type { SourceLine } from './answer.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { themeName } from './needs-words.ts';

/** A request with its source. */
export const needLine = (need: KnownNeed, { book, tongue }: Pick<Facts, 'book' | 'tongue'>): SourceLine => ({
  fact: [
    need.reference,
    book.shortName(need.state),
    themeName(need.theme, tongue),
    ...(need.reportingYear ? [tongue.say`${need.reportingYear} report`] : []),
  ].join(' · '),
  source: need.sources[0]?.title ?? tongue.say`not on record`,
  confidence: need.sources[0]?.confidence ?? 'low',
});
