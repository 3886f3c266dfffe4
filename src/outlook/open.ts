import { setTimeout as pause } from 'node:timers/promises';
import type { MeetingBook } from '../desk/calendar.ts';
import type { SyncStore } from '../desk/calendar-store.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { type CalendarPlace, outlookCalendar, pathOf } from './graph/outlook-calendar.ts';
import { endable, machinePatience, type Patience } from './graph/patience.ts';
import { recordNothing, recordTo } from './graph/recorder.ts';
import { tendSubscription } from './graph/subscription.ts';
import { type GraphAccess, wireTo } from './graph/wire.ts';
import { NOTICE_PATH, type Receive, receiverOf } from './receive.ts';
import { type Sync, syncOf } from './sync.ts';

export interface CalendarSettings {
  access: GraphAccess;
  place: CalendarPlace;
  /** A file to which every exchange is written; null for none. */
  recordFile: string | null;
  /** Where Graph reaches the desk; null: the calendar is read every minute. */
  publicUrl: string | null;
  timeoutMs?: number;
}

export interface CalendarParts {
  book: MeetingBook;
  store: SyncStore;
  clock: Clock;
  /** The machine's time. */
  patience?: Patience;
  /** This process. */
  name: string;
  secret(): string;
  log: Log;
  gatherMs?: number;
}

export interface OpenCalendar extends Sync {
  /** Takes notices of Graph, on whatever port the desk has. */
  receive: Receive;
  /** Ends the round under way, within a few seconds. */
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;
/** How long a round under way may go on once the desk is to stop; the next process takes up the rest. */
const GRACE_MS = 3_000;

/** Opens the calendar in Outlook: from here on `run` compares, each minute and whenever somebody or Graph pokes. */
export function openCalendar(settings: CalendarSettings, parts: CalendarParts): OpenCalendar {
  const { access, place, recordFile, publicUrl, timeoutMs = TIMEOUT_MS } = settings;
  const { store, log, secret } = parts;
  const patience = endable(parts.patience ?? machinePatience);
  const machine: Clock = { now: () => patience.now() };
  const wire = wireTo(access, recordFile === null ? recordNothing : recordTo(recordFile), timeoutMs);
  const remote = outlookCalendar(wire, patience, place);
  let renew = false;
  const resource = `${pathOf(place).slice(1)}/events`;
  const noticeUrl = publicUrl === null ? null : `${publicUrl.replace(/\/$/, '')}${NOTICE_PATH}`;
  const sync = syncOf({
    ...parts,
    remote,
    machine,
    async beforeRound() {
      if (noticeUrl === null) return;
      const asked = renew;
      renew = false;
      await tendSubscription({ wire, store, machine, resource, noticeUrl, secret, log }, asked);
    },
  });
  const receive = receiverOf({
    log,
    subscription: async () => (await store.state()).subscription,
    onWish(wish, hints) {
      if (wish === 'look') {
        sync.hint(hints);
        return;
      }
      renew = true;
      sync.poke();
    },
  });
  return {
    ...sync,
    receive,
    async close() {
      const stopped = sync.stop();
      await Promise.race([stopped, pause(GRACE_MS, undefined, { ref: false })]);
      patience.end();
      await wire.cut();
      await stopped;
    },
  };
}
