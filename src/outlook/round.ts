import type { Temporal } from 'temporal-polyfill';
import type { CalendarTrouble } from '../desk/calendar.ts';
import type { CalendarState, SyncStore } from '../desk/calendar-store.ts';
import { carryOut, type RoundParts } from './carry-out.ts';
import type { Halt } from './ops.ts';
import { reconcile } from './reconcile.ts';
import type { Reading, RemoteCalendar, Window } from './remote-calendar.ts';
import { isOpen, nextView, viewOf } from './view.ts';
import { windowFor } from './window.ts';

/** What came of one comparison. */
export type RoundOutcome =
  /** `left`: something was not answered or was changed meanwhile, so that another round is due soon. */
  { kind: 'done'; left: boolean } | { kind: 'trouble'; trouble: CalendarTrouble };

/** What others change while a round is under way is taken up this often; the rest waits for the next round. */
const WAVES = 4;

/**
 * Reads what changed in Outlook, compares, tells the desk, keeps what is agreed, and sends what is to be sent. It may end anywhere:
 * where the next reading begins is kept last, and the next round takes up what is left.
 */
export async function runRound(parts: RoundParts, now: Temporal.Instant): Promise<RoundOutcome> {
  const { book, store, remote } = parts;
  const state = await store.state();
  if (state.halted !== null && !state.mayVanish) return vanished(state.halted);
  const window = windowFor(now, await book.planned(), state.window);
  const reading = await read(remote, sameWindow(state, window) ? state.deltaLink : null, window);
  if (reading.kind !== 'read') return reading.kind === 'failed' ? { kind: 'trouble', trouble: reading.trouble } : RESET;
  let { view, complete } = await viewOf(remote, await store.rows(), reading, window);
  let left = true;
  for (let wave = 0; left && wave < WAVES; wave += 1) {
    const [local, rows] = [await book.planned(), await store.rows()];
    const { steps, halt } = reconcile({ local, base: rows, remote: view }, state);
    if (halt !== null) {
      await store.saveState({ ...state, halted: halt });
      return vanished(halt);
    }
    const { open, again, unanswered, denied } = await carryOut(parts, steps);
    if (denied !== null) return { kind: 'trouble', trouble: { kind: 'refused', code: denied, text: '' } };
    complete &&= !unanswered;
    left = again.size > 0 || isOpen(open);
    if (!left) break;
    const next = await nextView(remote, open, { view, again, rows });
    view = next.view;
    complete &&= next.complete;
  }
  const done = complete && !left;
  await keep(store, state, done ? { deltaLink: reading.deltaLink, window } : {});
  return { kind: 'done', left: !done };
}

const RESET: RoundOutcome = {
  kind: 'trouble',
  trouble: { kind: 'unreachable', text: 'Outlook asked to begin the reading again, twice.' },
};

const vanished = (halt: Halt): RoundOutcome => ({ kind: 'trouble', trouble: { kind: 'vanished', ...halt } });

const sameWindow = ({ window: kept }: CalendarState, { from, until }: Window): boolean =>
  kept?.from === from && kept.until === until;

type Read = Exclude<Reading, { kind: 'read' }> | (Extract<Reading, { kind: 'read' }> & { whole: boolean });

async function read(remote: RemoteCalendar, link: string | null, window: Window): Promise<Read> {
  const reading = await remote.read(link, window);
  if (reading.kind === 'reset' && link !== null) return read(remote, null, window);
  return reading.kind === 'read' ? { ...reading, whole: link === null } : reading;
}

/** Refused when somebody has saved another state meanwhile: then the same is read once more. */
async function keep(store: SyncStore, state: CalendarState, news: Partial<CalendarState>): Promise<void> {
  const next: CalendarState = { ...state, ...news, halted: null, mayVanish: false };
  const changed = Object.keys(news).length > 0 && (next.deltaLink !== state.deltaLink || next.window !== state.window);
  if (changed || state.halted !== null || state.mayVanish) await store.saveState(next);
}
