import { isDeepStrictEqual } from 'node:util';
import type { Calendar, CalendarTrouble, MeetingField } from '../desk/calendar.ts';
import type { SyncRow } from '../desk/calendar-store.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';
import type { RoundParts } from './carry-out.ts';
import { type RoundOutcome, runRound } from './round.ts';
import { settled, wantedAgain } from './settle.ts';

export interface SyncParts extends RoundParts {
  /** The desk's clock: around its today is read. */
  clock: Clock;
  /** The machine's: of leases. */
  machine: Clock;
  /** This process. */
  name: string;
  log: Log;
  /** Looks after what tells of changes in Outlook; before each round. */
  beforeRound?(): Promise<void>;
  /** A round that somebody has asked for begins when nobody has asked for so long, in ms. */
  gatherMs?: number;
}

/** An event as a notice names it. */
export interface Hint {
  id: string;
  /** Null where it was deleted. */
  etag: string | null;
}

/** The calendar at work: one round at a time in all processes together, as often as somebody pokes. */
export interface Sync extends Calendar {
  /** One round, or as many as are asked for meanwhile; also what the minute calls. */
  run(): Promise<void>;
  /** Something was changed in Outlook: one round for many of them, and none for what the desk has done itself. */
  hint(hints: readonly Hint[]): void;
  stop(): Promise<void>;
}

/** A process that dies gives the calendar up after it; one that works goes on holding it. */
const LEASE_SECONDS = 60;
const HOLD_AGAIN_MS = 20_000;
/** Not reached once or twice is nothing to tell of. */
const PATIENT_ROUNDS = 3;
const SAVES = 5;
/** Who asks without end is heard after so many times the time of gathering. */
const LONGEST_GATHERING = 30;

export function syncOf(parts: SyncParts): Sync {
  const { store, book, machine, name, log, gatherMs = 300 } = parts;
  let running: Promise<void> | null = null;
  let wanted = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let beginning: Promise<void> = Promise.resolve();
  let gatheredSince = 0;
  let asked = false;
  let hints: Hint[] = [];
  let stopped = false;
  let told: CalendarTrouble | null | undefined;
  let unreached = 0;

  const failed = (error: unknown): void =>
    log.error({ error: error instanceof Error ? error.message : String(error) }, 'a round of the calendar failed');

  async function tell(outcome: RoundOutcome): Promise<void> {
    const trouble = outcome.kind === 'trouble' ? outcome.trouble : null;
    unreached = trouble?.kind === 'unreachable' ? unreached + 1 : 0;
    if (trouble !== null) log.warn({ trouble }, 'the calendar in Outlook');
    if (unreached > 0 && unreached < PATIENT_ROUNDS) return;
    if (told !== undefined && isDeepStrictEqual(told, trouble)) return;
    await book.trouble(trouble);
    told = trouble;
  }

  function hold(): Promise<boolean> {
    const now = machine.now();
    return store.hold(name, now.toString(), now.add({ seconds: LEASE_SECONDS }).toString());
  }

  async function round(): Promise<void> {
    if (!(await hold())) return;
    const holding = setInterval(() => void hold().catch(failed), HOLD_AGAIN_MS);
    try {
      await parts.beforeRound?.();
      await tell(await runRound(parts, parts.clock.now()));
    } finally {
      clearInterval(holding);
      await store.release(name);
    }
  }

  async function rounds(): Promise<void> {
    do {
      wanted = false;
      // What was kept so far is taken up by the next round.
      await round().catch(failed);
    } while (wanted && !stopped);
  }

  function run(): Promise<void> {
    wanted = true;
    running ??= rounds().finally(() => {
      running = null;
    });
    return running;
  }

  function gather(): void {
    if (stopped) return;
    if (timer === null) gatheredSince = performance.now();
    else if (performance.now() - gatheredSince < LONGEST_GATHERING * gatherMs) clearTimeout(timer);
    else return;
    timer = setTimeout(() => {
      timer = null;
      beginning = begin();
    }, gatherMs);
  }

  /** Begins a round, unless all that was hinted at is known already. */
  async function begin(): Promise<void> {
    await running;
    const named = hints;
    const must = asked;
    hints = [];
    asked = false;
    if ((must || !(await isKnown(named))) && !stopped) await run();
  }

  async function isKnown(named: readonly Hint[]): Promise<boolean> {
    try {
      const known = new Map((await store.rows()).map(({ remote }) => [remote?.id, remote?.etag]));
      return named.every(({ id, etag }) => (etag === null ? !known.has(id) : known.get(id) === etag));
    } catch (error) {
      log.error(
        { error: error instanceof Error ? error.message : String(error) },
        'the record of the calendar was not read',
      );
      return false;
    }
  }

  /** Saves a row as a person's decision has it, however often it is saved by others meanwhile. */
  async function decide(meeting: string, by: (row: SyncRow) => SyncRow | null): Promise<'settled' | 'over'> {
    for (let attempt = 0; attempt < SAVES; attempt += 1) {
      const row = await store.row(meeting);
      const next = row === null ? null : by(row);
      if (next === null) return 'over';
      if (await store.saveRow(next)) {
        sync.poke();
        return 'settled';
      }
    }
    throw new Error('The calendar is changed by too many at once.');
  }

  const sync: Sync = {
    run,
    poke() {
      asked = true;
      gather();
    },
    hint(more) {
      hints.push(...more);
      gather();
    },
    settle: (meeting: string, field: MeetingField, keep) => decide(meeting, (row) => settled(row, field, keep)),
    makeAgain: (meeting) => decide(meeting, wantedAgain),
    async goOn() {
      for (let attempt = 0; attempt < SAVES; attempt += 1) {
        if (await store.saveState({ ...(await store.state()), mayVanish: true })) break;
      }
      sync.poke();
    },
    async stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      await beginning;
      await running;
    },
  };
  return sync;
}
