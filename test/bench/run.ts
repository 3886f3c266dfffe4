// `npm run bench`: prints the measured figures as a table in Markdown; --json prints them as JSON, --fresh installs a clone first.
import { availableParallelism } from 'node:os';
import { structureOf } from '../../scripts/structure.mjs';
import { startPostgres } from '../setup/postgres.ts';
import { answerFigures } from './answers.ts';
import { deadlineFigures } from './deadlines.ts';
import { digestFigures } from './digests.ts';
import type { Figure } from './figures.ts';
import { freshFigures } from './fresh.ts';
import { outlookFigures } from './outlook.ts';
import { rulesFigures } from './rules.ts';
import { startFigures } from './starts.ts';

/** What could not be measured on this machine is a line that says why, and the rest goes on. */
async function part(what: string, measure: () => Promise<readonly Figure[]>): Promise<readonly Figure[]> {
  try {
    return await measure();
  } catch (error) {
    return [{ what, value: 'not measured', beside: error instanceof Error ? error.message : String(error) }];
  }
}

async function structureFigures(): Promise<readonly Figure[]> {
  const { modules, median, longest } = await structureOf(process.cwd());
  return [{ what: 'Modules', value: String(modules), beside: `median ${median} lines, longest ${longest}` }];
}

/** A PostgreSQL to measure on: the one from npm, or none where it does not run. */
async function postgresOrNone(): Promise<Awaited<ReturnType<typeof startPostgres>> | null> {
  try {
    return await startPostgres();
  } catch (error) {
    process.stderr.write(`Without PostgreSQL: ${error instanceof Error ? error.message : String(error)}\n`);
    return null;
  }
}

const postgres = await postgresOrNone();
const figures: readonly Figure[] = [
  ...(process.argv.includes('--fresh') ? await part('npm start on a fresh clone', freshFigures) : []),
  ...(await part('Starts', () => startFigures(postgres))),
  ...(await part('Answers', () => answerFigures(postgres))),
  ...(await part('Outlook', outlookFigures)),
  ...(await part('Rules', rulesFigures)),
  ...(await part('Dates', deadlineFigures)),
  ...(await part('Digests', () => digestFigures(postgres))),
  ...(await part('Modules', structureFigures)),
];
await postgres?.stop();
const machine = `Node ${process.versions.node}, ${availableParallelism()} cores, ${process.platform} ${process.arch}`;
if (process.argv.includes('--json')) process.stdout.write(`${JSON.stringify({ machine, figures }, null, 2)}\n`);
else {
  const rows = figures.map(({ what, value, beside }) => `| ${what} | ${value} | ${beside} |`);
  process.stdout.write(`${machine}\n\n| What | Measured | Beside |\n| --- | --- | --- |\n${rows.join('\n')}\n`);
}
process.exit(0);
