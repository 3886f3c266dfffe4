import { readStates } from '../db/read/states.ts';
import { readTreatyRecord } from '../db/read/treaty-record.ts';
import { clocksListed } from '../features/deadlines/json.ts';
import { clocksOn } from '../treaty/clocks.ts';
import type { Day } from '../treaty/day.ts';
import { deadlineLine } from '../treaty/deadline-line.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { asOfGiven, dayGiven } from './as-of.ts';
import { clockInWords } from './clock-in-words.ts';
import { stateNamed } from './state-named.ts';
import { AS_OF, DATA, type Given, JSON_OPTION, refuse, type Taken, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

type Article = 3 | 4 | 7;

function articleGiven({ options: { article } }: Given): Taken<Article | null> {
  switch (article) {
    case undefined:
      return { ok: true, value: null };
    case '3':
      return { ok: true, value: 3 };
    case '4':
      return { ok: true, value: 4 };
    case '7':
      return { ok: true, value: 7 };
    default:
      return { ok: false, problem: `--article: "${article}" has no dates of its own; give 3, 4 or 7.` };
  }
}

interface Wanted {
  asOf: Day;
  until: Day | null;
  article: Article | null;
}

function wantedBy(given: Given): Taken<Wanted> {
  const asOf = asOfGiven(given);
  if (!asOf.ok) return asOf;
  const until = dayGiven('until', given);
  if (!until.ok) return until;
  const article = articleGiven(given);
  if (!article.ok) return article;
  return { ok: true, value: { asOf: asOf.value, until: until.value, article: article.value } };
}

export const deadlines: Verb = {
  name: 'deadlines',
  usage: '[--as-of D] [--until D] [--article 3|4|7] [--state X] [--json]',
  about: 'Every date of the treaty, one line each, by due date.',
  takesWords: false,
  options: {
    ...AS_OF,
    until: { type: 'string', about: 'due on or before this day; what is completed is left out' },
    article: { type: 'string', about: '3, 4 or 7' },
    state: { type: 'string', about: 'one State, by name or ISO code' },
    ...JSON_OPTION,
    ...DATA,
  },
  async run(given) {
    const { options, terminal } = given;
    const wanted = wantedBy(given);
    if (!wanted.ok) return refuse(terminal, wanted.problem);
    const { asOf, until, article } = wanted.value;
    return withRecord(given, async ({ db }) => {
      const states = await readStates(db);
      let state: Iso3 | null = null;
      if (typeof options['state'] === 'string') {
        const named = stateNamed(states, options['state']);
        if (!named.ok) return refuse(terminal, named.problem);
        state = named.value;
      }
      const names = new Map(states.map(({ iso3, shortName }) => [iso3, shortName]));
      const clocks = clocksOn(await readTreatyRecord(db), asOf);
      for (const clock of clocksListed(clocks, { until, article, state }))
        terminal.out(
          options['json']
            ? JSON.stringify(deadlineLine(clock))
            : clockInWords(clock, names.get(clock.state) ?? clock.state, asOf),
        );
      return 0;
    });
  },
};
