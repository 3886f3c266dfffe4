// Holds the structure of src/: directions, no circles, enough modules seen, no file too long, no room for leftovers.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';

const LEAST_MODULES = 50;
const LONGEST = 250;
const FORBIDDEN_NAMES = /(^|[/-])(utils?|helpers?|common|managers?|services?|misc|index)(\.|\/)/;

/** Everything wrong with the structure of `root`, and the figures of what was looked at. */
export async function structureOf(root) {
  process.chdir(root);
  const rules = createRequire(import.meta.url)(resolve(root, '.dependency-cruiser.cjs'));
  const { output } = await cruise(
    ['src'],
    { ruleSet: { forbidden: rules.forbidden }, validate: true, ...rules.options },
    rules.options.enhancedResolveOptions,
    { tsConfig: extractTSConfig(join(root, 'tsconfig.json')) },
  );
  const own = output.modules
    .map((module) => module.source)
    .filter((source) => source.startsWith('src/') && !source.includes('/generated/'));
  const lengths = own
    .map((source) => ({ source, lines: readFileSync(join(root, source), 'utf8').split('\n').length - 1 }))
    .sort((a, b) => a.lines - b.lines);
  const problems = output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  if (own.length < LEAST_MODULES) problems.push(`Only ${own.length} modules were found: the check sees nothing.`);
  for (const { source, lines } of lengths)
    if (lines > LONGEST) problems.push(`${source} has ${lines} lines (at most ${LONGEST}).`);
  for (const source of own) if (FORBIDDEN_NAMES.test(source)) problems.push(`${source}: a name that says nothing.`);
  const median = lengths[Math.floor(lengths.length / 2)];
  const longest = lengths.at(-1);
  return {
    problems,
    modules: own.length,
    median: median?.lines ?? 0,
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
