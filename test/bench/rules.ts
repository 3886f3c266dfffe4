import { openDatabase } from '../../src/db/open.ts';
import { prepareRecord } from '../../src/db/open-record.ts';
import { readStates } from '../../src/db/read/states.ts';
import { readTreatyRecord } from '../../src/db/read/treaty-record.ts';
import { machineClock } from '../../src/desk/time.ts';
import { nameBook } from '../../src/questions/names.ts';
import { understand } from '../../src/questions/understand.ts';
import { clocksOn } from '../../src/treaty/clocks.ts';
import { day } from '../../src/treaty/day.ts';
import { type Figure, ms, quantile, seconds, timed } from './figures.ts';

const QUESTIONS = [
  'which states need victim assistance?',
  'who asked for clearance or risk education in 2018?',
  'deadlines of Lebanon before 1 March 2022',
  'is the Lao PDR a State Party?',
  'how many states asked for help with stockpile destruction?',
  'what is the weather in Geneva like on the day of the review conference',
];

/** The starting record, the treaty's rules and the reading of questions. */
export async function rulesFigures(): Promise<readonly Figure[]> {
  const opened = await openDatabase({ memory: true });
  if (!opened.ok) throw new Error(opened.problem);
  const { database } = opened;
  const begun = performance.now();
  const ready = await prepareRecord(database, machineClock, true);
  if (!ready.ok) throw new Error(ready.problem);
  const load = performance.now() - begun;
  const record = await readTreatyRecord(database.db);
  const book = nameBook(await readStates(database.db));
  await database.close();
  const years = Array.from({ length: 20 }, (_, at) => day(`${2010 + at}-11-18`));
  const folds = await timed(20, () => {
    for (const asOf of years) clocksOn(record, asOf);
  });
  const parses = await timed(3_000, (run) =>
    understand(QUESTIONS[run % QUESTIONS.length] ?? '', book, day('2019-11-18')),
  );
  return [
    { what: 'Migrating an empty database and loading the starting record', value: seconds(load), beside: '' },
    { what: '197 States, all articles, as of 20 dates', value: ms(quantile(folds, 0.5)), beside: 'median of 20 runs' },
    {
      what: 'Reading a question',
      value: ms(quantile(parses, 0.5)),
      beside: `99th percentile ${ms(quantile(parses, 0.99))}`,
    },
  ];
}
