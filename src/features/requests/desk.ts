import type { Db } from '../../db/client.ts';
import type { Ids } from '../../desk/ports.ts';
import type { Clock } from '../../desk/time.ts';

/** What the register of requests is made with. */
export interface RequestsDesk {
  db: Db;
  clock: Clock;
  ids: Ids;
  /** Admins named in the environment, for those who may not do something to turn to. */
  admins?: readonly string[];
  /** Has the queue look for what was enqueued. */
  poke(): void;
}
