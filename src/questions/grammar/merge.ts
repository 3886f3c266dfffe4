import { type Item, isCue } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';

const DAYS_OF: Readonly<Partial<Record<Cue, number>>> = { days: 1, weeks: 7, months: 30, years: 365 };

/** Puts together what stands in several items: "at least three", "older than 30 days", "before the 2RC". */
export function merged(all: readonly Item[]): readonly Item[] {
  const items = withoutRepeats(all.map((item) => ofRequests(item, all) ?? item));
  const found: Item[] = [];
  for (let at = 0; at < items.length; ) {
    const { item, size } = mergedAt(items, at);
    if (item !== null) found.push(item);
    at += size;
  }
  return found;
}

function mergedAt(items: readonly Item[], at: number): { item: Item | null; size: number } {
  const [item, next, third] = [items[at], items[at + 1], items[at + 2]];
  if (item === undefined) return { item: null, size: 1 };
  if (item.kind === 'article' && item.article === '7' && isCue(next, 'report', 'annual', 'initial'))
    return { item: null, size: 1 };
  const amount = (least: number, most: number | null, size: number): { item: Item; size: number } => ({
    item: { kind: 'amount', least, most, at: item.at },
    size,
  });
  if (next?.kind === 'number') {
    if (isCue(item, 'more_than')) return amount(next.value + 1, null, 2);
    if (isCue(item, 'at_least')) return amount(next.value, null, 2);
    if (isCue(item, 'exactly', 'only') && isCounted(third)) return amount(next.value, next.value, 2);
    if (isCue(item, 'less_than')) return amount(1, next.value - 1, 2);
    const days = third?.kind === 'cue' ? DAYS_OF[third.cue] : undefined;
    if (isCue(item, 'older') && days !== undefined)
      return { item: { kind: 'age', days: next.value * days, at: item.at }, size: 3 };
  }
  if (isCue(item, 'several')) return amount(2, null, 1);
  if (item.kind === 'number' && isCue(next, 'or_more')) return amount(item.value, null, 2);
  if (item.kind === 'number' && isCounted(next))
    return amount(item.value, item.value, isCue(next, 'themes') && isCue(third, 'only') ? 3 : 1);
  if (isCue(item, 'before', 'after') && next?.kind === 'meeting')
    return {
      item: { kind: 'bound', side: isCue(item, 'before') ? 'before' : 'after', meeting: next.meeting, at: item.at },
      size: 2,
    };
  // "Who is in the Analysis Group", "signatories are in Africa": nothing came in.
  if (isCue(item, 'received') && (next?.kind === 'region' || next?.kind === 'article' || isCue(next, 'analysis_group')))
    return { item: null, size: 1 };
  return isCue(item, 'exactly') ? { item: null, size: 1 } : { item, size: 1 };
}

/** A request is fulfilled or withdrawn; a State completes what it owes, or withdraws from the Convention. */
function ofRequests(item: Item, all: readonly Item[]): Item | null {
  if (
    !all.some((each) => isCue(each, 'request')) ||
    all.some((each) => isCue(each, 'extension', 'obligation', 'deadline', 'states', 'who'))
  )
    return null;
  if (isCue(item, 'finish')) return { kind: 'cue', cue: 'fulfilled', at: item.at };
  return isCue(item, 'withdraw') ? { kind: 'cue', cue: 'withdrawn', at: item.at } : null;
}

/** "Ratified or acceded", "signed and signed": the same said twice is said once. */
const withoutRepeats = (items: readonly Item[]): readonly Item[] =>
  items.filter((item, at) => {
    const [joint, next] = [items[at], items[at + 1]];
    const [one, other] = [items[at - 1], items[at - 2]];
    const repeats = (a: Item | undefined, b: Item | undefined): boolean =>
      a?.kind === 'cue' && b?.kind === 'cue' && a.cue === b.cue && !REPEATED.includes(a.cue);
    if (isCue(joint, 'and', 'or') && repeats(one, next)) return false;
    return !(isCue(one, 'and', 'or') && repeats(item, other));
  });

const REPEATED: readonly Cue[] = ['need', 'states', 'state', 'which', 'who', 'what', 'not', 'did', 'is'];

const isCounted = (item: Item | undefined): boolean => isCue(item, 'request', 'themes');
