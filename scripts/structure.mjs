// Holds the structure of src/: directions, no circles, enough modules seen, no file too long, no room for leftovers.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const LEAST_MODULES = 50;
const LONGEST = 250;
const FORBIDDEN_NAMES = /(^|[/-])(utils?|helpers?|common|managers?|services?|misc|index)(\.(?!html)|\/)/;

/** Every file that people wrote under src/, with its number of lines, the shortest first. */
const filesOf = (root) =>
  readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ source: relative(root, path).replaceAll('\\', '/'), path }))
    .filter(({ source }) => !source.startsWith('src/db/generated/'))
    .map(({ source, path }) => ({ source, lines: readFileSync(path, 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);

/** Everything wrong with the structure of `root`, and the figures of what was looked at. */
export async function structureOf(root) {
  const rules = createRequire(import.meta.url)(resolve(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    ['src'],
    { ruleSet: { forbidden: rules.forbidden }, validate: true, baseDir: root, ...rules.options },
    rules.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  const modules = output.modules
    .map((module) => module.source)
    .filter((source) => source.startsWith('src/') && !source.includes('/generated/'));
  const files = filesOf(root);
  const problems = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  if (modules.length < LEAST_MODULES)
    problems.push(`Only ${modules.length} modules were found: the check sees nothing.`);
  for (const { source, lines } of files)
    if (lines > LONGEST) problems.push(`${source} has ${lines} lines (at most ${LONGEST}).`);
  for (const { source } of files)
    if (FORBIDDEN_NAMES.test(source)) problems.push(`${source}: a name that says nothing.`);
  const seen = files.filter(({ source }) => modules.includes(source));
  const longest = seen.at(-1);
  return {
    problems,
    modules: modules.length,
    median: seen[Math.floor(seen.length / 2)]?.lines ?? 0,
    longest: longest ? `${longest.source} (${longest.lines})` : '-',
  };
}

if (process.argv[1] === import.meta.filename) {
  const { problems, modules, median, longest } = await structureOf(
    process.argv[2] ? resolve(process.argv[2]) : process.cwd(),
  );
  for (const problem of problems) process.stderr.write(`${problem}\n`);
  process.stdout.write(`${modules} modules, median ${median} lines, longest ${longest}; ${problems.length} problems\n`);
  process.exitCode = problems.length > 0 ? 1 : 0;
}
