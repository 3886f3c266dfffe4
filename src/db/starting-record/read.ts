import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { stockpileDeadline } from '../../treaty/article-3.ts';
import { clearanceDeadline } from '../../treaty/article-4.ts';
import { day } from '../../treaty/day.ts';
import { entryIntoForce } from '../../treaty/entry-into-force.ts';
import { FILES, type FileName, type RecordRows } from './rows.ts';

export type ReadOutcome = { ok: true; rows: RecordRows; digest: string } | { ok: false; problem: string };

type Parsed<Name extends FileName> = { ok: true; rows: RecordRows[Name] } | { ok: false; problem: string };

const row = z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) });

function readFile<Name extends FileName>(
  folder: string,
  name: Name,
  hash: ReturnType<typeof createHash>,
): Parsed<Name> {
  const file = `${name}.csv`;
  let rows: unknown[];
  try {
    const text = readFileSync(join(folder, file), 'utf8');
    hash.update(file).update(text);
    rows = parse(text, { columns: true, bom: true, info: true });
  } catch (error) {
    if (error instanceof CsvError || (error instanceof Error && 'code' in error))
      return { ok: false, problem: `${file}: ${error.message}` };
    throw error;
  }
  const checked: RecordRows[Name] = [];
  for (const each of rows) {
    const { record, info } = row.parse(each);
    const parsed = FILES[name].safeParse(record);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return {
        ok: false,
        problem: `${file}, line ${info.lines}: ${issue?.path.join('.')} ${issue?.message}. Nothing was loaded.`,
      };
    }
    (checked as unknown[]).push(parsed.data);
  }
  return { ok: true, rows: checked };
}

/** Reads and checks the whole starting record before anything is written; the first wrong row is named by file, line and reason. */
export function readStartingRecord(folder: string): ReadOutcome {
  const hash = createHash('sha256');
  const rows: Partial<Record<FileName, unknown>> = {};
  for (const name of Object.keys(FILES) as FileName[]) {
    const read = readFile(folder, name, hash);
    if (!read.ok) return read;
    rows[name] = read.rows;
  }
  const whole = rows as RecordRows;
  const problem = contradiction(whole);
  return problem === null
    ? { ok: true, rows: whole, digest: hash.digest('hex') }
    : { ok: false, problem: `${problem} Nothing was loaded.` };
}

/** What no single row can show: unknown States, a State twice, a date that Article 17, 3.2 or 4.1(a) does not give. */
function contradiction(rows: RecordRows): string | null {
  const codes = [...rows['states-parties'], ...rows['signatories-not-party'], ...rows['states-not-party']].map(
    ({ iso3 }) => iso3,
  );
  const known = new Set(codes);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice) return `${twice} stands in two files of States.`;
  for (const name of ['aliases', 'obligation-events', 'article7-reports', 'needs-2018'] as const) {
    const stranger = rows[name].find(({ iso3 }) => !known.has(iso3));
    if (stranger) return `${name}.csv names ${stranger.iso3}, which is no State of the record.`;
  }
  const wrong = rows['states-parties'].find(
    (state) => entryIntoForce(day(state.ratification_date)) !== state.entry_into_force,
  );
  if (wrong)
    return `states-parties.csv: the entry into force of ${wrong.iso3} is not what Article 17 gives for its deposit.`;
  const misdated = misdatedObligation(rows);
  if (misdated) return misdated;
  const titles = new Set(rows.sources.map(({ full_title }) => full_title));
  const unsourced = rows['needs-2018'].find(({ source }) => !titles.has(source));
  return unsourced ? `needs-2018.csv: the source "${unsourced.source}" is not in sources.csv.` : null;
}

/** The first obligation whose deadline is not eight years (Art. 3.2) or ten (Art. 4.1(a)) after entry into force. */
function misdatedObligation(rows: RecordRows): string | null {
  const inForce = new Map(rows['states-parties'].map(({ iso3, entry_into_force }) => [iso3, entry_into_force]));
  for (const { iso3, article, event, until } of rows['obligation-events']) {
    if (event !== 'obligation' && event !== 'obligation_unclear') continue;
    const from = inForce.get(iso3);
    if (from === undefined) return `obligation-events.csv: ${iso3} has an obligation and is no State Party.`;
    const due = article === 3 ? stockpileDeadline(day(from)) : clearanceDeadline(day(from));
    const rule = article === 3 ? 'Article 3.2 gives' : 'Article 4.1(a) gives';
    if (until !== due)
      return `obligation-events.csv: the deadline of ${iso3} under Article ${article} is ${until ?? 'missing'}; ${rule} ${due}.`;
  }
  return null;
}
