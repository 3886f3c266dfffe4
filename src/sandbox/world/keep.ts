import { isDeskTime } from '../../desk/time.ts';
import { instantIn, type MovableClock } from '../clock.ts';
import type { Machine } from '../machine.ts';
import type { WorldState } from './state.ts';
import { type Keeper, keeperOf, readKept } from './store.ts';
import { type World, worldOf } from './world.ts';

export interface KeepingParts {
  file: string | null;
  clock: MovableClock;
  machine: Machine;
  failed(error: unknown): void;
}

/** A submission that was under way when the sandbox stopped has no answer any more. */
const settled = (state: WorldState): WorldState => {
  for (const view of Object.values(state.modals).flat()) view.pending = false;
  return state;
};

/** The workspace of an earlier run, or a new one, written to `file` as it changes. */
export async function keepWorld(
  { file, clock, machine, failed }: KeepingParts,
  resumeClock: boolean,
): Promise<{ world: World; keeper: Keeper | null; problem: string | null }> {
  if (file === null) return { world: worldOf(clock, null), keeper: null, problem: null };
  const kept = await readKept(file);
  // A clock that stood where the desk cannot be asked begins again where the sandbox opens.
  const stood = kept.state?.clock ?? null;
  const then = resumeClock && stood !== null ? instantIn(stood.now) : null;
  if (stood !== null && then !== null && isDeskTime(then)) clock.set(then, stood.frozen);
  const world = worldOf(clock, kept.state && settled(kept.state));
  const snapshot = (): WorldState => ({
    ...world.state,
    clock: { now: clock.now().toString(), frozen: clock.frozen() },
  });
  const keeper = keeperOf(file, snapshot, machine, failed);
  world.onChange(() => keeper.soon());
  return { world, keeper, problem: kept.problem };
}
