import type { SandboxIds } from './ids.ts';
import type { Machine } from './machine.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

/** What a response_url was given for. */
export interface ResponseGrant {
  person: string;
  channel: string;
  /** The message that was acted on; null after a command. */
  messageTs: string | null;
  threadTs: string | null;
}

type Used = { ok: true; grant: ResponseGrant } | { ok: false; error: 'used_url' | 'expired_url' | 'invalid_url' };

/** Addresses under which the desk may answer, five times within thirty minutes of the machine's time. */
export interface ResponseUrls {
  give(grant: ResponseGrant): string;
  use(secret: string): Used;
}

export function responseUrlsOf(machine: Machine, ids: SandboxIds, address: () => string): ResponseUrls {
  const given = new Map<string, { grant: ResponseGrant; until: number; left: number }>();
  return {
    give(grant) {
      const secret = ids.secret();
      given.set(secret, { grant, until: machine.now() + LIFE_MS, left: USES });
      return `${address()}/response/${secret}`;
    },
    use(secret) {
      const known = given.get(secret);
      if (known === undefined) return { ok: false, error: 'invalid_url' };
      if (machine.now() > known.until) return { ok: false, error: 'expired_url' };
      if (known.left <= 0) return { ok: false, error: 'used_url' };
      known.left -= 1;
      return { ok: true, grant: known.grant };
    },
  };
}
