import { App, type AppOptions, LogLevel } from '@slack/bolt';
import type { AppDefinition } from '../../src/sandbox/app-definition.ts';
import { movableClock, SANDBOX_OPENS } from '../../src/sandbox/clock.ts';
import type { Act, ActAnswer, SeenMessage, SeenModal } from '../../src/sandbox/protocol.ts';
import { type RunningSandbox, type SandboxOptions, startSandboxServer } from '../../src/sandbox/server.ts';

export const APP: AppDefinition = {
  name: 'Action5',
  commands: [{ command: '/ccm', description: 'Ask the desk', usageHint: 'a question', shouldEscape: true }],
  shortcuts: [
    { callbackId: 'log', name: 'Log as request', description: 'Keep it', type: 'message' },
    { callbackId: 'ask', name: 'Ask the desk', description: 'A question', type: 'global' },
  ],
  scopes: [
    'app_mentions:read',
    'channels:read',
    'chat:write',
    'commands',
    'groups:read',
    'im:history',
    'im:write',
    'users:read',
  ],
  events: ['app_mention', 'message.im', 'app_home_opened', 'user_change'],
};

export const ME = 'U0MONTENEGRO';
export const OTHER = 'U0NETHERLANDS';
export const GUEST = 'U0NGOGUEST';
export const OUTSIDER = 'U0MINISTRY';
export const ROOM = 'C0COORDINATION';
/** Where people from outside read along. */
export const OPEN_ROOM = 'C0SIDEEVENT';

const running: (() => Promise<void>)[] = [];

/** Stops what a test started; for afterEach. */
export async function stopAll(): Promise<void> {
  for (const stop of running.splice(0).reverse()) await stop();
}

export async function startSandbox(options: Partial<SandboxOptions> = {}): Promise<RunningSandbox> {
  const sandbox = await startSandboxServer({
    port: 0,
    app: APP,
    pageFolder: null,
    clock: movableClock(SANDBOX_OPENS, true),
    onFailure: (error) => {
      throw error;
    },
    ...options,
  });
  running.push(() => sandbox.close());
  return sandbox;
}

/** The real Bolt app, connected to the stand-in over its WebSocket. */
export async function startBolt(
  sandbox: RunningSandbox,
  listen: (app: App) => void,
  options: AppOptions = {},
): Promise<App> {
  const app = new App({
    token: sandbox.botToken,
    appToken: sandbox.appToken,
    socketMode: true,
    logLevel: LogLevel.ERROR,
    clientOptions: { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } },
    ...options,
  });
  listen(app);
  await app.start();
  running.push(async () => void (await app.stop()));
  return app;
}

export interface Desk {
  sandbox: RunningSandbox;
  app: App;
  act(act: Act): Promise<ActAnswer>;
  messages(channel: string, as?: string): readonly SeenMessage[];
  last(channel: string, as?: string): SeenMessage;
  modals(as?: string): readonly SeenModal[];
}

/** The stand-in with a Bolt app that listens as the test says. */
export async function startDesk(
  listen: (app: App) => void,
  options: Partial<SandboxOptions> = {},
  bolt: AppOptions = {},
): Promise<Desk> {
  const sandbox = await startSandbox(options);
  const app = await startBolt(sandbox, listen, bolt);
  const messages = (channel: string, as = ME): readonly SeenMessage[] => sandbox.seenBy(as).messages[channel] ?? [];
  return {
    sandbox,
    app,
    act: sandbox.act,
    messages,
    last(channel, as) {
      const found = messages(channel, as).at(-1);
      if (found === undefined) throw new Error(`Nothing has been said in ${channel}.`);
      return found;
    },
    modals: (as = ME) => sandbox.seenBy(as).modals,
  };
}

/** Resolves once `holds` does; asks again after every change of the workspace, and a little later. */
export async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('It did not come to be.');
}
