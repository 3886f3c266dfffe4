import type { Temporal } from 'temporal-polyfill';
import type { Db } from '../../db/client.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Clock } from '../../desk/time.ts';

/** What the keeping of facts works with. */
export interface FactsDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Admins named in the environment. */
  admins: readonly string[];
  /** Has the queue look for what was enqueued. */
  poke(): void;
}

/** Who changes the record, when, and by which submission: the same one changes it once. */
export interface Change {
  actor: Actor;
  at: Temporal.Instant;
  submission: string;
}
