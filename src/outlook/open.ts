import type { MeetingBook } from '../desk/calendar.ts';
import type { SyncStore } from '../desk/calendar-store.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import { type CalendarPlace, outlookCalendar, pathOf } from './graph/outlook-calendar.ts';
import { machinePatience, type Patience } from './graph/patience.ts';
import { recordNothing, recordTo } from './graph/recorder.ts';
import { tendSubscription } from './graph/subscription.ts';
import { type GraphAccess, wireTo } from './graph/wire.ts';
import { listenForNotices, NOTICE_PATH } from './notice-port.ts';
import { type Sync, syncOf } from './sync.ts';

export interface CalendarSettings {
  access: GraphAccess;
  place: CalendarPlace;
  /** A file to which every exchange is written; null for none. */
  recordFile: string | null;
  /** Where Graph reaches the desk, and the port on which it listens for it; null: the calendar is read every minute. */
  notices: { publicUrl: string; port: number } | null;
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
  /** The port on which notices are received; null when they are not. */
  noticePort: number | null;
  close(): Promise<void>;
}

const TIMEOUT_MS = 30_000;

/** Opens the calendar in Outlook: from here on `run` compares, each minute and whenever somebody or Graph pokes. */
export async function openCalendar(settings: CalendarSettings, parts: CalendarParts): Promise<OpenCalendar> {
  const { access, place, recordFile, notices, timeoutMs = TIMEOUT_MS } = settings;
  const { store, log, secret, patience = machinePatience } = parts;
  const machine: Clock = { now: () => patience.now() };
  const wire = wireTo(access, recordFile === null ? recordNothing : recordTo(recordFile), timeoutMs);
  const remote = outlookCalendar(wire, patience, place);
  let renew = false;
  const resource = `${pathOf(place).slice(1)}/events`;
  const noticeUrl = notices === null ? '' : `${notices.publicUrl.replace(/\/$/, '')}${NOTICE_PATH}`;
  const sync = syncOf({
    ...parts,
    remote,
    machine,
    async beforeRound() {
      if (notices === null) return;
      const asked = renew;
      renew = false;
      await tendSubscription({ wire, store, machine, resource, noticeUrl, secret, log }, asked);
    },
  });
  const port =
    notices === null
      ? null
      : await listenForNotices({
          port: notices.port,
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
    noticePort: port?.port ?? null,
    async close() {
      await port?.close();
      await sync.stop();
      await wire.close();
    },
  };
}
