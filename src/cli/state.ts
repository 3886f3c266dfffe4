import { readStates } from '../db/read/states.ts';
import { stateJson } from '../features/states/json.ts';
import { readStateOn } from '../features/states/read.ts';
import { standingSentence } from '../questions/answer-standing.ts';
import { findState, nameBook } from '../questions/names.ts';
import { dayOf } from './as-of.ts';
import { nameOf } from './state-named.ts';
import { AS_OF, DATA, JSON_OPTION, type Verb } from './verb.ts';
import { withRecord } from './with-record.ts';

export const state: Verb = {
  name: 'state',
  usage: 'X [--as-of D] [--json]',
  about: 'One State: standing, dates, requests, sources.',
  options: { ...AS_OF, ...JSON_OPTION, ...DATA },
  async run(given) {
    const { options, words, terminal } = given;
    const typed = words.join(' ');
    if (typed === '') {
      terminal.err('Give a State: action5 state Lebanon');
      return 2;
    }
    return withRecord(given, async ({ db }, clock) => {
      const asOf = dayOf('as-of', options['as-of'], clock);
      const found = findState(nameBook(await readStates(db)), typed);
      if (!asOf.ok || found.kind !== 'found') {
        terminal.err(asOf.ok ? (found.kind === 'found' ? '' : nameOf(typed, found)) : asOf.problem);
        return 2;
      }
      const on = await readStateOn(db, found.state, asOf.day);
      if (on === null) throw new Error(`${found.state} has a name and no row.`);
      const json = stateJson(on);
      if (options['json']) terminal.out(JSON.stringify(json));
      else {
        terminal.out(`${json.name} ${standingSentence(on.state, asOf.day)}. As of ${json.asOf}.`);
        for (const { due, kind, article, status, basis } of json.deadlines)
          terminal.out(`${due}  Art. ${article}  ${kind.padEnd(17)} ${status.padEnd(10)} ${basis}`);
        for (const { reference, theme, year, status } of json.requests)
          terminal.out(`${reference}  ${theme}  ${year ?? ''}  ${status}`);
        for (const source of json.sources) terminal.out(`Source: ${source}`);
      }
      return 0;
    });
  },
};
