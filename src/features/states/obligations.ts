import { daysSeenFrom, shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock, TreatyRecord } from '../../treaty/facts.ts';
import { obligationOf } from '../../treaty/obligation-of.ts';

/** What the record holds of one obligation (Art. 3 or 4), in at most three short lines. */
export function obligationLines(record: TreatyRecord, clock: Clock | undefined, asOf: Day): readonly string[] {
  if (clock === undefined) return ['No obligation on record'];
  const { due, status, completed, originalDue } = clock;
  const obligation = obligationOf(record, clock.state, clock.article, asOf, clock.newRemnants);
  const deadline = `Deadline ${shortDate(due)} · ${daysSeenFrom(asOf, due)}`;
  switch (status) {
    case 'completed': {
      const when = completed === null ? null : vagueWords(completed);
      const none = obligation?.ended?.event.event === 'no_obligation_confirmed';
      const declared = obligation?.declared ? vagueWords(obligation.declared.date) : null;
      return [
        `${none ? 'None: confirmed' : 'Completed'}${when === null ? '' : ` ${when}`}`,
        ...(declared === null ? [] : [`Declaration of compliance ${declared}`]),
      ];
    }
    case 'overdue':
      return [deadline, 'Passed, no outcome on record'];
    case 'uncertain':
      return obligation?.doubt === 'low_confidence'
        ? ['To be confirmed', `Date if it applies: ${shortDate(due)}`]
        : [`Deadline on record ${shortDate(due)}`, 'Outcome to be confirmed'];
    case 'extended': {
      const at = obligation?.granted?.meeting;
      const extended = `Extended${at ? ` at ${at}` : ''} from ${shortDate(originalDue)}`;
      return [deadline, toBeConfirmed(clock) ? `${extended}, to be confirmed` : extended];
    }
    case 'open':
      return [deadline, obligation?.pending ? 'Extension request on record' : 'No extension so far'];
  }
}
