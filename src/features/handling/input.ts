import { z } from 'zod';
import { longDate } from '../../blocks/dates.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { blockOf, choicesOf, textOf } from '../../desk/form-values.ts';
import { type Day, parseDay } from '../../treaty/day.ts';
import { EVIDENCE } from '../../treaty/evidence.ts';
import { REQUEST_STATUSES } from '../../treaty/request-moves.ts';
import { type Change, READERS } from './change.ts';
import { FIELD, FORM, LONGEST_NOTE, LONGEST_REASON } from './modal.ts';

const status = z.enum(REQUEST_STATUSES);
const evidence = z.array(z.enum(EVIDENCE));
export const carried = z.object({ reference: z.string(), status, owner: z.string().nullable(), evidence });

export type FormOutcome =
  | { kind: 'read'; reference: string; change: Change }
  | { kind: 'errors'; errors: Readonly<Record<string, string>> };

/** What a window asks for; every wrong or missing field is named by its block. */
export function changeIn(id: string, values: ViewValues, metadata: string, today: Day): FormOutcome {
  const seen = carriedBy(carried, metadata);
  const { reference } = seen;
  const wrong = (field: string, words: string): FormOutcome => ({
    kind: 'errors',
    errors: { [blockOf(values, field)]: words },
  });
  const read = (change: Change): FormOutcome => ({ kind: 'read', reference, change });
  const reason = textOf(values, FIELD.reason);
  if ([...reason].length > LONGEST_REASON)
    return wrong(FIELD.reason, `Please keep it to ${LONGEST_REASON} characters.`);
  const noReason = (): FormOutcome => wrong(FIELD.reason, 'Please say why: it stands in the history.');
  switch (id) {
    case FORM.note: {
      const text = textOf(values, FIELD.text);
      const seenBy = z.enum(READERS).safeParse(textOf(values, FIELD.seenBy));
      if (text === '') return wrong(FIELD.text, 'Please write something.');
      if ([...text].length > LONGEST_NOTE) return wrong(FIELD.text, `Please keep it to ${LONGEST_NOTE} characters.`);
      if (!seenBy.success) return wrong(FIELD.seenBy, 'Please say who may read it.');
      return read({ kind: 'note', text, seenBy: seenBy.data });
    }
    case FORM.evidence: {
      const now = evidence.safeParse(choicesOf(values, FIELD.evidence));
      if (!now.success) return wrong(FIELD.evidence, 'Please choose from the list.');
      return read({ kind: 'evidence', from: seen.evidence, now: EVIDENCE.filter((kind) => now.data.includes(kind)) });
    }
    case FORM.assign: {
      const to = textOf(values, FIELD.owner);
      return to === '' ? wrong(FIELD.owner, 'Please choose a person.') : read({ kind: 'assign', from: seen.owner, to });
    }
    case FORM.move: {
      const to = status.safeParse(textOf(values, FIELD.to));
      if (!to.success) return wrong(FIELD.to, 'Please choose.');
      return read({ kind: 'move', from: seen.status, to: to.data, reason, until: null, replacedBy: null });
    }
    case FORM.hold: {
      if (reason === '') return noReason();
      const typed = textOf(values, FIELD.until);
      const until = typed === '' ? null : parseDay(typed);
      if (typed !== '' && until === null) return wrong(FIELD.until, `There is no ${typed} in the calendar.`);
      if (until !== null && until <= today)
        return wrong(FIELD.until, `Please choose a day to come: today is ${longDate(today)}.`);
      return read({ kind: 'move', from: seen.status, to: 'on_hold', reason, until, replacedBy: null });
    }
    case FORM.close: {
      const how = textOf(values, FIELD.how);
      const other = textOf(values, FIELD.other);
      if (reason === '') return noReason();
      if (how === 'merge')
        return other === ''
          ? wrong(FIELD.other, 'Please choose the request that it is the same as.')
          : read({ kind: 'merge', from: seen.status, into: other, reason });
      if (how !== 'superseded')
        return read({ kind: 'move', from: seen.status, to: 'withdrawn', reason, until: null, replacedBy: null });
      return other === ''
        ? wrong(FIELD.other, 'Please choose the request of the newer report.')
        : read({ kind: 'move', from: seen.status, to: 'superseded', reason, until: null, replacedBy: other });
    }
    default:
      throw new Error(`No window of requests is called ${id}.`);
  }
}
