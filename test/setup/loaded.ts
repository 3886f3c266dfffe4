import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const report = z.object({ result: z.array(z.object({ url: z.string() })) });
const map = z.object({ sources: z.array(z.string()) });

/** The source files, from the root of the project, of which the built file at `path` is made. */
function sourcesOf(path: string): readonly string[] {
  if (!existsSync(`${path}.map`)) return [relative(process.cwd(), path)];
  const { sources } = map.parse(JSON.parse(readFileSync(`${path}.map`, 'utf8')));
  return sources.map((source) => relative(process.cwd(), resolve(dirname(path), source)).replaceAll('\\', '/'));
}

/** Every source file of the project that a process loaded, told by V8 itself (NODE_V8_COVERAGE=folder) when it had ended. */
export function sourcesLoaded(folder: string): readonly string[] {
  const urls = readdirSync(folder).flatMap((file) =>
    report.parse(JSON.parse(readFileSync(join(folder, file), 'utf8'))).result.map(({ url }) => url),
  );
  const own = urls
    .filter((url) => url.startsWith('file:') && !url.includes('/node_modules/'))
    .map((url) => fileURLToPath(url));
  return [...new Set(own.flatMap(sourcesOf))].toSorted();
}

/** Whether the process listens on TCP, as Linux tells it; null elsewhere. */
export function listens(pid: number): boolean | null {
  if (process.platform !== 'linux') return null;
  const sockets = new Set(
    readdirSync(`/proc/${pid}/fd`).flatMap(
      (fd) => /^socket:\[(\d+)\]$/.exec(linkOf(`/proc/${pid}/fd/${fd}`))?.[1] ?? [],
    ),
  );
  const LISTEN = '0A';
  return ['tcp', 'tcp6']
    .flatMap((table) => readFileSync(`/proc/${pid}/net/${table}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .some(([, , , state, , , , , , inode]) => state === LISTEN && inode !== undefined && sockets.has(inode));
}

/** Where a link leads; empty when it is gone by now. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}
