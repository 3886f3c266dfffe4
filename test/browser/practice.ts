import { appOf } from '../../src/sandbox/app-definition.ts';
import type { SandboxOutlook } from '../../src/sandbox/outlook.ts';
import type { Act, ActAnswer } from '../../src/sandbox/protocol.ts';
import { startSandboxServer } from '../../src/sandbox/server.ts';
import { startPracticeDesk } from './practice-desk.ts';

const APP = appOf({
  display_information: { name: 'Action5' },
  features: {
    slash_commands: [{ command: '/ccm', description: 'Ask, log, look up', usage_hint: '[question]' }],
    shortcuts: [
      { callback_id: 'practice:message', name: 'Log as request', description: 'Log what it asks for', type: 'message' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'app_mentions:read',
        'channels:history',
        'chat:write',
        'commands',
        'files:read',
        'files:write',
        'im:history',
        'im:write',
        'users:read',
      ],
    },
  },
  settings: { event_subscriptions: { bot_events: ['app_home_opened', 'app_mention', 'message.im'] } },
});

export interface Practice {
  /** The address to open; it carries the key. */
  address: string;
  /** What somebody else does meanwhile. */
  act(act: Act): Promise<ActAnswer>;
  /** How many ordered faults are still to happen. */
  faultsLeft(): number;
  outlook: SandboxOutlook;
  /** Everything as it was on the first day. */
  reset(): Promise<void>;
  stop(): Promise<void>;
}

/** The sandbox with its page as it is now, and a practice desk connected to it. */
export async function startPractice(port = 0): Promise<Practice> {
  const sandbox = await startSandboxServer({ port, app: APP, pageFolder: 'dist/page' });
  const log = { verb: 'log', also: [], usage: '[State]', about: 'Logs what a State asks for' };
  sandbox.offer(async () => ({ verbs: [log], states: ['Northland', 'Southland'] }));
  const desk = await startPracticeDesk(sandbox.apiUrl, { bot: sandbox.botToken, app: sandbox.appToken });
  return {
    address: sandbox.url,
    act: sandbox.act,
    faultsLeft: sandbox.faultsLeft,
    outlook: sandbox.outlook,
    reset: async () => {
      const headers = { 'x-sandbox-token': sandbox.token };
      const response = await fetch(`${sandbox.address}/sandbox/reset`, { method: 'POST', headers });
      if (!response.ok) throw new Error(await response.text());
    },
    stop: async () => {
      await desk.stop();
      await sandbox.close();
    },
  };
}
