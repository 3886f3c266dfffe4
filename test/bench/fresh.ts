import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Figure, seconds } from './figures.ts';
import { started } from './started.ts';

/** How long `npm start` takes on a clone with nothing installed, and again: what a newcomer waits. */
export async function freshFigures(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'action5-bench-'));
  const clone = join(folder, 'clone');
  try {
    execFileSync('git', ['clone', '--quiet', '--no-hardlinks', process.cwd(), clone]);
    const npm = ['npm', 'start'] as const;
    const first = await started(npm, clone, {});
    const again = await started(npm, clone, {});
    return [
      {
        what: 'npm start on a fresh clone',
        value: seconds(first.opened),
        beside: 'to the printed address; installs and prepares everything',
      },
      { what: 'npm start again', value: seconds(again.opened), beside: 'to the printed address' },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}
