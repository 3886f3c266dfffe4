import { runCommandLine } from '../../src/cli/main.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';

/** What a verb printed, line by line, and how it ended. */
export interface Ran {
  code: number;
  out: readonly string[];
  err: string;
}

/** The desk's day in these tests, unless a test says otherwise. */
export const TODAY = { ACTION5_NOW: '2019-11-18T09:00+01:00', ACTION5_CLOCK: 'frozen' };

async function* given(input: string | Uint8Array): AsyncIterable<string | Uint8Array> {
  yield input;
}

/** Where a verb finds its record: through its variables, or in a database that stays open between verbs. */
type On = { variables: Variables } | { database: Database };
type Variables = Readonly<Record<string, string>>;

/** Runs a verb as `action5 …` does, with these variables and nothing of the machine's own. */
export async function run(
  argv: readonly string[],
  on: On,
  input: string | Uint8Array = '',
  variables: Variables = {},
): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = {
    out: (text: string) => void out.push(text),
    err: (text: string) => void err.push(text),
    input: given(input),
  };
  const environment = { ...TODAY, ...variables, ...('variables' in on ? on.variables : {}) };
  const code = await runCommandLine(argv, {
    terminal,
    open: 'database' in on ? keptOpen(on.database) : openDatabase,
    environment,
  });
  return { code, out: out.flatMap((text) => text.split('\n')), err: err.join('\n') };
}

const keptOpen = (database: Database) => async () => ({
  ok: true as const,
  database: { ...database, close: async () => undefined },
});

/** Every line as JSON; throws when one is anything else. */
export const json = ({ out }: Ran): readonly Record<string, unknown>[] => out.map((line) => JSON.parse(line));
