import cron from 'node-cron';
import type { Temporal } from 'temporal-polyfill';
import type { Clockwork } from '../desk/describe.ts';
import type { Log } from '../desk/ports.ts';
import type { Clock } from '../desk/time.ts';

export interface WakeParts {
  clockworks: readonly Clockwork[];
  /** The desk's clock: what is due follows it, also when it is moved. */
  clock: Clock;
  log: Log;
  /** Something may have been enqueued. */
  poke(): void;
}

/** Has the features look for what has fallen due. */
export interface Wake {
  /** Looks now; resolves when everything due at this moment was decided. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

/** Looks once a minute and whenever asked; never twice at the same time, and never losing a call. Each feature's fault is its own. */
export function wakeOf({ clockworks, clock, log, poke }: WakeParts): Wake {
  let running: Promise<void> | null = null;
  let again = false;

  async function lookOnce(at: Temporal.Instant): Promise<void> {
    for (const { name, run } of clockworks) {
      await run(at).catch((error: unknown) =>
        log.error(
          { what: name, error: error instanceof Error ? error.message : String(error) },
          'what was due could not be decided; it is looked at again in a minute',
        ),
      );
    }
    poke();
  }

  async function look(): Promise<void> {
    if (running !== null) {
      again = true;
      return running;
    }
    running = (async () => {
      do {
        again = false;
        await lookOnce(clock.now());
      } while (again);
    })();
    await running.finally(() => {
      running = null;
    });
  }

  const everyMinute = cron.schedule('* * * * *', () => look(), {
    name: 'what is due',
    noOverlap: true,
    unref: true,
  });
  return {
    look,
    async stop() {
      await everyMinute.destroy();
      await running;
    },
  };
}
