import { THEME_WORDS } from '../treaty/theme.ts';
import type { SourceLine } from './answer.ts';
import type { Facts, KnownNeed } from './facts.ts';

/** A request with its source. */
export const needLine = (need: KnownNeed, { book }: Pick<Facts, 'book'>): SourceLine => ({
  fact: `${need.reference} · ${book.shortName(need.state)} · ${THEME_WORDS[need.theme].name}${need.reportingYear ? ` · ${need.reportingYear} report` : ''}`,
  source: need.sources[0]?.title ?? 'not on record',
  confidence: need.sources[0]?.confidence ?? 'low',
});
