import { kindWords } from '../blocks/clock-words.ts';
import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { counted, listed } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import { type Answer, blank, type SourceLine } from './answer.ts';
import type { Facts } from './facts.ts';
import type { DeadlinesQuestion } from './question.ts';
import { clockSentence, deadlineCell } from './words.ts';

/** Answers a question about the treaty's dates: of the States named, or of all in a stretch of time. */
export function answerDeadlines(text: string, question: DeadlinesQuestion, facts: Facts): Answer {
  const answer: Answer = { ...blank(text, facts.asOf), understood: understoodAs(question, facts) };
  if (question.kinds?.length === 0)
    return {
      ...answer,
      outcome: 'empty',
      lead: 'The Convention sets no date for this',
      rest: ': Article 5 and the others without a clock have none.',
    };
  const clocks = facts.clocks.filter((clock) => fits(clock, question));
  const of: Answer = {
    ...answer,
    sources: clocks.map((clock) => sourceLine(clock, facts)),
    sourceNote: titles(clocks, facts.asOf),
  };
  return question.states.length > 0
    ? { ...of, ...ofStates(question, facts, clocks) }
    : { ...of, ...list(question, facts, clocks) };
}

const fits = (clock: Clock, { kinds, states, from, until }: DeadlinesQuestion): boolean =>
  (kinds === null || kinds.includes(clock.kind)) &&
  (states.length === 0 || states.includes(clock.state)) &&
  (from === null || clock.due >= from) &&
  (until === null || clock.due <= until);

const titles = (clocks: readonly Clock[], asOf: Day): string =>
  [...new Set(clocks.flatMap(({ sources }) => sources.map((source) => sourceTitle(source, asOf))))]
    .slice(0, 4)
    .join('; ');

const sourceLine = (clock: Clock, { book }: Facts): SourceLine => ({
  fact: `${book.shortName(clock.state)} · ${kindWords(clock)} · ${clock.due} · ${clock.basis}`,
  source: clock.sources.join(' ; '),
  confidence: clock.confidence,
});

function understoodAs({ kinds, states, from, until }: DeadlinesQuestion, { book, asOf }: Facts): string {
  const what =
    kinds === null
      ? 'Dates under Articles 3, 4 and 7'
      : `Dates: ${listed(kinds.map((kind) => kindWords({ kind, year: null })))}`;
  const whose =
    states.length === 0 ? ' of all States Parties' : ` of ${listed(states.map((state) => book.shortName(state)))}`;
  const window =
    from && until
      ? ` · ${longDate(from)} to ${longDate(until)}`
      : from
        ? ` · from ${longDate(from)}`
        : until
          ? ` · until ${longDate(until)}`
          : '';
  return `${what}${whose}${window} · as of ${longDate(asOf)}`;
}

/** Dates that the record states without a doubt. */
const isSure = ({ status }: Clock): boolean => status !== 'uncertain';

function ofStates({ states, kinds }: DeadlinesQuestion, facts: Facts, clocks: readonly Clock[]): Partial<Answer> {
  const paragraphs = states.toSorted(facts.byProtocol).map((state) => {
    const name = facts.book.shortName(state);
    const own = clocks.filter((clock) => clock.state === state);
    return own.length === 0
      ? { lead: name, rest: `: ${none(state, facts)}` }
      : {
          lead: `${name}: ${own.length === 1 ? '' : `${counted(own.length, 'date')}. `}`,
          rest: own.map(clockSentence).join('; '),
        };
  });
  const [first = { lead: '', rest: '' }, ...others] = paragraphs.map(({ lead, rest }) => ({ lead, rest: `${rest}.` }));
  return {
    ...first,
    notes: others,
    outcome: clocks.length === 0 ? 'empty' : 'answered',
    states: clocks.length === 0 ? [] : states.toSorted(),
    count: kinds === null && states.length === 1 ? clocks.length : states.length === 1 ? clocks.length : null,
    dates: [...new Set(clocks.filter(isSure).map(({ due }) => due))].toSorted(),
  };
}

const none = (state: Iso3, { states }: Facts): string => {
  const deposited = states.find(({ iso3 }) => iso3 === state)?.deposited;
  return deposited
    ? 'no such obligation or date is on record'
    : 'it is not a State Party, so the treaty sets it no date';
};

function list({ form }: DeadlinesQuestion, facts: Facts, clocks: readonly Clock[]): Partial<Answer> {
  const pending = clocks.filter(({ status }) => status !== 'completed');
  const sure = pending.filter(isSure);
  const doubtful = pending.filter(
    (clock) => !isSure(clock) && clock.article !== 7 && clock.kind !== 'extension_request',
  );
  const states = [...new Set(sure.map(({ state }) => state))];
  const uncertain = [...new Set(doubtful.map(({ state }) => state))]
    .filter((state) => !states.includes(state))
    .toSorted();
  const names = states.toSorted(facts.byProtocol).map((state) => facts.book.shortName(state));
  const doubts = uncertain.toSorted(facts.byProtocol).map((state) => facts.book.shortName(state));
  const notes = doubts.length === 0 ? [] : [{ lead: 'To be confirmed: ', rest: `${doubts.join(', ')}.` }];
  if (sure.length === 0)
    return { outcome: 'empty', lead: 'No such date is on record', rest: '.', uncertain, notes, count: 0 };
  const shown = names.length > 40 ? `${names.slice(0, 40).join(', ')} and ${names.length - 40} more` : names.join(', ');
  return {
    lead: `${counted(sure.length, 'date')} of ${counted(states.length, 'State', 'States')}`,
    rest: `:\n${shown}.`,
    notes,
    states: states.toSorted(),
    uncertain,
    count: form === 'count' ? sure.length : states.length,
    dates: [...new Set(sure.map(({ due }) => due))].toSorted(),
    table: {
      caption: 'Dates under the Convention',
      heads: ['State', 'What', 'Date'],
      rows: sure
        .slice(0, 100)
        .map((clock) => [
          facts.book.shortName(clock.state),
          `${kindWords(clock)} (Art. ${clock.article})`,
          clock.kind === 'extension_request'
            ? `${longDate(clock.due)}, if more time is needed`
            : clock.article === 7
              ? longDate(clock.due)
              : deadlineCell(clock),
        ]),
    },
  };
}
