import { addYears, type Day } from './day.ts';
import type { Clock } from './facts.ts';
import type { Unconfirmed } from './unconfirmed.ts';

/**
 * Whether a fact to confirm touches the dates that the coming year shows: a date that has passed without an outcome, one
 * within the year, or one for whose extension a request is due within it.
 */
export function touchesYear(fact: Unconfirmed, clocks: readonly Clock[], asOf: Day): boolean {
  if (fact.kind === 'passed') return true;
  if (fact.kind !== 'medium_grant' && fact.kind !== 'request_pending') return false;
  const horizon = addYears(asOf, 1);
  const ahead = (due: Day): boolean => due >= asOf && due <= horizon;
  return (
    ahead(fact.due) ||
    clocks.some(
      ({ kind, state, article, newRemnants, due }) =>
        kind === 'extension_request' &&
        state === fact.state &&
        article === fact.article &&
        newRemnants === fact.newRemnants &&
        ahead(due),
    )
  );
}

// Of what touches the year: how long, then what was decided, then whether there is anything left.
const TOUCHING: readonly Unconfirmed['kind'][] = ['medium_grant', 'request_pending', 'passed'];
const OTHERS: readonly Unconfirmed['kind'][] = [
  'request_pending',
  'report_due',
  'medium_grant',
  'low_confidence',
  'year_due',
  'discrepancy',
];

/** Orders facts to confirm: those that touch the coming year's dates first, within them by date, then State. */
export function byConsequence(clocks: readonly Clock[], asOf: Day): (a: Unconfirmed, b: Unconfirmed) => number {
  const place = (fact: Unconfirmed): string => {
    const rank = touchesYear(fact, clocks, asOf)
      ? TOUCHING.indexOf(fact.kind)
      : TOUCHING.length + OTHERS.indexOf(fact.kind);
    const [due, state] = fact.kind === 'discrepancy' ? ['', ''] : [fact.due, fact.state ?? ''];
    return `${rank} ${due} ${state}`;
  };
  return (a, b) => {
    const [first, second] = [place(a), place(b)];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
