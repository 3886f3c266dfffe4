import { createHash, type Hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';
import { z } from 'zod';
import { contradictionIn } from './contradictions.ts';
import { FILES, type FileName, type RecordRows } from './rows.ts';

export type ReadOutcome = { ok: true; rows: RecordRows; digest: string } | { ok: false; problem: string };

/** The rows of one file, each with the line on which it begins. */
type FileOutcome<Name extends FileName> =
  | { ok: true; rows: RecordRows[Name]; lines: readonly number[] }
  | { ok: false; problem: string };

const table = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

const refused = (where: string, why: string) => ({
  ok: false as const,
  problem: `${where}: ${why}. Nothing was loaded.`,
});

/** Reads and checks the whole starting record before anything is written; the first wrong row is named by file, line and reason. */
export function readStartingRecord(folder: string): ReadOutcome {
  const hash = createHash('sha256');
  const rows: Partial<Record<FileName, unknown>> = {};
  const lines: Partial<Record<FileName, readonly number[]>> = {};
  for (const name of Object.keys(FILES) as FileName[]) {
    const read = readFile(folder, name, hash);
    if (!read.ok) return read;
    rows[name] = read.rows;
    lines[name] = read.lines;
  }
  const whole = rows as RecordRows;
  const wrong = contradictionIn(whole);
  if (wrong !== null) return refused(`${wrong.file}.csv, line ${lines[wrong.file]?.[wrong.at]}`, wrong.reason);
  return { ok: true, rows: whole, digest: hash.digest('hex') };
}

function readFile<Name extends FileName>(folder: string, name: Name, hash: Hash): FileOutcome<Name> {
  const file = `${name}.csv`;
  const cells = cellsOf(folder, file, hash);
  if (!cells.ok) return cells;
  const [head, ...body] = cells.rows;
  if (head === undefined) return refused(file, 'it is empty');
  const missing = Object.keys(FILES[name].shape).find((column) => !head.cells.includes(column));
  if (missing !== undefined) return refused(`${file}, line 1`, `there is no column "${missing}"`);
  const checked: unknown[] = [];
  for (const { line, cells: row } of body) {
    const parsed = FILES[name].safeParse(Object.fromEntries(head.cells.map((column, at) => [column, row[at]])));
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refused(`${file}, line ${line}`, `${issue?.path.join('.')} ${issue?.message}`);
    }
    checked.push(parsed.data);
  }
  return { ok: true, rows: checked as RecordRows[Name], lines: body.map(({ line }) => line) };
}

type Cells = { ok: true; rows: readonly { line: number; cells: readonly string[] }[] } | { ok: false; problem: string };

/** The cells of a CSV file, row by row, with the line on which each begins. */
function cellsOf(folder: string, file: string, hash: Hash): Cells {
  try {
    const text = readFileSync(join(folder, file), 'utf8');
    hash.update(file).update(text);
    const rows = table.parse(parse(text, { bom: true, info: true }));
    return {
      ok: true,
      rows: rows.map(({ record }, at) => ({ line: (rows[at - 1]?.info.lines ?? 0) + 1, cells: record })),
    };
  } catch (error) {
    if (error instanceof CsvError || (error instanceof Error && 'code' in error)) return refused(file, error.message);
    throw error;
  }
}
