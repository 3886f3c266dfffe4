import { randomBytes } from 'node:crypto';
import type { Calendar, MeetingBook } from './desk/calendar.ts';
import type { SyncStore } from './desk/calendar-store.ts';
import type { Clockwork } from './desk/describe.ts';
import type { Ground, OutlookAccess } from './desk/ground.ts';
import type { Log } from './desk/ports.ts';
import type { Clock } from './desk/time.ts';
import type { Env } from './env.ts';
import { accessOf } from './outlook/access.ts';
import { type OpenCalendar, openCalendar } from './outlook/open.ts';
import type { Route } from './serve.ts';

/** Where Outlook is, and from where it reaches the desk; null: it does not, and is read every minute. */
interface OutlookSetup {
  access: OutlookAccess;
  publicUrl: string | null;
}

const isHttps = (url: string | null): url is string => url?.startsWith('https://') === true;

/** Outlook of the environment; in the sandbox its own, so that nothing leaves the computer, unless a test names another address. */
export function outlookFor(env: Env, ground: Ground | null): OutlookSetup | null {
  if (ground !== null && env.graph?.registration !== null)
    return { access: ground.outlook, publicUrl: ground.outlook.publicUrl };
  if (env.graph === null) return null;
  const publicUrl = ground === null && isHttps(env.publicUrl) ? env.publicUrl : null;
  return { access: accessOf(env.graph), publicUrl };
}

interface OutlookParts {
  setup: OutlookSetup;
  book: MeetingBook;
  store: SyncStore;
  clock: Clock;
  /** This process. */
  name: string;
  /** The file to which every exchange is written; null for none. */
  recordFile: string | null;
  log: Log;
}

/** The calendar in Outlook at work in a desk that runs. */
export interface RunningOutlook {
  calendar: Calendar;
  /** Begins to compare, and is done at once: whoever waits for Slack's minute never waits for Outlook. */
  clockwork: Clockwork;
  /** Takes Graph's notices. */
  route: Route;
  /** Does `work` while nothing is compared; afterwards all begins anew. */
  pause(work: () => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

/** Opens the calendar in Outlook for the desk. */
export function startOutlook({ setup, recordFile, ...parts }: OutlookParts): RunningOutlook {
  const { access, publicUrl } = setup;
  const { mailbox, calendar } = access;
  const open = (): OpenCalendar =>
    openCalendar(
      { access, place: { mailbox, calendar }, recordFile, publicUrl },
      { ...parts, secret: () => randomBytes(32).toString('base64url') },
    );
  let current = open();
  return {
    calendar: {
      poke: () => current.poke(),
      settle: (meeting, field, keep) => current.settle(meeting, field, keep),
      makeAgain: (meeting) => current.makeAgain(meeting),
      goOn: () => current.goOn(),
    },
    clockwork: {
      name: 'Outlook',
      run: async () => {
        void current.run();
      },
    },
    route: (request, response) => current.receive(request, response),
    async pause(work) {
      await current.close();
      await work();
      current = open();
    },
    close: () => current.close(),
  };
}
