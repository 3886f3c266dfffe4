/** A fact as the record keeps it: never overwritten, only corrected by another or taken back. */
export interface Kept {
  id: string;
  /** The fact whose place it takes. */
  corrects: string | null;
}

/**
 * The facts that count: those neither taken back nor corrected by one that counts itself. Where a correction is taken back,
 * what it had corrected counts again.
 */
export function standing<T extends Kept>(facts: readonly T[], takenBack: ReadonlySet<string>): readonly T[] {
  if (takenBack.size === 0 && facts.every(({ corrects }) => corrects === null)) return facts;
  const corrections = new Map<string, T[]>();
  for (const fact of facts) {
    if (fact.corrects === null) continue;
    const known = corrections.get(fact.corrects);
    if (known === undefined) corrections.set(fact.corrects, [fact]);
    else known.push(fact);
  }
  const counts = (fact: T): boolean =>
    !takenBack.has(fact.id) && !(corrections.get(fact.id) ?? []).some((later) => counts(later));
  return facts.filter(counts);
}
