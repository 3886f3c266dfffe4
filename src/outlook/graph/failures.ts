import { z } from 'zod';
import type { CalendarTrouble } from '../../desk/calendar.ts';

const shape = z.object({
  error: z.looseObject({
    code: z.string(),
    message: z.string().optional(),
    '@event.existingEventId': z.string().optional(),
  }),
});

/** Graph's own word for what is wrong, and the id of the event it may name. */
export function errorIn(body: unknown): { code: string; text: string; existing: string | null } {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return { code: '', text: '', existing: null };
  const { code, message = '', '@event.existingEventId': existing = null } = parsed.data.error;
  return { code, text: message, existing };
}

const RESET = ['syncstatenotfound', 'syncstateinvalid', 'resyncrequired'];

/** Whether a link has ended its life; capitals differ from answer to answer. */
export const isReset = (status: number, code: string): boolean =>
  status === 410 || (status >= 400 && status < 500 && RESET.includes(code.toLowerCase()));

export const isNameUsed = (status: number, code: string): boolean =>
  (status === 400 || status === 409) && code.toLowerCase() === 'errorduplicatetransactionid';

/** A refusal of the calendar as a whole. */
export const troubleOf = (status: number, body: unknown): CalendarTrouble => {
  const { code, text } = errorIn(body);
  return status < 500 && status !== 429
    ? { kind: 'refused', code: code === '' ? String(status) : code, text }
    : { kind: 'unreachable', text: text === '' ? `Graph answers ${status}.` : text };
};
