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
  const replaced = ({ id }: T): boolean => (corrections.get(id) ?? []).some(stands);
  // One that was taken back still stands in the way of what it corrected while a correction of its own stands.
  const stands = (fact: T): boolean => !takenBack.has(fact.id) || replaced(fact);
  return facts.filter((fact) => !takenBack.has(fact.id) && !replaced(fact));
}
