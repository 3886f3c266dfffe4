import { createHash } from 'node:crypto';
import type { Arrival } from '../desk/ports.ts';
import { blockActions, event, shortcut, slashCommand, type ViewSubmission, viewSubmission } from './payloads.ts';
import { valuesOf } from './view-values.ts';

// Opening Home reads only, and comes often: a repetition does no harm and a row would say nothing.
const READS_ONLY = ['app_home_opened', 'user_change'];

/**
 * The same for every delivery of one submission; another one as soon as a person has changed anything in the modal, or the
 * desk has shown another one in its place: what was undone from there may be sent once more with the same words.
 */
export function submissionKey({ view }: ViewSubmission): string {
  const values = inOrder(valuesOf(view.state)).map(([block, held]) => [block, inOrder(held)]);
  const whole = JSON.stringify([values, view.private_metadata, view.hash]);
  return `submission:${view.id}:${createHash('sha256').update(whole).digest('hex').slice(0, 32)}`;
}

const inOrder = <T>(of: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(of).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** The kind of a payload and the key under which a repetition is recognised; null for what only reads. */
export function arrivalOf(body: unknown): { kind: Arrival; key: string } | null {
  const submitted = viewSubmission.safeParse(body);
  if (submitted.success) return { kind: 'submission', key: submissionKey(submitted.data) };
  const happened = event.safeParse(body);
  if (happened.success) {
    const { event_id, event: inner } = happened.data;
    return READS_ONLY.includes(inner.type) ? null : { kind: 'event', key: `event:${event_id}` };
  }
  const pressed = blockActions.safeParse(body);
  if (pressed.success) {
    const [first] = pressed.data.actions;
    return first
      ? { kind: 'action', key: `action:${pressed.data.user.id}:${first.action_ts}:${first.action_id}` }
      : null;
  }
  const used = shortcut.safeParse(body);
  if (used.success) return { kind: 'shortcut', key: `shortcut:${used.data.trigger_id}` };
  const typed = slashCommand.safeParse(body);
  if (typed.success) return { kind: 'command', key: `command:${typed.data.trigger_id}` };
  return null;
}
