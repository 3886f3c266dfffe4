import { capital } from '../blocks/words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { groupedBy } from '../treaty/grouped.ts';
import type { Theme } from '../treaty/theme.ts';
import type { Answer } from './answer.ts';
import { askedFor, isPlain, narrowedTo } from './asked-words.ts';
import { countedStates } from './counted-states.ts';
import type { Facts, KnownFigure, KnownNeed } from './facts.ts';
import { closedSince, noLongerAsking } from './needs-known.ts';
import { tableOfNeeds } from './needs-table.ts';
import { sharedYear, sourceTitles } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

interface Found {
  states: readonly Iso3[];
  needs: readonly KnownNeed[];
}

/** The list of States that asked for help, with what is asked next: their other themes and the date they work towards. */
export function listOfNeeds(question: NeedsQuestion, facts: Facts, { states, needs }: Found): Partial<Answer> {
  const { asked, form } = question;
  const { themes } = asked;
  const { tongue } = facts;
  const { say } = tongue;
  const what = askedFor(asked, tongue);
  const closed = closedNote(question, facts, states);
  const former = [...formerNote(question, facts), ...closed];
  if (states.length === 0) return { ...nobodyAsked(question, what, closed.length > 0, tongue), notes: former };
  const inOrder = states.toSorted(facts.byProtocol);
  const year = sharedYear(needs);
  const one = states.length === 1;
  const where =
    year === null ? '' : one ? say` in its ${year} Article 7 report` : say` in their ${year} Article 7 reports`;
  const who = countedStates(inOrder, facts, true);
  const names = inOrder.map((state) => named(state, facts, needs, year)).join(', ');
  const figure = figureFor(question, facts, states, needs);
  const notes = [...former, ...(themes.length === 0 ? [] : completedNotes(needs, facts))];
  if (figure && figure.named !== figure.stated) {
    return {
      lead: one ? say`${who} is named` : say`${who} are named`,
      rest: say` as asking for help${what}${where}:\n${names}.`,
      notes: [discrepancy(figure, tongue), ...notes],
    };
  }
  return {
    lead:
      form === 'count_requests'
        ? countedRequests(needs.length, what, who, tongue)
        : one
          ? say`${who} asked for help${what}|one`
          : say`${who} asked for help${what}`,
    rest: say`${where}:\n${names}.`,
    notes,
    table: {
      ...tableOfNeeds(question, facts, inOrder, year, needs),
      caption:
        year === null
          ? say`States Parties that asked for help${what}`
          : say`States Parties that asked for help${what}, ${year} reports`,
    },
    sourceNote: [
      `${sourceTitles(needs, tongue)}${figure ? say` (${tongue.number(figure.stated)} stated, ${tongue.number(figure.named ?? 0)} named)` : ''}`,
      ...reported(facts, year),
      ...(themes.length === 1 && themes[0] === 'VICTIM_ASSISTANCE' ? [say`Article 5 sets no deadline`] : []),
    ].join(' · '),
  };
}

function nobodyAsked(
  { asked, region }: NeedsQuestion,
  what: string,
  closed: boolean,
  tongue: Tongue,
): Pick<Answer, 'lead' | 'rest'> {
  const { say } = tongue;
  const where = region === null ? '' : say` in ${tongue.known(region)}`;
  return {
    lead:
      narrowedTo(asked, tongue).length > 0 || closed
        ? say`No request of that kind on record asks for help${what}${where}`
        : say`No State on record asked for help${what}${where}`,
    rest: say`. One that did not ask may still have needs.`,
  };
}

function countedRequests(count: number, what: string, who: string, { say, number }: Tongue): string {
  const from = who.charAt(0).toLowerCase() + who.slice(1);
  if (count === 1) return what === '' ? say`One request from ${from}` : say`One request for help${what} from ${from}`;
  const many = capital(number(count));
  return what === '' ? say`${many} requests from ${from}` : say`${many} requests for help${what} from ${from}`;
}

/** The number that a source gives for exactly this list, with the names it gives; null once other names are on the list. */
function figureFor(
  { asked, without, region }: NeedsQuestion,
  facts: Facts,
  states: readonly Iso3[],
  needs: readonly KnownNeed[],
): KnownFigure | null {
  if (!isPlain(asked) || without.length > 0 || region !== null) return null;
  const { themes, year } = asked;
  const fits = (figure: KnownFigure): boolean =>
    figure.named === states.length &&
    figure.asOf <= facts.asOf &&
    figure.theme === (themes[0] ?? null) &&
    figure.reportingYear === (year ?? sharedYear(needs));
  return facts.figures.find(fits) ?? null;
}

const discrepancy = (
  { stated, named: names }: KnownFigure,
  { say, number, known }: Tongue,
): Answer['notes'][number] => ({
  lead: say`The source says ${number(stated)} and names ${number(names ?? 0)}.`,
  rest: say` The desk does not guess the ${known(ORDINALS[stated] ?? `${stated}th`)}.`,
});

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** The short name, with the years or the ways in which it asked where the list does not share one. */
function named(state: Iso3, facts: Facts, needs: readonly KnownNeed[], year: number | null): string {
  const name = facts.book.shortName(state);
  const own = needs.filter((need) => need.state === state);
  if (year !== null || own.length === 0) return name;
  return `${name} (${[...new Set(own.map((need) => wayOf(need, facts.tongue)))].join('; ')})`;
}

function wayOf({ reportingYear, sources: [first], sharing }: KnownNeed, { say }: Tongue): string {
  if (reportingYear !== null) return String(reportingYear);
  if (INITIAL.test(first?.title ?? '')) return say`initial report`;
  return sharing === 'published' ? say`outside a report` : say`told to the desk`;
}

const INITIAL = /\binitial Article 7 report\b/i;

function reported({ figures, asOf, tongue: { say } }: Facts, year: number | null): readonly string[] {
  const figure = figures.find(
    (each) => each.named === null && each.theme === null && each.reportingYear === year && each.asOf <= asOf,
  );
  return figure
    ? [say`${figure.stated} States Parties had reported for ${year ?? ''}; one that did not ask may still have needs`]
    : [];
}

/** States whose latest report no longer asks for what an earlier one did: off the list, and named. */
function formerNote(question: NeedsQuestion, facts: Facts): Answer['notes'] {
  const former = question.states.length > 0 ? [] : noLongerAsking(facts, question);
  const names = former
    .toSorted((a, b) => facts.byProtocol(a.state, b.state))
    .map(({ state, asked: [need] }) => `${facts.book.shortName(state)} (${need?.reportingYear})`);
  return names.length === 0 ? [] : [{ lead: facts.tongue.say`No longer asking: `, rest: `${names.join(', ')}.` }];
}

/** States that asked as the others did and whose request is closed: off the list, and named. */
function closedNote(question: NeedsQuestion, facts: Facts, states: readonly Iso3[]): Answer['notes'] {
  const { byProtocol, tongue } = facts;
  const closed = groupedBy(closedSince(facts, question, states), ({ state }) => state);
  if (question.states.length > 0 || question.region !== null || closed.size === 0) return [];
  const names = [...closed]
    .toSorted(([a], [b]) => byProtocol(a, b))
    .map(([state, needs]) => named(state, facts, needs, null));
  return [{ lead: tongue.say`Asked as well, request closed since: `, rest: `${names.join(', ')}.` }];
}

const OBLIGATION: Partial<Record<Theme, 'clearance' | 'stockpile'>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
};

/** A request stands until it is fulfilled or withdrawn, also after the obligation it serves was completed: that is said. */
function completedNotes(needs: readonly KnownNeed[], { clocks, book, tongue: { say } }: Facts): Answer['notes'] {
  const done = clocks.filter(
    ({ kind, status, state }) =>
      status === 'completed' && needs.some((need) => need.state === state && OBLIGATION[need.theme] === kind),
  );
  return done.map((clock) => ({
    lead: '',
    rest: say`${book.shortName(clock.state)} has completed Article ${clock.article}; its request stands until it is fulfilled or withdrawn.`,
  }));
}
