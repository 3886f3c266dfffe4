import { sourceTitle } from '../blocks/source-words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { THEMES, type Theme } from '../treaty/theme.ts';
import { endOf } from '../treaty/vague-date.ts';
import { type Answer, blank } from './answer.ts';
import { countedStates } from './counted-states.ts';
import type { Facts, KnownFigure } from './facts.ts';
import { filterWords } from './filter-words.ts';
import type { Held } from './held.ts';
import type { Filter, StatesQuestion } from './question.ts';
import { both, heldBy, otherwise } from './states-that.ts';
import { deadlineCell } from './words.ts';

/** Answers which States all of several things are true of. */
export function answerStates(text: string, question: StatesQuestion, facts: Facts): Answer {
  const { filters, form } = question;
  const { tongue } = facts;
  const { say } = tongue;
  const asked = themesOf(filters);
  const answer: Answer = {
    ...blank(text, facts),
    understood: `${say`States that ${said(filters, facts)}`} · ${say`as of ${tongue.long(facts.asOf)}`}`,
    themes: asked,
    sourceNote: tongue.known('UN Treaty Collection'),
  };
  const held = heldByAll(filters, facts);
  if (held === null)
    return {
      ...answer,
      outcome: 'no_data',
      lead: say`The record holds no report of that year`,
      rest: say`. That does not mean that there is none.`,
    };
  const states = [...held.yes].toSorted();
  const uncertain = [...held.maybe].toSorted();
  const titles = [
    ...new Set(held.sources.flatMap(({ source }) => source.split(' ; ').map((each) => sourceTitle(each, facts.asOf)))),
  ];
  const of: Answer = {
    ...answer,
    outcome: states.length === 0 ? 'empty' : 'answered',
    states,
    uncertain,
    themes: THEMES.filter(
      (theme) => asked.includes(theme) || held.themes.some(([state, of]) => of === theme && held.yes.has(state)),
    ),
    count: states.length,
    sources: held.sources.filter(
      ({ fact }) =>
        [...states, ...uncertain].some(
          (state) =>
            fact.startsWith(`${facts.book.shortName(state)} ·`) || fact.includes(` · ${facts.book.shortName(state)} ·`),
        ) || !fact.includes(' · '),
    ),
    sourceNote: titles.slice(0, 4).map(tongue.known).join('; ') || answer.sourceNote,
    notes: notesOf(filters, uncertain, facts),
  };
  if (form === 'when') return { ...of, ...whenFinished(states, filters, facts) };
  return { ...of, ...told(question, states, uncertain, facts) };
}

function heldByAll(filters: readonly Filter[], facts: Facts): Held | null {
  const all: Held[] = [];
  // Where something is said that is so, it says of whom; else States Parties are meant.
  const among = filters.some(({ is, not }) => !not && !PLACES.includes(is)) ? 'all' : 'parties';
  for (const filter of filters) {
    const held = heldBy(filter, facts);
    if (held === null) return null;
    all.push(filter.not ? otherwise(held, facts, among) : held);
  }
  const [first, ...others] = all;
  return first === undefined ? null : others.reduce(both, first);
}

const said = (filters: readonly Filter[], facts: Facts): string =>
  filters.map((filter) => filterWords(filter, facts)[1]).join(facts.tongue.say` and `);

const PLACES: readonly Filter['is'][] = ['region', 'among'];

function told(
  { filters, form }: StatesQuestion,
  states: readonly Iso3[],
  uncertain: readonly Iso3[],
  facts: Facts,
): Partial<Answer> {
  const { book, byProtocol, tongue } = facts;
  const { say } = tongue;
  const names = states.toSorted(byProtocol).map((state) => book.shortName(state));
  const what = filters.filter(({ is }) => !PLACES.includes(is));
  const where = filters
    .filter(({ is, not }) => is === 'region' || (is === 'among' && not))
    .map((filter) => ` ${filterWords(filter, facts)[1]}`)
    .join('');
  const words = (many: boolean): string =>
    what.map((filter) => filterWords(filter, facts)[many ? 1 : 0]).join(say` and `);
  const asked = filters.find((filter) => filter.is === 'among' && !filter.not);
  if (form === 'yes_no' && asked?.is === 'among') {
    const others = asked.states
      .filter((state) => !states.includes(state) && !uncertain.includes(state))
      .map((state) => book.shortName(state));
    if (states.length === 0) {
      if (uncertain.length === 0) return { lead: say`No record that ${others.join(', ')} ${words(false)}`, rest: '.' };
      return {
        lead: say`To be confirmed`,
        rest: say`: ${uncertain.map((state) => book.shortName(state)).join(', ')}.`,
      };
    }
    return {
      lead: say`Yes: ${names.join(', ')} ${words(names.length > 1)}`,
      rest: others.length === 0 ? '.' : say`; not on record for ${others.join(', ')}.`,
    };
  }
  if (states.length === 0) return { lead: say`No State on record${where} ${words(false)}`, rest: '.' };
  const figure = figureOf(filters, facts);
  if (figure !== null && form === 'count')
    return {
      count: figure.stated,
      lead: say`${figure.stated} States Parties had reported for ${figure.reportingYear ?? ''}`,
      rest: say`, by a source that names none; ${states.length} are known by name:\n${names.join(', ')}.`,
    };
  return {
    lead: `${countedStates(states, facts)}${where} ${words(states.length > 1)}`,
    rest: say`:\n${names.join(', ')}.`,
  };
}

/** The number of reports that a source states for a year, without names. */
function figureOf(filters: readonly Filter[], { figures, asOf }: Facts): KnownFigure | null {
  const [only, ...others] = filters;
  if (only?.is !== 'reported' || only.not || only.state !== 'received' || only.report !== 'annual' || others.length > 0)
    return null;
  return (
    figures.find(
      (figure) =>
        figure.named === null && figure.theme === null && figure.reportingYear === only.year && figure.asOf <= asOf,
    ) ?? null
  );
}

function notesOf(filters: readonly Filter[], uncertain: readonly Iso3[], facts: Facts): Answer['notes'] {
  const { say } = facts.tongue;
  const names = uncertain.toSorted(facts.byProtocol).map((state) => facts.book.shortName(state));
  const reports = filters.some((filter) => filter.is === 'reported');
  const asked = filters.some((filter) => filter.is === 'asked' && filter.not);
  return [
    ...(names.length === 0 ? [] : [{ lead: say`To be confirmed: `, rest: `${names.join(', ')}.` }]),
    ...(reports
      ? [{ lead: '', rest: say`Where no receipt of a report is on record, that is a gap of the record.` }]
      : []),
    ...(asked ? [{ lead: '', rest: say`A State that did not ask may still have needs.` }] : []),
  ];
}

function whenFinished(states: readonly Iso3[], filters: readonly Filter[], facts: Facts): Partial<Answer> {
  const { clocks, book, tongue } = facts;
  const { say } = tongue;
  const articles = filters.flatMap((filter) => (filter.is === 'finished' ? filter.articles : []));
  const done = clocks.filter(
    (clock) =>
      states.includes(clock.state) &&
      clock.status === 'completed' &&
      (clock.kind === 'clearance' || clock.kind === 'stockpile') &&
      (articles.length === 0 || articles.some((article) => article === clock.article)),
  );
  if (done.length === 0) return { lead: say`No completion is on record`, rest: '.', count: null };
  const [first = '', ...others] = done.map(
    (clock) => say`${book.shortName(clock.state)} (Art. ${clock.article}): ${deadlineCell(clock, tongue)}`,
  );
  const dates = done.flatMap(({ completed }) => (completed === null ? [] : (endOf(completed) ?? [])));
  return {
    count: null,
    dates: [...new Set(dates)].toSorted(),
    lead: first,
    rest: `${others.map((each) => `; ${each}`).join('')}.${dates.length === 0 ? '' : say` Counted from ${dates.map(tongue.long).join(', ')}.`}`,
  };
}

function themesOf(filters: readonly Filter[]): readonly Theme[] {
  const named = filters.flatMap((filter): readonly Theme[] => {
    if (filter.is === 'asked') return filter.not ? [] : filter.asked.themes;
    if (filter.is === 'dated') return filter.dated.themes;
    if (filter.is === 'reported') return ['TRANSPARENCY'];
    if ('articles' in filter)
      return filter.articles.map((article) => (article === 3 ? 'STOCKPILE_DESTRUCTION' : 'SURVEY_AND_CLEARANCE'));
    return [];
  });
  return THEMES.filter((theme) => named.includes(theme));
}
