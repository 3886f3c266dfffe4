import type { SandboxIds } from '../ids.ts';
import type { Machine } from '../machine.ts';

const LIFE_MS = 30 * 60_000;
const PROCESSING_MS = 2_000;

/** The largest file that the stand-in takes. */
export const MOST_FILE_BYTES = 20 * 1024 * 1024;

interface Offer {
  name: string;
  size: number;
  alt: string | null;
}

/** Uploads that the desk has begun: an address for the bytes, then a completion that shares them. */
export interface Uploads {
  begin(offer: Offer): { id: string; secret: string };
  /** So many bytes have come: the file's id; null for an unknown or used address, or another size than was announced. */
  receive(secret: string, size: number): string | null;
  /** What was uploaded under `ids`, in their order and once; null, and nothing is taken, when the bytes of one never came. */
  complete(ids: readonly string[]): readonly Offer[] | null;
  /** Whether Slack has worked a completed file through: only then may a block show it. */
  isReady(id: string): boolean;
}

export function uploadsOf(machine: Machine, ids: SandboxIds): Uploads {
  const begun = new Map<string, { id: string; offer: Offer; until: number }>();
  const received = new Map<string, Offer>();
  const readyFrom = new Map<string, number>();
  return {
    begin(offer) {
      const upload = { id: ids.next('F'), offer, until: machine.now() + LIFE_MS };
      const secret = ids.secret();
      begun.set(secret, upload);
      return { id: upload.id, secret };
    },
    receive(secret, size) {
      const upload = begun.get(secret);
      if (upload === undefined || machine.now() > upload.until || size !== upload.offer.size) return null;
      begun.delete(secret);
      received.set(upload.id, upload.offer);
      return upload.id;
    },
    complete(ids) {
      const offers = ids.flatMap((id) => received.get(id) ?? []);
      if (offers.length < ids.length) return null;
      for (const id of ids) {
        received.delete(id);
        readyFrom.set(id, machine.now() + PROCESSING_MS);
      }
      return offers;
    },
    isReady: (id) => machine.now() >= (readyFrom.get(id) ?? 0),
  };
}
