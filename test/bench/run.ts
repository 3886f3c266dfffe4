// `npm run bench`: prints the measured figures as a table; --json prints them as JSON.
import { availableParallelism } from 'node:os';
import { structureOf } from '../../scripts/structure.mjs';
import { answerFigures } from './answers.ts';
import { deadlineFigures } from './deadlines.ts';
import type { Figure } from './figures.ts';
import { rulesFigures } from './rules.ts';
import { startFigures } from './starts.ts';

const structure = await structureOf(process.cwd());
const figures: Figure[] = [
  ...(await startFigures(process.env['BENCH_DATABASE_URL'] ?? null)),
  ...(await answerFigures()),
  ...(await rulesFigures()),
  ...(await deadlineFigures()),
  {
    what: 'Modules',
    value: String(structure.modules),
    beside: `median ${structure.median} lines, longest ${structure.longest}`,
  },
];
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`;
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ machine, figures }, null, 2)}\n`);
else {
  const rows = figures.map(({ what, value, beside }) => `| ${what} | ${value} | ${beside} |`);
  process.stdout.write(`${machine}\n\n| What | Measured | Beside |\n| --- | --- | --- |\n${rows.join('\n')}\n`);
}
process.exit(0);
