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
}

/** Two sockets: while Slack has one of them reconnect, which takes it some five seconds, the other goes on taking what comes. */
const SOCKETS = 2;
const LOOK_EVERY_MS = 5_000;
const GIVE_UP_MS = 30_000;

/** A receiver over several Socket Mode connections, all of which go through `intake`; a socket that stays away is replaced. */
export function socketsOf({
  appToken,
  apiUrl,
  intake,
  failures,
  log,
}: SocketParts): Receiver & { connected(): number } {
  const sockets: { receiver: SocketModeReceiver; up: boolean; downSince: number }[] = [];
  let bolt: App | null = null;
  let watching: NodeJS.Timeout | null = null;

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
      if (socket.up || performance.now() - socket.downSince < GIVE_UP_MS) continue;
      log.warn({ socket: at }, 'a connection to Slack stayed away and is replaced');
      await socket.receiver.stop();
      const fresh = dial();
      sockets[at] = fresh;
      await failures.guard(
        'connecting to Slack',
        async () => void (await fresh.receiver.start()),
        async () => undefined,
      );
    }
  };

  return {
    connected: () => sockets.filter(({ up, receiver }) => up && receiver.client.websocket?.isActive()).length,
    init(app) {
      bolt = app;
      for (let n = 0; n < SOCKETS; n += 1) sockets.push(dial());
    },
    async start() {
      await Promise.all(sockets.map((socket) => socket.receiver.start()));
      watching = setInterval(() => void replaceLost(), LOOK_EVERY_MS);
      watching.unref();
    },
    async stop() {
      if (watching) clearInterval(watching);
      await Promise.all(sockets.map((socket) => socket.receiver.stop()));
    },
  };
}
