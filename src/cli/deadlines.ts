import { readStates } from '../db/read/states.ts';
import { readTreatyRecord } from '../db/read/treaty-record.ts';
import { deadlineLines } from '../features/deadlines/json.ts';
import { findState, nameBook } from '../questions/names.ts';
import { clocksOn } from '../treaty/clocks.ts';
import type { DeadlineLine } from '../treaty/deadline-line.ts';
import { dayOf } from './as-of.ts';
import { nameOf } from './state-named.ts';
import { AS_OF, DATA, JSON_OPTION, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

const ARTICLES: Readonly<Record<string, 3 | 4 | 7>> = { '3': 3, '4': 4, '7': 7 };

const inWords = ({ due, state, article, kind, status, basis }: DeadlineLine): string =>
  `${due}  ${state}  Art. ${article}  ${kind.padEnd(17)} ${status.padEnd(10)} ${basis}`;

export const deadlines: Verb = {
  name: 'deadlines',
  usage: '[--as-of D] [--until D] [--article 3|4|7] [--state X] [--json]',
  about: 'Every date of the treaty, one line each, by due date.',
  options: {
    ...AS_OF,
    until: { type: 'string', about: 'due on or before this day; what is completed is left out' },
    article: { type: 'string', about: '3, 4 or 7' },
    state: { type: 'string', about: 'one State, by name or ISO code' },
    ...JSON_OPTION,
    ...DATA,
  },
  run(given) {
    const { options, terminal } = given;
    return withRecord(given, async ({ db }, clock) => {
      const asOf = dayOf('as-of', options['as-of'], clock);
      const until = options['until'] === undefined ? null : dayOf('until', options['until'], clock);
      const article = options['article'] === undefined ? null : ARTICLES[String(options['article'])];
      const found =
        typeof options['state'] === 'string' ? findState(nameBook(await readStates(db)), options['state']) : null;
      const problem = !asOf.ok
        ? asOf.problem
        : until && !until.ok
          ? until.problem
          : article === undefined
            ? '--article is 3, 4 or 7.'
            : found && found.kind !== 'found'
              ? nameOf(String(options['state']), found)
              : null;
      if (problem !== null || !asOf.ok || (until !== null && !until.ok)) {
        terminal.err(problem ?? '');
        return 2;
      }
      const clocks = clocksOn(await readTreatyRecord(db), asOf.day);
      const lines = deadlineLines(clocks, {
        until: until?.day ?? null,
        article: article ?? null,
        state: found?.kind === 'found' ? found.state : null,
      });
      for (const line of lines) terminal.out(options['json'] ? JSON.stringify(line) : inWords(line));
      return 0;
    });
  },
};
