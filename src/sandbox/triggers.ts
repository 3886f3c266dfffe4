import type { SandboxIds } from './ids.ts';
import type { Machine } from './machine.ts';

const TRIGGER_MS = 3_000;

/** What a trigger_id was given for. */
export interface Trigger {
  person: string;
  /** The modal it was given in, if any. */
  viewId: string | null;
}

type Exchanged =
  | { ok: true; trigger: Trigger }
  | { ok: false; error: 'invalid_trigger_id' | 'expired_trigger_id' | 'exchanged_trigger_id' };

/** Trigger ids: each opens one view, within three seconds by the machine's time. */
export interface Triggers {
  give(trigger: Trigger): string;
  /** What it was given for, if it still holds; `spend` makes it used. */
  look(id: string): Exchanged;
  spend(id: string): void;
}

export function triggersOf(machine: Machine, ids: SandboxIds): Triggers {
  const given = new Map<string, Trigger & { until: number; used: boolean }>();
  return {
    give(trigger) {
      const id = `${Math.floor(machine.now())}.${ids.next('').slice(0, 10)}.${ids.secret().slice(0, 32)}`;
      given.set(id, { ...trigger, until: machine.now() + TRIGGER_MS, used: false });
      machine.later(10 * TRIGGER_MS, () => void given.delete(id));
      return id;
    },
    look(id) {
      const known = given.get(id);
      if (known === undefined) return { ok: false, error: 'invalid_trigger_id' };
      if (known.used) return { ok: false, error: 'exchanged_trigger_id' };
      if (machine.now() > known.until) return { ok: false, error: 'expired_trigger_id' };
      return { ok: true, trigger: known };
    },
    spend(id) {
      const known = given.get(id);
      if (known) known.used = true;
    },
  };
}
