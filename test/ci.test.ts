import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { emptyFolder } from './setup/folder.ts';

/** What a stand-in for the project does when it is checked. */
interface Plan {
  /** What the test run reports; null when it ends before it can. */
  tests: { numPassedTests: number; numFailedTests: number } | null;
  /** The scripts that fail. */
  failing?: readonly string[];
}

const SCRIPTS = ['test', 'types', 'lint', 'structure', 'deadcode', 'documents'];
// In npm's place, which would take half a second each time: `npm test -- …` and `npm run -s NAME -- …`.
const NPM = `#!/bin/sh
if [ "$1" = run ]; then shift; [ "$1" = -s ] && shift; fi
name=$1
shift
[ "$1" = -- ] && shift
exec node step.mjs "$name" "$@"
`;
const STEP = `
import { writeFileSync } from 'node:fs';
import plan from './plan.json' with { type: 'json' };
const [name, ...rest] = process.argv.slice(2);
const file = rest.find((word) => word.startsWith('--outputFile='))?.slice('--outputFile='.length);
if (name === 'test' && plan.tests) writeFileSync(file, JSON.stringify(plan.tests));
if (name === 'documents' && rest[0] !== '--check') process.exit(1);
process.exit(plan.failing?.includes(name) ? 1 : 0);
`;

/** Runs .ci/run in a small project of its own; its last line, and how it ended. */
function checked(plan: Plan): { last: string; code: number | null } {
  const folder = emptyFolder();
  cpSync('.ci', join(folder, '.ci'), { recursive: true });
  const scripts = Object.fromEntries(SCRIPTS.map((name) => [name, `node step.mjs ${name}`]));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'small', private: true, scripts }));
  writeFileSync(join(folder, 'plan.json'), JSON.stringify(plan));
  writeFileSync(join(folder, 'step.mjs'), STEP);
  mkdirSync(join(folder, 'scripts'));
  writeFileSync(join(folder, 'scripts', 'smoke.mjs'), `process.exit(${plan.failing?.includes('smoke') ? 1 : 0});\n`);
  const git = (...args: readonly string[]) => {
    const who = ['-c', 'user.name=Desk', '-c', 'user.email=desk@example.org'];
    const done = spawnSync('git', [...who, ...args], { cwd: folder, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
  };
  git('init', '--quiet');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'A small project');
  const bin = emptyFolder();
  writeFileSync(join(bin, 'npm'), NPM, { mode: 0o755 });
  const env = { ...process.env, PATH: `${bin}${delimiter}${process.env['PATH']}` };
  const { stdout, status } = spawnSync(join(folder, '.ci', 'run'), { encoding: 'utf8', env });
  return { last: stdout.trimEnd().split('\n').at(-1) ?? '', code: status };
}

// Its seven checks beside the tests: clone, types, lint, structure, dead code, documents, start.
describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  it.each<[string, Plan, string, number]>([
    ['all is well', { tests: { numPassedTests: 300, numFailedTests: 0 } }, '307 passed, 0 failed', 0],
    [
      'two tests fail, and other checks',
      { tests: { numPassedTests: 298, numFailedTests: 2 }, failing: ['test', 'lint', 'documents', 'smoke'] },
      '302 passed, 5 failed',
      1,
    ],
    [
      'the test run fails and no test does',
      { tests: { numPassedTests: 300, numFailedTests: 0 }, failing: ['test'] },
      '307 passed, 1 failed',
      1,
    ],
    ['the tests never ran', { tests: null, failing: ['test'] }, '7 passed, 1 failed', 1],
  ])('counts by tests and checks when %s', (_, plan, last, code) => {
    expect(checked(plan)).toEqual({ last, code });
  });
});
