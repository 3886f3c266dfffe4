import { longestStockpileExtension } from './article-3.ts';
import { longestClearanceExtension } from './article-4.ts';
import type { ObligationOn } from './obligation.ts';

type Extended = Pick<ObligationOn, 'granted' | 'grants' | 'replaced' | 'due'>;

/**
 * The extension in effect in words, with its article, and what in it the treaty does not foresee: longer than Art. 3.3,
 * 4.5 or 4.8 allow, or no later than the deadline it replaced. Said, never refused. Empty where none was granted.
 */
export function extensionBasis(article: 3 | 4, { granted, grants, replaced, due }: Extended): string {
  if (granted === null || replaced === null) return '';
  const under = article === 3 ? 'Art. 3.3' : grants > 1 ? 'Art. 4.8' : 'Art. 4.5';
  const again = article === 3 && grants > 1 ? ' again, in exceptional circumstances,' : '';
  const longest = article === 3 ? longestStockpileExtension(replaced) : longestClearanceExtension(replaced);
  const remark =
    due > longest
      ? `; ${under} allows up to ${longest}`
      : due <= replaced
        ? `; not later than the deadline it replaced, ${replaced}`
        : '';
  return `; extended${again} under ${under} until ${due}${granted.meeting ? ` (${granted.meeting})` : ''}${remark}`;
}
