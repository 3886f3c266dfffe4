import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../src/db/open.ts';
import { type Catalog, commandIn } from '../src/desk/catalog.ts';
import { readEnv } from '../src/env.ts';
import { VARIABLES } from '../src/env-variables.ts';
import { askAll } from '../src/features/answers/use-cases.ts';
import { day } from '../src/treaty/day.ts';
import { run } from './setup/command-line.ts';
import { freshDatabase } from './setup/database.ts';
import { generated, wholeCatalog } from './setup/documents.ts';
import { projectFiles } from './setup/project-files.ts';

const read = (file: string): string => readFileSync(file, 'utf8');
const files = projectFiles();
const documents = files.filter((file) => file.endsWith('.md'));
const readme = read('README.md');

describe('what is made from the code', () => {
  it('is in .env.example, the manifest and the tables of the README as the code makes it', async () => {
    for (const [file, text] of Object.entries(await generated())) expect(read(file), file).toBe(text);
  });

  it('describes exactly the variables that the desk reads', () => {
    const asked = new Set<string>();
    const source = new Proxy<Record<string, string>>(
      {},
      {
        get: (_, name) => void asked.add(String(name)),
        has: (_, name) => asked.add(String(name)) && false,
      },
    );
    expect(readEnv(source).ok).toBe(true);
    expect([...asked].toSorted()).toEqual(VARIABLES.map(({ name }) => name).toSorted());
  });
});

describe('every file of the project', () => {
  const PATH =
    /(?:^|[^\w.~/-]|file:\/\/)\/(?:home|Users|root|work|mnt|opt|srv|var|private|tmp)\/[\w.-]+|\b[A-Z]:\\{1,2}\w/m;
  const REGISTRY = /\bregistry\.[\w-]+\.|https?:\/\/[^\s"'/]*(?:npmjs|npmmirror|artifactory|verdaccio|unpkg)/i;
  // This file writes what it forbids.
  const text = files.filter((file) => !/\.(png|ico|woff2?)$/.test(file) && file !== 'test/documents.test.ts');

  it('is seen by these rules, and the rules see what they forbid', () => {
    expect(text).toEqual(expect.arrayContaining(['.ci/run', '.npmrc', 'package-lock.json', 'src/env.ts']));
    for (const path of ['cd /home/anna/desk', 'C:\\Users', '"/tmp/x.log"', 'file:///srv/desk'])
      expect(path).toMatch(PATH);
    // In pieces: the rule holds for this file, too.
    expect(`https://${['registry', 'npmjs', 'org'].join('.')}/zod`).toMatch(REGISTRY);
    expect('see src/tmp/x, https://example.org/home/page and the npm registry').not.toMatch(PATH);
    expect('the npm registry').not.toMatch(REGISTRY);
  });

  it('names no path of a machine', () => {
    expect(text.filter((file) => PATH.test(read(file)))).toEqual([]);
  });

  it('names no host of a package registry', () => {
    expect(text.filter((file) => REGISTRY.test(read(file)))).toEqual([]);
  });
});

/** The anchors of a document's headings, as they are made for readers on the web. */
const anchorsOf = (markdown: string): readonly string[] =>
  [...markdown.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} -]/gu, '')
      .replaceAll(' ', '-'),
  );

describe('links in documents', () => {
  const links = documents.flatMap((file) =>
    [...read(file).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => ({ file, target })),
  );
  const inside = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  it('are found in the README', () => {
    expect(inside.filter(({ file }) => file === 'README.md').length).toBeGreaterThan(4);
  });

  it.each(inside)('lead from $file to $target', ({ file, target }) => {
    const [path = '', anchor = ''] = target.split('#');
    const to = path === '' ? file : join(dirname(file), path);
    expect(existsSync(to)).toBe(true);
    if (anchor !== '') expect(anchorsOf(read(to))).toContain(anchor);
  });
});

describe('commands in documents', () => {
  /** What stands in code, in a line or in a block, with what begins so. */
  const inCode = (begins: RegExp): readonly string[] => {
    const found = documents.flatMap((file) => {
      const code = read(file);
      const blocks = [...code.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, block = '']) => block.split('\n'));
      const lines = [...code.matchAll(/`([^`\n]+)`/g)].map(([, line = '']) => line);
      return [...blocks, ...lines].flatMap((line) => line.split('; ')).map((line) => line.trim());
    });
    return [...new Set(found.filter((line) => begins.test(line)))];
  };
  const withoutRemark = (line: string): string => line.split(/ {2,}/)[0] ?? '';

  it('that npm runs are scripts of the project', () => {
    const { scripts } = JSON.parse(read('package.json'));
    const named = inCode(/^npm /).map((line) => /^npm (?:run (?:-s )?)?([\w-]+)/.exec(line)?.[1] ?? line);
    expect(named).toEqual(expect.arrayContaining(['start', 'test', 'action5', 'bench', 'documents']));
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });

  it('that Node, npx or the shell run are there', () => {
    const named = inCode(/^(node|npx|\.ci)\b/).map(withoutRemark);
    expect(named).toContain('.ci/run');
    const missing = named.filter((line) => {
      const [first = '', second = '', third = ''] = line.split(' ');
      if (first === 'npx' && !existsSync(join('node_modules', '.bin', second))) return true;
      const file = [first, second, third].find((word) => /^(scripts|src|\.ci)\//.test(word));
      return file === undefined ? first !== 'npx' : !existsSync(file);
    });
    expect(missing).toEqual([]);
  });

  describe('that are typed', () => {
    let database: Database;
    let catalog: Catalog;
    beforeAll(async () => {
      [database, catalog] = await Promise.all([freshDatabase(), wholeCatalog()]);
    });
    afterAll(() => database.close());

    it('in Slack are verbs of the desk, or questions that it understands', async () => {
      const typed = inCode(/^\/ccm\b/).map((line) => line.slice(4).trim());
      expect(typed.length).toBeGreaterThan(10);
      const free = typed.filter((line) => commandIn(catalog, line) === null);
      expect(free).toContain('which states need victim assistance?');
      const mentioned = inCode(/^@Action5 /).map((line) => line.slice('@Action5 '.length));
      const answers = await askAll(database.db, [...free, ...mentioned], day('2019-11-18'), true);
      expect(answers.filter(({ outcome }) => outcome !== 'answered')).toEqual([]);
    });

    it('in Slack name every verb in the README', () => {
      const named = new Set([...readme.matchAll(/`\/ccm ?([a-z]*)/g)].map(([, verb]) => verb));
      for (const { verb } of catalog.commands) expect(named).toContain(verb);
    });

    it('on the command line are run, and done', async () => {
      const typed = inCode(/^npm run -s action5 -- /);
      expect(typed.length).toBeGreaterThanOrEqual(5);
      for (const line of typed) {
        const words = [...line.slice('npm run -s action5 -- '.length).matchAll(/"([^"]*)"|(\S+)/g)];
        const ran = await run(
          words.map(([, quoted, plain]) => quoted ?? plain ?? ''),
          { database },
        );
        expect(ran, line).toMatchObject({ code: line.includes('doctor') ? 1 : 0, err: '' });
      }
    });
  });
});
