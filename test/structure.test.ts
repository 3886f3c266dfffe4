import { appendFileSync, cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Structure, structureOf } from '../scripts/structure.mjs';

const RULES = ['.dependency-cruiser.cjs', 'tsconfig.json', 'package.json'];
const folders: string[] = [];

/** A project of its own that is held to this one's rules. */
function projectWith(src: (folder: string) => void): string {
  const root = mkdtempSync(join(tmpdir(), 'action5-structure-'));
  folders.push(root);
  for (const file of RULES) cpSync(file, join(root, file));
  symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'src'));
  src(join(root, 'src'));
  return root;
}

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** Imports that must be refused: the rule, where they stand, what they name. */
const PLANTED = [
  ['treaty-knows-only', 'treaty/theme.ts', '../db/client.ts'],
  ['treaty-packages', 'treaty/theme.ts', 'node:fs'],
  ['treaty-packages', 'treaty/theme.ts', 'zod'],
  ['blocks-knows-only', 'blocks/limits.ts', '../questions/fold.ts'],
  ['blocks-packages', 'blocks/limits.ts', '@slack/web-api'],
  ['questions-knows-only', 'questions/fold.ts', '../desk/time.ts'],
  ['desk-knows-only', 'desk/ground.ts', '../db/days.ts'],
  ['desk-packages', 'desk/ground.ts', '@slack/bolt'],
  ['db-knows-only', 'db/days.ts', '../features/help/feature.ts'],
  ['features-knows-only', 'features/help/feature.ts', '../../slack/sender.ts'],
  ['features-through-use-cases', 'features/help/feature.ts', '../people/store.ts'],
  ['slack-knows-only', 'slack/typed.ts', '../features/help/feature.ts'],
  ['slack-knows-only', 'slack/typed.ts', '../db/days.ts'],
  ['delivery-knows-only', 'delivery/wake.ts', '../slack/sender.ts'],
  ['sandbox-knows-only', 'sandbox/ids.ts', '../slack/sender.ts'],
  ['cli-knows-only', 'cli/doctor.ts', '../slack/sender.ts'],
  ['page-knows-only', 'sandbox/page/world/route.ts', '../../server.ts'],
  ['page-in-the-browser-alone', 'sandbox/server.ts', './page/world/route.ts'],
  ['sandbox/page-packages', 'sandbox/page/world/route.ts', 'node:fs'],
  ['slack-sdk-in-slack', 'features/help/feature.ts', '@slack/web-api'],
  ['prisma-in-db', 'features/help/feature.ts', '@prisma/client'],
  ['prisma-in-db', 'features/help/feature.ts', '../../db/generated/client.ts'],
  ['sandbox-from-main-alone', 'start.ts', './sandbox/start.ts'],
  ['sandbox-dynamically', 'main.ts', './sandbox/server.ts'],
  ['app-and-main-on-top', 'features/help/feature.ts', '../../main.ts'],
  ['resolvable', 'env.ts', './nowhere.ts'],
] as const;

describe('the structure of this project', () => {
  it('is as its rules say, and the rules see all of it', async () => {
    const { problems, modules, median } = await structureOf(process.cwd());
    expect(problems).toEqual([]);
    expect(modules).toBeGreaterThan(300);
    expect(median).toBeLessThan(80);
  });
});

describe('a project with planted faults', () => {
  let planted: Structure;

  beforeAll(async () => {
    const root = projectWith((src) => {
      cpSync('src', src, { recursive: true, filter: (path) => !path.includes('generated') });
      mkdirSync(join(src, 'db', 'generated'));
      writeFileSync(join(src, 'db', 'generated', 'client.ts'), 'export const client = 1;\n');
      for (const [, file, imported] of PLANTED) appendFileSync(join(src, file), `import '${imported}';\n`);
      // Two files that need each other, and files of another kind of fault.
      writeFileSync(join(src, 'treaty', 'hen.ts'), "import { egg } from './egg.ts';\nexport const hen = egg;\n");
      writeFileSync(join(src, 'treaty', 'egg.ts'), "import { hen } from './hen.ts';\nexport const egg = hen;\n");
      writeFileSync(join(src, 'treaty', 'long.ts'), 'export {};\n'.repeat(251));
      writeFileSync(join(src, 'treaty', 'full.ts'), 'export {};\n'.repeat(250));
      for (const name of ['date-utils.ts', 'helpers/dates.ts', 'index.ts', 'date-service.ts', 'commons.ts']) {
        mkdirSync(dirname(join(src, 'treaty', name)), { recursive: true });
        writeFileSync(join(src, 'treaty', name), 'export {};\n');
      }
      writeFileSync(join(src, 'sandbox', 'page', 'style', 'misc.css'), '\n'.repeat(300));
    });
    planted = await structureOf(root);
  });

  it.each(PLANTED)('is refused by %s: %s imports %s', (rule, file, imported) => {
    const name = imported.replace(/^node:/, '').replace(/^.*\//, '');
    const found = planted.problems.filter((problem) => problem.startsWith(`${rule}: src/${file} -> `));
    expect(found.some((problem) => problem.split(' -> ')[1]?.includes(name))).toBe(true);
  });

  it('is refused for a circle', () => {
    const circles = planted.problems.filter((problem) => /^no-circles: src\/treaty\/(hen|egg)\.ts -> /.test(problem));
    expect(circles).not.toEqual([]);
  });

  it('is refused for a file over 250 lines, of whatever kind, and not for one of 250', () => {
    const long = planted.problems.filter((problem) => problem.includes('lines (at most'));
    expect(long.toSorted()).toEqual([
      'src/sandbox/page/style/misc.css has 300 lines (at most 250).',
      'src/treaty/long.ts has 251 lines (at most 250).',
    ]);
  });

  it('is refused for names that say nothing, and not for words that contain them', () => {
    const named = planted.problems.filter((problem) => problem.endsWith('a name that says nothing.'));
    expect(named.map((problem) => problem.split(':')[0]).toSorted()).toEqual([
      'src/sandbox/page/style/misc.css',
      'src/treaty/date-service.ts',
      'src/treaty/date-utils.ts',
      'src/treaty/helpers/dates.ts',
      'src/treaty/index.ts',
    ]);
  });
});

describe('a project in which the rules see nothing', () => {
  it('is refused, since a check of nothing would pass', async () => {
    const root = projectWith((src) => {
      for (let n = 0; n < 49; n += 1) writeFileSync(join(src, `room-${n}.ts`), 'export {};\n');
    });
    const { problems, modules } = await structureOf(root);
    expect(modules).toBe(49);
    expect(problems).toEqual(['Only 49 modules were found: the check sees nothing.']);
    writeFileSync(join(root, 'src', 'room-49.ts'), 'export {};\n');
    expect((await structureOf(root)).problems).toEqual([]);
  });
});
