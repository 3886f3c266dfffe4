import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestServer } from '../setup/postgres.ts';
import { type Figure, megabytes, ms, quantile, seconds } from './figures.ts';
import { type Started, started } from './started.ts';

const AGAIN = 3;
const SCRIPT = [process.execPath, 'scripts/start.mjs'];

const memory = ({ resident }: Started): string => (resident === null ? 'not told by this system' : megabytes(resident));

async function onPostgres(postgres: TestServer, folder: string): Promise<readonly Figure[]> {
  const variables = { ACTION5_DATA: folder, DATABASE_URL: await postgres.newDatabase() };
  await started(SCRIPT, process.cwd(), variables);
  const again = await started(SCRIPT, process.cwd(), variables);
  return [
    { what: 'Second start on PostgreSQL', value: seconds(again.opened), beside: 'to the printed address' },
    { what: 'Resident memory on PostgreSQL', value: memory(again), beside: 'sandbox included' },
  ];
}

/** How long a start takes with everything installed, first and again, and what it holds. */
export async function startFigures(postgres: TestServer | null): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'action5-bench-'));
  const variables = { ACTION5_DATA: join(folder, 'data') };
  try {
    const first = await started(SCRIPT, process.cwd(), variables);
    const again: Started[] = [];
    for (let run = 0; run < AGAIN; run += 1) again.push(await started(SCRIPT, process.cwd(), variables));
    const median = (of: (start: Started) => number): number => quantile(again.map(of), 0.5);
    const last = again.at(-1) ?? first;
    return [
      {
        what: 'First start on an empty folder, packages installed',
        value: seconds(first.opened),
        beside: 'to the printed address; makes and loads the record',
      },
      { what: 'Second start', value: seconds(median(({ opened }) => opened)), beside: `median of ${AGAIN}` },
      { what: 'The page and its files', value: ms(median(({ page }) => page)), beside: 'over HTTP' },
      { what: 'Resident memory on the embedded database', value: memory(last), beside: 'sandbox included' },
      ...(postgres ? await onPostgres(postgres, join(folder, 'beside')) : []),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
