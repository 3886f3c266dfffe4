import type { Day } from './day.ts';
import { extensionBasis } from './extension-basis.ts';
import type { Clock, Iso3 } from './facts.ts';
import type { ObligationOn } from './obligation.ts';

/** The clock of an obligation to destroy stockpiles (Art. 3.2) or to clear remnants (Art. 4.1). */
export function obligationClock(state: Iso3, article: 3 | 4, inForce: Day, obligation: ObligationOn): Clock {
  const { base, granted, ended, due, originalDue, status, confidence } = obligation;
  const first = base.newRemnants
    ? `Art. 4.1(b): end of active hostilities ${base.date.text} + 10 years`
    : article === 3
      ? `Art. 3.2: entry into force ${inForce} + 8 years`
      : `Art. 4.1(a): entry into force ${inForce} + 10 years`;
  const resting = [base, granted, obligation.pending, ended?.event].flatMap((event) => event ?? []);
  return {
    state,
    article,
    kind: article === 3 ? 'stockpile' : 'clearance',
    newRemnants: base.newRemnants,
    due,
    originalDue,
    status,
    basis: `${first}${extensionBasis(article, obligation)}`,
    sources: [...new Set(resting.map(({ source }) => source))],
    confidence,
    year: null,
    meeting: null,
    extends: null,
    completed: ended?.date ?? null,
    outstanding: null,
    facts: resting.map(({ id }) => id),
  };
}
