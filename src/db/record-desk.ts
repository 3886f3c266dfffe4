import type { Temporal } from 'temporal-polyfill';
import type { Actor } from '../desk/actor.ts';
import type { Calendar } from '../desk/calendar.ts';
import type { Ids } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import type { Db } from './client.ts';

/** What a feature works with that keeps things on record and has them said. */
export interface RecordDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Admins named in the environment, for those who may not do something to turn to. */
  admins?: readonly string[];
  /** Has the queue look for what was enqueued. */
  poke(): void;
  /** The calendar in Outlook; null or absent where there is none, and then calendar files serve. */
  calendar?(): Calendar | null;
}

/** Who changes the record, when, and by which submission: the same one changes it once. */
export interface RecordChange {
  actor: Actor;
  at: Temporal.Instant;
  submission: string;
}
