import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { appOf } from '../../src/sandbox/app-definition.ts';
import { type RunningSandbox, startSandboxServer } from '../../src/sandbox/server.ts';
import { startDeskProcess } from '../setup/desk-process.ts';

const NOTING = pathToFileURL('test/setup/note-modules.mjs').href;

let slack: RunningSandbox;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'noted-'));
  const app = appOf(JSON.parse(await readFile('manifests/socket-mode.json', 'utf8')));
  slack = await startSandboxServer({ port: 0, app, pageFolder: null });
});
afterAll(async () => {
  await slack.close();
  await rm(folder, { recursive: true });
});

const SourceMap = z.object({ sources: z.array(z.string()) });

/** The built files that hold source of the sandbox, as their maps say. */
async function filesOfSandbox(): Promise<string[]> {
  const maps = (await readdir('dist/desk')).filter((name) => name.endsWith('.mjs.map'));
  const held = await Promise.all(
    maps.map(async (name) => {
      const { sources } = SourceMap.parse(JSON.parse(await readFile(join('dist/desk', name), 'utf8')));
      return sources.some((source) => source.includes('/src/sandbox/')) ? [name.replace(/\.map$/, '')] : [];
    }),
  );
  return held.flat();
}

interface Noted {
  loaded: readonly string[];
  listens: readonly string[];
}

/** Starts the desk, notes what it loads and where it listens, and stops it. */
async function noted(name: string, ready: RegExp, env: Record<string, string>): Promise<Noted> {
  const file = join(folder, name);
  const noting = { NOTED: file, NODE_OPTIONS: `--import ${NOTING}`, RECORD: 'none' };
  const desk = await startDeskProcess(ready, { ...env, ...noting }, join(folder, 'data'));
  await desk.stop();
  const lines = (await readFile(file, 'utf8')).split('\n');
  const after = (word: string) => lines.flatMap((line) => (line.startsWith(word) ? [line.slice(word.length)] : []));
  return { loaded: after('loads '), listens: after('listens ') };
}

describe('with the tokens of Slack', () => {
  it('nothing of the sandbox is loaded, and nothing is served; without them it is loaded and served on 127.0.0.1 alone', async () => {
    const parts = await filesOfSandbox();
    expect(parts.length).toBeGreaterThan(0);
    const ofSandbox = ({ loaded }: Noted) => loaded.filter((url) => parts.some((part) => url.endsWith(`/${part}`)));
    const onNetwork = ({ listens }: Noted) => listens.filter((where) => /:\d+$/.test(where));

    const production = await noted('production', /The desk is connected to /, {
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
    });
    expect(production.loaded.some((url) => url.endsWith('/dist/desk/main.mjs'))).toBe(true);
    expect(ofSandbox(production)).toEqual([]);
    expect(onNetwork(production)).toEqual([]);

    const practice = await noted('practice', /Ctrl\+C ends it\./, {});
    expect(ofSandbox(practice)).toHaveLength(parts.length);
    // The page, Outlook, and where Outlook finds the desk.
    const local = expect.stringMatching(/^127\.0\.0\.1:\d+$/);
    expect(onNetwork(practice)).toEqual([local, local, local]);
  }, 180_000);
});
