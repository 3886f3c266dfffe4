import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Temporal } from 'temporal-polyfill';
import type { Ground, GroundOutcome } from '../desk/ground.ts';
import type { Log } from '../desk/ports.ts';
import { appOf } from './app-definition.ts';
import { movableClock } from './clock.ts';
import { startSandboxServer } from './server.ts';
import { CAST, TEAM } from './world/cast.ts';
import { CHANNELS } from './world/channels.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

export interface SandboxStart {
  port: number;
  /** Where the workspace is kept beside the record. */
  folder: string;
  /** Where the clock starts; null: where it stood, or on the first day. */
  now: Temporal.Instant | null;
  frozen: boolean;
  /** Begins the record again, as of the instant to which the clock is about to be set back. */
  onReset(at: Temporal.Instant): Promise<void>;
  log: Log;
}

/** Opens the sandbox on 127.0.0.1 for the desk to stand on: a workspace with people, channels and a movable clock. */
export async function openSandbox({ port, folder, now, frozen, onReset, log }: SandboxStart): Promise<GroundOutcome> {
  const manifest: unknown = JSON.parse(readFileSync(join(ROOT, 'manifests', 'socket-mode.json'), 'utf8'));
  try {
    const running = await startSandboxServer({
      port,
      app: appOf(manifest),
      pageFolder: join(ROOT, 'dist', 'page'),
      storeFile: join(folder, 'workspace.json'),
      clock: movableClock(now ?? undefined, frozen),
      resumeClock: now === null,
      onReset,
      onFailure: (error) =>
        log.error({ error: error instanceof Error ? error.message : String(error) }, 'the sandbox failed'),
    });
    const { botToken, appToken, apiUrl, clock, url, address, startedAfresh, outlook } = running;
    const ground: Ground = {
      access: { botToken, appToken, apiUrl },
      outlook: outlook.ground,
      clock,
      people: CAST.map(({ id, name, zone, roles, state }) => ({
        slackId: id,
        teamId: TEAM.id,
        name,
        zone,
        roles,
        state,
      })),
      registerChannel: CHANNELS[0]?.id ?? '',
      digestChannel: CHANNELS.find(({ name }) => name === 'isu-deadlines')?.id ?? '',
      url,
      address,
      remark: startedAfresh,
      onClockMoved: (listener) => clock.onMove(listener),
      offer: running.offer,
      close: () => running.close(),
    };
    return { ok: true, ground };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      return {
        ok: false,
        problem: `Port ${port} is in use on this computer. Stop what uses it, or choose another with PORT=… (PORT=0 takes a free one).`,
      };
    }
    throw error;
  }
}
