import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { changes, type StoredEvent } from './event.ts';
import { keptChanges, type Mailbox } from './mailbox.ts';
import { crosses, instantOf } from './times.ts';
import { written } from './written.ts';

const answerOf = z.strictObject({
  act: z.literal('answer'),
  id: z.string(),
  address: z.string(),
  response: z.enum(['accepted', 'tentativelyAccepted', 'declined']),
  proposes: z
    .strictObject({ start: changes.shape.start.unwrap(), end: changes.shape.end.unwrap() })
    .nullable()
    .default(null),
});
const time = { start: changes.shape.start.unwrap(), end: changes.shape.end.unwrap() };

/** What a person does in Outlook, by hand. */
export const calendarAct = z.discriminatedUnion('act', [
  z.strictObject({ act: z.literal('edit'), id: z.string(), changes }),
  z.strictObject({ act: z.literal('delete'), id: z.string() }),
  z.strictObject({ act: z.literal('move_to_calendar'), id: z.string(), calendar: z.string() }),
  z.strictObject({ act: z.literal('move_occurrence'), id: z.string(), on: z.string(), ...time }),
  z.strictObject({ act: z.literal('delete_occurrence'), id: z.string(), on: z.string() }),
  answerOf,
]);
export type CalendarAct = z.input<typeof calendarAct>;

/** `not_found`: there is no such event, or nobody of that address is invited; `crossing`: past its neighbour in the series. */
export type ActOutcome = 'done' | 'not_found' | 'wrong_times' | 'crossing';

/** Does it, as far as Outlook lets a person. */
export function act(mailbox: Mailbox, given: CalendarAct): ActOutcome {
  const asked = calendarAct.parse(given);
  const event = mailbox.byId(asked.id);
  if (event === null) return 'not_found';
  if (asked.act === 'delete') {
    mailbox.remove(event);
    return 'done';
  }
  const next = changedBy(event, asked);
  if (next === null) return 'not_found';
  if (asked.act === 'move_occurrence' && crosses(event, asked.on, asked)) return 'crossing';
  const { start, end } = asked.act === 'move_occurrence' ? asked : { ...event, ...next };
  if (Temporal.Instant.compare(instantOf(start), instantOf(end)) > 0) return 'wrong_times';
  mailbox.change(event, next);
  return 'done';
}

function changedBy(
  event: StoredEvent,
  asked: Exclude<z.output<typeof calendarAct>, { act: 'delete' }>,
): Partial<StoredEvent> | null {
  if (asked.act === 'edit') return { ...keptChanges(event, asked.changes), online: event.online };
  if (asked.act === 'move_to_calendar') return { calendar: asked.calendar };
  if (asked.act === 'delete_occurrence') return { removedDays: [...event.removedDays, asked.on] };
  if (asked.act === 'move_occurrence')
    return { exceptions: { ...event.exceptions, [asked.on]: { start: asked.start, end: asked.end } } };
  const { address, response, proposes } = asked;
  if (!event.attendees.some((each) => each.address.toLowerCase() === address.toLowerCase())) return null;
  return {
    attendees: event.attendees.map((each) =>
      each.address.toLowerCase() === address.toLowerCase() ? { ...each, response, proposes } : each,
    ),
  };
}

/** Every event of the calendar as a person sees it. */
export const seen = (mailbox: Mailbox): Record<string, unknown>[] =>
  [...mailbox.events.values()].map((event) =>
    written(event, { immutable: true, zone: 'UTC', text: true, pageSize: 0 }),
  );
