import { type App, type Receiver, type ReceiverEvent, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../desk/ports.ts';
import { boltLogger } from './bolt-logger.ts';
import type { Failures } from './failures.ts';
import type { Intake } from './intake.ts';

export interface SocketParts {
  appToken: string;
  apiUrl: string | null;
  intake: Intake;
  failures: Failures;
  log: Log;
  /** How often lost sockets are looked for, and how long one may stay away. */
  patience?: { lookEveryMs: number; giveUpMs: number };
}

/** Two sockets: while Slack has one of them reconnect, which takes it some five seconds, the other goes on taking what comes. */
const SOCKETS = 2;
const PATIENCE = { lookEveryMs: 5_000, giveUpMs: 30_000 };

/** A receiver over several Socket Mode connections, all of which go through `intake`; a socket that stays away is replaced. */
export function socketsOf({
  appToken,
  apiUrl,
  intake,
  failures,
  log,
  patience = PATIENCE,
}: SocketParts): Receiver & { connected(): number } {
  const sockets: { receiver: SocketModeReceiver; up: boolean; downSince: number }[] = [];
  let bolt: App | null = null;
  let watching: NodeJS.Timeout | null = null;
  let replacing: Promise<void> | null = null;
  let stopped = false;

  const dial = (): (typeof sockets)[number] => {
    const receiver = new SocketModeReceiver({
      appToken,
      logger: boltLogger(log),
      installerOptions: {
        clientOptions: { ...(apiUrl ? { slackApiUrl: apiUrl } : {}), retryConfig: { retries: 3, factor: 2 } },
      },
    });
    const socket = { receiver, up: false, downSince: performance.now() };
    receiver.client.on('connected', () => {
      socket.up = true;
    });
    const down = () => {
      if (socket.up) socket.downSince = performance.now();
      socket.up = false;
    };
    // Between its close and the attempt to reconnect lie seconds in which nothing arrives.
    for (const lost of ['close', 'disconnected', 'reconnecting']) receiver.client.on(lost, down);
    if (bolt) receiver.init(throughIntake(bolt));
    return socket;
  };

  const throughIntake = (app: App): App => {
    const process = (delivery: ReceiverEvent) => app.processEvent(delivery);
    return Object.create(app, { processEvent: { value: (delivery: ReceiverEvent) => intake.take(delivery, process) } });
  };

  const replaceLost = async (): Promise<void> => {
    for (const [at, socket] of sockets.entries()) {
      if (stopped) return;
      if (socket.up || performance.now() - socket.downSince < patience.giveUpMs) continue;
      log.warn({ socket: at }, 'a connection to Slack stayed away and is replaced');
      await quietly('leaving a lost connection to Slack', () => socket.receiver.stop());
      if (stopped) return;
      const fresh = dial();
      sockets[at] = fresh;
      await quietly('connecting to Slack', () => fresh.receiver.start());
    }
  };

  /** What fails here concerns nobody but the log: the next look tries again. */
  const quietly = (what: string, work: () => Promise<unknown>): Promise<void> =>
    failures.guard(
      what,
      async () => void (await work()),
      async () => undefined,
    );

  /** One run at a time: a second would replace what the first is still dialling. */
  const look = (): void => {
    replacing ??= replaceLost().finally(() => {
      replacing = null;
    });
  };

  return {
    connected: () => sockets.filter(({ up, receiver }) => up && receiver.client.websocket?.isActive()).length,
    init(app) {
      bolt = app;
      for (let n = 0; n < SOCKETS; n += 1) sockets.push(dial());
    },
    async start() {
      await Promise.all(sockets.map((socket) => socket.receiver.start()));
      watching = setInterval(look, patience.lookEveryMs);
      watching.unref();
    },
    async stop() {
      stopped = true;
      if (watching) clearInterval(watching);
      await replacing;
      await Promise.all(sockets.map((socket) => socket.receiver.stop()));
    },
  };
}
