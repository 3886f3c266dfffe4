import { toBeConfirmed } from './agenda.ts';
import type { Day } from './day.ts';
import type { Clock } from './facts.ts';

/** How the status of a date is told to people: four different things, never mixed, and two that lie ahead. */
export const READ_STATUSES = ['passed', 'to be confirmed', 'completed', 'extended', 'open', 'not on record'] as const;

export type ReadStatus = (typeof READ_STATUSES)[number];

/**
 * What is told of a clock on `asOf`. An extension that a second source must confirm is both `extended` and `to be
 * confirmed`; a date that has passed and of which the record says nothing is `not on record`, which says nothing about
 * the State.
 */
export function readStatuses(clock: Clock, asOf: Day): readonly ReadStatus[] {
  const { kind, status, confidence, due, outstanding } = clock;
  const obligation = kind === 'clearance' || kind === 'stockpile';
  switch (status) {
    case 'completed':
      return ['completed'];
    case 'overdue':
      return ['passed'];
    case 'extended':
      return toBeConfirmed(clock) ? ['extended', 'to be confirmed'] : ['extended'];
    case 'open':
      return ['open'];
    case 'uncertain':
      if (obligation || outstanding === 'doubted') return ['to be confirmed'];
      if (confidence === 'low' && (kind !== 'extension_request' || due >= asOf)) return ['to be confirmed'];
      return ['not on record'];
  }
}
