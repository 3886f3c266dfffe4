import type { ObligationEvent } from '../treaty/facts.ts';
import { articleWords } from './clock-words.ts';
import { shortDate } from './dates.ts';
import { vagueWords } from './vague-date-words.ts';

function whatWords({ event, until }: Pick<ObligationEvent, 'event' | 'until'>): string {
  const limit = until === null ? '' : shortDate(until);
  switch (event) {
    case 'obligation':
      return `obligation, deadline ${limit}`;
    case 'obligation_unclear':
      return `obligation to be confirmed, date if it applies ${limit}`;
    case 'extension_announced':
      return 'extension request announced';
    case 'extension_requested':
      return 'extension requested';
    case 'extension_granted':
      return `extended until ${limit}`;
    case 'extension_not_granted':
      return 'extension not granted';
    case 'completed':
      return 'completed';
    case 'declared':
      return 'declaration of compliance';
    case 'reopened':
      return 'found again after completion';
    case 'review':
      return 'reviewed';
    case 'no_obligation_confirmed':
      return 'no obligation, confirmed';
  }
}

/** "Art. 3: extended until 1 Apr 2021, 4 Sep 2019 (9MSP)". */
export function eventWords(event: ObligationEvent): string {
  const base = event.event === 'obligation' || event.event === 'obligation_unclear';
  const when = base ? null : vagueWords(event.date);
  return `${articleWords(event)}: ${whatWords(event)}${when === null ? '' : `, ${when}`}${event.meeting === null ? '' : ` (${event.meeting})`}`;
}
