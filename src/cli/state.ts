import { longDate } from '../blocks/dates.ts';
import { sourceInFull } from '../blocks/source-words.ts';
import { readStates } from '../db/read/states.ts';
import type { StateOn } from '../features/states/card.ts';
import { stateJson } from '../features/states/json.ts';
import { readStateOn } from '../features/states/read.ts';
import { standingSentence } from '../questions/answer-standing.ts';
import { THEME_WORDS } from '../treaty/theme.ts';
import { asOfGiven } from './as-of.ts';
import { clockInWords } from './clock-in-words.ts';
import { stateNamed } from './state-named.ts';
import { AS_OF, DATA, JSON_OPTION, refuse, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

const inWords = (on: StateOn): readonly string[] => {
  const { state, clocks, asOf } = on;
  const { requests, sources } = stateJson(on);
  return [
    `${state.unName} ${standingSentence(state, asOf)}. As of ${longDate(asOf)}.`,
    ...clocks.map((clock) => clockInWords(clock, state.shortName, asOf)),
    ...requests.map(({ reference, theme, year, status }) =>
      [
        reference,
        THEME_WORDS[theme].name,
        ...(year === null ? [] : [`${year} report`]),
        status.replaceAll('_', ' '),
      ].join(' · '),
    ),
    ...new Set(sources.map((source) => `Source: ${sourceInFull(source, asOf)}`)),
  ];
};

export const state: Verb = {
  name: 'state',
  usage: 'X [--as-of D] [--json]',
  about: 'One State: standing, dates, requests, sources.',
  takesWords: true,
  options: { ...AS_OF, ...JSON_OPTION, ...DATA },
  async run(given) {
    const { options, words, terminal } = given;
    const typed = words.join(' ').trim();
    if (typed === '') return refuse(terminal, 'Give a State: action5 state Lebanon');
    const asOf = asOfGiven(given);
    if (!asOf.ok) return refuse(terminal, asOf.problem);
    return withRecord(given, async ({ db }) => {
      const named = stateNamed(await readStates(db), typed);
      if (!named.ok) return refuse(terminal, named.problem);
      const on = await readStateOn(db, named.value, asOf.value);
      if (on === null) throw new Error(`${named.value} has a name and no row.`);
      if (options['json']) terminal.out(JSON.stringify(stateJson(on)));
      else for (const line of inWords(on)) terminal.out(line);
      return 0;
    });
  },
};
