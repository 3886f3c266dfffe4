import { AsyncLocalStorage } from 'node:async_hooks';
import type { Ids, Log } from '../desk/ports.ts';

/** The one place that faults of the desk reach: each gets a reference code, is logged, and is told to the person it concerns. */
export interface Failures {
  /** Runs `work`; when it throws, logs it and calls `tell` with the code, where the person is looking. */
  guard(what: string, work: () => Promise<void>, tell: (reference: string) => Promise<unknown>): Promise<void>;
  /** Runs the whole processing of one delivery; returns the reference code of a fault in it, or null. */
  watch(what: string, work: () => Promise<void>): Promise<string | null>;
  /** Logs a fault that concerns nobody in particular; returns its code. */
  note(what: string, error: unknown): string;
}

/** Slack puts the token into no error, but an address may carry a ticket: only the error's own words are logged. */
const said = (error: unknown): { name: string; message: string; stack?: string } =>
  error instanceof Error
    ? { name: error.name, message: error.message, ...(error.stack ? { stack: error.stack } : {}) }
    : { name: 'unknown', message: String(error) };

export function failuresOf({ ids, log }: { ids: Ids; log: Log }): Failures {
  const current = new AsyncLocalStorage<{ reference: string | null }>();

  const note = (what: string, error: unknown): string => {
    const reference = ids.next().replaceAll('-', '').slice(0, 8).toUpperCase();
    const scope = current.getStore();
    if (scope) scope.reference = reference;
    log.error({ reference, what, error: said(error) }, 'something failed');
    return reference;
  };

  return {
    note,
    async guard(what, work, tell) {
      try {
        await work();
      } catch (error) {
        const reference = note(what, error);
        try {
          await tell(reference);
        } catch (second) {
          note(`${what}, telling the person`, second);
        }
      }
    },
    async watch(what, work) {
      return current.run({ reference: null }, async () => {
        try {
          await work();
        } catch (error) {
          note(what, error);
        }
        return current.getStore()?.reference ?? null;
      });
    },
  };
}
