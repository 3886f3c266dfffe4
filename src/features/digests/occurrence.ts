import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** One occurrence of one digest, as the buttons of a message carry it. */
export interface Occurrence {
  subscription: string;
  dueAt: Temporal.Instant;
}

const carried = z.tuple([z.string(), z.string()]);

export const occurrenceText = ({ subscription, dueAt }: Occurrence): string => `${subscription} ${dueAt.toString()}`;

/** The occurrence that a button carries; null when it carries none. */
export function occurrenceIn(value: string): Occurrence | null {
  const parsed = carried.safeParse(value.split(' '));
  if (!parsed.success) return null;
  const [subscription, at] = parsed.data;
  try {
    return { subscription, dueAt: Temporal.Instant.from(at) };
  } catch {
    return null;
  }
}
