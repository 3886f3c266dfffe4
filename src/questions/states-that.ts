import type { Day } from '../treaty/day.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import { countsFrom } from '../treaty/obligation.ts';
import { obligationOf } from '../treaty/obligation-of.ts';
import { liesIn } from '../treaty/regions.ts';
import { standingOn } from '../treaty/standing.ts';
import { endOf } from '../treaty/vague-date.ts';
import { dateOf, holds, wholePage } from './answer-standing.ts';
import { clockLine } from './clock-line.ts';
import { isOfKind, THEME_OF } from './clocks-for.ts';
import { coordinating } from './coordinating.ts';
import { isDoubtful } from './doubt.ts';
import type { Facts } from './facts.ts';
import type { Held } from './held.ts';
import { needLine } from './need-line.ts';
import { ANY_STATE, answering } from './needs-known.ts';
import type { Filter, FilterOf } from './question.ts';
import { reportedBy } from './reported.ts';
import { daysOf, within } from './span-days.ts';

const NONE: Held = { yes: new Set(), maybe: new Set(), sources: [], themes: [] };
type Days = { from: Day | null; until: Day | null };
const isOpen = (days: Days): boolean => days.from === null && days.until === null;

/** The States that a filter lets through, its `not` aside; null where the record holds nothing of that kind. */
export function heldBy(filter: Filter, facts: Facts): Held | null {
  const days = 'span' in filter ? daysOf(filter.span, facts) : { from: null, until: null };
  if (days === null) return NONE;
  switch (filter.is) {
    case 'asked': {
      const { states, needs } = answering(facts, filter.asked, ANY_STATE);
      return {
        yes: new Set(states),
        maybe: new Set(),
        sources: needs.map((need) => needLine(need, facts)),
        themes: needs.map(({ state, theme }) => [state, theme] as const),
      };
    }
    case 'dated':
      return datedHeld(filter, facts);
    case 'obliged':
      return obligedHeld(filter, facts);
    case 'finished':
      return finishedHeld(filter, days, facts);
    case 'extension':
      return extensionHeld(filter, days, facts);
    case 'standing':
      return standingHeld(filter, days, facts);
    case 'reported':
      return reportedBy(filter, facts);
    case 'coordinating':
      return { ...NONE, yes: new Set(coordinating(filter.role, null, facts).flatMap(({ states }) => states)) };
    case 'region':
      return {
        ...NONE,
        yes: new Set(facts.states.filter((state) => liesIn(filter.region, state)).map(({ iso3 }) => iso3)),
      };
    case 'among':
      return { ...NONE, yes: new Set(filter.states) };
  }
}

const OBLIGATIONS: readonly Clock['kind'][] = ['clearance', 'stockpile'];

const themesOf = (of: readonly { state: Iso3; article: Clock['article'] }[]): Held['themes'] =>
  of.map(({ state, article }) => [state, THEME_OF[article]] as const);

const fromClocks = (clocks: readonly Clock[], facts: Facts): Held => {
  const yes = new Set(clocks.filter((clock) => !isDoubtful(clock)).map(({ state }) => state));
  return {
    yes,
    maybe: new Set(clocks.map(({ state }) => state).filter((state) => !yes.has(state))),
    sources: clocks.map((clock) => clockLine(clock, facts)),
    themes: themesOf(clocks),
  };
};

function datedHeld({ dated }: FilterOf<'dated'>, facts: Facts): Held {
  const days = daysOf(dated.span, facts);
  if (days === null) return NONE;
  // Among other things said of States a deadline is that of an obligation.
  const kinds = dated.kinds ?? OBLIGATIONS;
  return fromClocks(
    facts.clocks.filter(
      (clock) =>
        isOfKind(clock, { ...dated, kinds }, facts.asOf) && clock.status !== 'completed' && within(clock.due, days),
    ),
    facts,
  );
}

function obligedHeld({ articles, combine }: FilterOf<'obliged'>, facts: Facts): Held {
  const all = (articles.length === 0 ? [3, 4] : articles).map((article) =>
    fromClocks(
      facts.clocks.filter(
        (clock) => clock.article === article && OBLIGATIONS.includes(clock.kind) && clock.status !== 'completed',
      ),
      facts,
    ),
  );
  return combine === 'all' ? all.reduce(both) : all.reduce(either);
}

/** What is true of a State by either. */
const either = (a: Held, b: Held): Held => {
  const yes = new Set([...a.yes, ...b.yes]);
  return {
    yes,
    maybe: new Set([...a.maybe, ...b.maybe].filter((state) => !yes.has(state))),
    sources: [...a.sources, ...b.sources],
    themes: [...a.themes, ...b.themes],
  };
};

/** What is true of a State by both. */
export const both = (a: Held, b: Held): Held => {
  const yes = new Set([...a.yes].filter((state) => b.yes.has(state)));
  const possible = [...a.yes, ...a.maybe].filter((state) => b.yes.has(state) || b.maybe.has(state));
  return {
    yes,
    maybe: new Set(possible.filter((state) => !yes.has(state))),
    sources: [...a.sources, ...b.sources],
    themes: [...a.themes, ...b.themes],
  };
};

/** What is not so: of a State of which it may be so, it may not be so as well. */
export const otherwise = ({ yes, maybe }: Held, facts: Facts, among: 'parties' | 'all'): Held => {
  const parties = facts.states
    .filter((state) => among === 'all' || standingOn(state, facts.asOf) === 'state_party')
    .map(({ iso3 }) => iso3);
  const all = [...new Set([...parties, ...facts.clocks.map(({ state }) => state)])];
  return { yes: new Set(all.filter((state) => !yes.has(state) && !maybe.has(state))), maybe, sources: [], themes: [] };
};

function finishedHeld({ articles }: FilterOf<'finished'>, days: Days, facts: Facts): Held {
  const { asOf, record } = facts;
  const clocks = facts.clocks.filter(
    (clock) =>
      OBLIGATIONS.includes(clock.kind) &&
      clock.status === 'completed' &&
      (articles.length === 0 || articles.some((article) => article === clock.article)) &&
      obligationOf(record, clock.state, clock.article, asOf, clock.newRemnants)?.ended?.event.event !==
        'no_obligation_confirmed',
  );
  const ends = clocks.map((clock) => ({ clock, on: clock.completed === null ? null : endOf(clock.completed) }));
  const inTime = ends.filter(({ on }) => isOpen(days) || (on !== null && within(on, days)));
  // "By August 2019" says only when it was done at the latest.
  const sure = inTime.filter(({ clock }) => isOpen(days) || clock.completed?.precision !== 'by');
  const yes = new Set(sure.map(({ clock }) => clock.state));
  return {
    yes,
    maybe: new Set(inTime.map(({ clock }) => clock.state).filter((state) => !yes.has(state))),
    sources: inTime.map(({ clock }) => clockLine(clock, facts)),
    themes: themesOf(inTime.map(({ clock }) => clock)),
  };
}

const EVENT = {
  requested: 'extension_requested',
  granted: 'extension_granted',
  announced: 'extension_announced',
} as const;

/** The events of extensions of a stage that are known on the as-of date. */
export const extensionEvents = (
  { stage, articles }: Pick<FilterOf<'extension'>, 'stage' | 'articles'>,
  { record, asOf }: Facts,
): readonly { event: Facts['record']['events'][number]; on: Day }[] =>
  record.events.flatMap((event) => {
    if (!event.show || event.event !== EVENT[stage] || (articles.length > 0 && !articles.includes(event.article)))
      return [];
    const on = countsFrom(event, record.meetings);
    return on !== null && on <= asOf ? [{ event, on }] : [];
  });

/** An event of an extension, as its source line names it. */
export const extensionFact = (
  { state, article, event, date }: Facts['record']['events'][number],
  { book, tongue }: Facts,
): string => [book.shortName(state), `Art. ${article}`, tongue.known(event.replace('_', ' ')), date.text].join(' · ');

function extensionHeld(filter: FilterOf<'extension'>, days: Days, facts: Facts): Held {
  const events = extensionEvents(filter, facts).filter(
    ({ event, on }) =>
      within(on, days) &&
      (filter.meeting === null || event.meeting === filter.meeting || event.meeting?.startsWith(`${filter.meeting}-`)),
  );
  const sure = new Set(events.filter(({ event }) => event.confidence !== 'low').map(({ event }) => event.state));
  return {
    yes: sure,
    maybe: new Set(events.map(({ event }) => event.state).filter((state) => !sure.has(state))),
    themes: themesOf(events.map(({ event }) => event)),
    sources: events.map(({ event }) => ({
      fact: extensionFact(event, facts),
      source: event.source,
      confidence: event.confidence,
    })),
  };
}

function standingHeld({ subject }: FilterOf<'standing'>, days: Days, facts: Facts): Held {
  const counted = subject === 'party' ? 'in_force' : subject;
  const of = facts.states.filter((state) => {
    if (!holds(counted, state, facts.asOf)) return false;
    if (subject === 'signatory' && standingOn(state, facts.asOf) !== 'signatory') return false;
    const on = dateOf(counted, state, facts.asOf);
    return isOpen(days) || (on !== null && within(on, days));
  });
  return {
    ...NONE,
    yes: new Set(of.map(({ iso3 }) => iso3)),
    sources: [wholePage(facts.tongue)],
  };
}
