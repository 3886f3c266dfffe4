import { readStates } from '../db/read/states.ts';
import { type StateJson, stateJson } from '../features/states/json.ts';
import { readStateOn } from '../features/states/read.ts';
import { standingSentence } from '../questions/answer-standing.ts';
import { asOfGiven } from './as-of.ts';
import { lineInWords } from './deadlines.ts';
import { stateNamed } from './state-named.ts';
import { AS_OF, DATA, JSON_OPTION, refuse, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

const inWords = ({ name, asOf, deadlines, requests, sources }: StateJson, standing: string): readonly string[] => [
  `${name} ${standing}. As of ${asOf}.`,
  ...deadlines.map(lineInWords),
  ...requests.map(({ reference, theme, year, status }) => `${reference}  ${theme}  ${year ?? '–'}  ${status}`),
  ...sources.map((source) => `Source: ${source}`),
];

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
      const json = stateJson(on);
      if (options['json']) terminal.out(JSON.stringify(json));
      else for (const line of inWords(json, standingSentence(on.state, asOf.value))) terminal.out(line);
      return 0;
    });
  },
};
