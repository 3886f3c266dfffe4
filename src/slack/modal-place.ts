import { z } from 'zod';
import type { Modal } from '../blocks/message.ts';
import type { Place } from '../desk/describe.ts';

const place = z.object({
  kind: z.enum(['channel', 'direct', 'home', 'modal']),
  channel: z.string(),
  thread: z.string().nullable(),
  public: z.boolean(),
});
const wrapped = z.object({ place, own: z.string() });

/** No channel at all: what is said reaches the person as a direct message. */
export const NOWHERE: Place = { kind: 'home', channel: '', thread: null, public: false };

/** `modal` remembering where it was opened, beside what the feature itself keeps in its metadata. */
export const openedAt = (from: Place, modal: Modal): Modal => ({
  ...modal,
  private_metadata: JSON.stringify({ place: from, own: modal.private_metadata ?? '' }),
});

/** Where a modal was opened and what its feature kept in it; nowhere when it carries neither. */
export function openedFrom(metadata: string): { place: Place; own: string } {
  const parsed = wrapped.safeParse(jsonOf(metadata));
  return parsed.success ? parsed.data : { place: NOWHERE, own: metadata };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
