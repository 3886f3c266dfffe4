import { NumberWord, numberWord } from '../blocks/words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { standingOn } from '../treaty/standing.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import type { Answer, AnswerTable } from './answer.ts';
import { askedFor, isPlain, narrowedTo } from './asked-words.ts';
import type { Facts, KnownFigure, KnownNeed } from './facts.ts';
import { needsStanding, noLongerAsking } from './needs-known.ts';
import { sharedYear, sourceTitles, themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';
import { deadlineCell } from './words.ts';

interface Found {
  states: readonly Iso3[];
  needs: readonly KnownNeed[];
}

/** The list of States that asked for help, with what is asked next: their other themes and the date they work towards. */
export function listOfNeeds(question: NeedsQuestion, facts: Facts, { states, needs }: Found): Partial<Answer> {
  const { asked, form, region } = question;
  const { themes } = asked;
  const what = askedFor(asked);
  const former = formerNote(question, facts);
  if (states.length === 0)
    return {
      lead: `No ${narrowedTo(asked).length > 0 ? 'request of that kind' : 'State'} on record ${narrowedTo(asked).length > 0 ? 'asks' : 'asked'} for help${what}${region === null ? '' : ` in ${region}`}`,
      rest: '. One that did not ask may still have needs.',
      notes: former,
    };
  const inOrder = states.toSorted(facts.byProtocol);
  const year = sharedYear(needs);
  const where =
    year === null
      ? ''
      : ` in ${states.length === 1 ? `its ${year} Article 7 report` : `their ${year} Article 7 reports`}`;
  const who = nounFor(inOrder, facts);
  const count = NumberWord(states.length);
  const names = `${inOrder.map((state) => named(state, facts, needs, year)).join(', ')}.`;
  const figure = figureFor(question, facts, states, needs);
  const notes = [...former, ...(themes.length === 0 ? [] : completedNotes(needs, facts))];
  if (figure && figure.named !== figure.stated) {
    return {
      lead: `${count} ${who} ${states.length === 1 ? 'is' : 'are'} named`,
      rest: ` as asking for help${what}${where}:\n${names}`,
      notes: [discrepancy(figure), ...notes],
    };
  }
  const requests = `${NumberWord(needs.length)} ${needs.length === 1 ? 'request' : 'requests'}${what === '' ? '' : ` for help${what}`} from ${numberWord(states.length)} ${who}`;
  return {
    lead: form === 'count_requests' ? requests : `${count} ${who} asked for help${what}`,
    rest: `${where}:\n${names}`,
    notes,
    table: {
      ...table(question, facts, inOrder, year),
      caption: `States Parties that asked for help${what}${year === null ? '' : `, ${year} reports`}`,
    },
    sourceNote: [
      `${sourceTitles(needs)}${figure ? ` (${numberWord(figure.stated)} stated, ${numberWord(figure.named ?? 0)} named)` : ''}`,
      ...reported(facts, year),
      ...(themes.length === 1 && themes[0] === 'VICTIM_ASSISTANCE' ? ['Article 5 sets no deadline'] : []),
    ].join(' · '),
  };
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

const ORDINALS = ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

const discrepancy = ({ stated, named: names }: KnownFigure): Answer['notes'][number] => ({
  lead: `The source says ${numberWord(stated)} and names ${numberWord(names ?? 0)}.`,
  rest: ` The desk does not guess the ${ORDINALS[stated] ?? `${stated}th`}.`,
});

function nounFor(states: readonly Iso3[], { states: all, asOf }: Facts): string {
  const areParties = states.every((code) => {
    const state = all.find(({ iso3 }) => iso3 === code);
    return state !== undefined && ['state_party', 'deposited'].includes(standingOn(state, asOf));
  });
  if (areParties) return states.length === 1 ? 'State Party' : 'States Parties';
  return states.length === 1 ? 'State' : 'States';
}

/** The short name, with the year or the way in which it asked where the list does not share one. */
function named(state: Iso3, { book }: Facts, needs: readonly KnownNeed[], year: number | null): string {
  const name = book.shortName(state);
  const own = needs.filter((need) => need.state === state);
  if (year !== null || own.length === 0) return name;
  const reportedIn = own.find(({ reportingYear }) => reportingYear !== null)?.reportingYear;
  if (reportedIn !== undefined) return `${name} (${reportedIn})`;
  if (own.some(({ sources: [first] }) => INITIAL.test(first?.title ?? ''))) return `${name} (initial report)`;
  return `${name} (${own.some(({ sharing }) => sharing === 'published') ? 'outside a report' : 'told to the desk'})`;
}

const INITIAL = /\binitial Article 7 report\b/i;

function reported({ figures, asOf }: Facts, year: number | null): readonly string[] {
  const figure = figures.find(
    (each) => each.named === null && each.theme === null && each.reportingYear === year && each.asOf <= asOf,
  );
  return figure
    ? [`${figure.stated} States Parties had reported for ${year}; one that did not ask may still have needs`]
    : [];
}

function table(
  { asked: { themes } }: NeedsQuestion,
  facts: Facts,
  states: readonly Iso3[],
  year: number | null,
): Omit<AnswerTable, 'caption'> {
  const all = needsStanding(facts, year);
  const [kind, article] = themes.includes('STOCKPILE_DESTRUCTION')
    ? (['stockpile', 3] as const)
    : (['clearance', 4] as const);
  const rows = states.map((state) => ({
    name: facts.book.shortName(state),
    asked: themesOf(all.filter((need) => need.state === state && !themes.includes(need.theme))),
    clock: facts.clocks.find((clock) => clock.state === state && clock.kind === kind),
  }));
  return {
    heads: [
      'State',
      themes.length === 0 ? 'Asked for' : 'Also asked for',
      kind === 'stockpile' ? 'Stockpile deadline (Art. 3)' : 'Clearance deadline (Art. 4)',
    ],
    rows: rows.map(({ name, asked, clock }) => [
      name,
      asked.map((theme) => THEME_WORDS[theme].short).join(', ') || '–',
      deadlineCell(clock),
    ]),
    lines: rows.map(({ name, asked, clock }) => [
      name,
      ...(asked.length === 0
        ? []
        : [`${themes.length === 0 ? 'asked for' : 'also'} ${asked.map(inSentence).join(', ')}`]),
      ...(clock === undefined ? [] : [`Art. ${article}: ${deadlineCell(clock)}`]),
    ]),
  };
}

/** "clearance", "RRE": the short name within a sentence. */
const inSentence = (theme: Theme): string => {
  const { short } = THEME_WORDS[theme];
  return /^[A-Z]+$/.test(short) ? short : short.charAt(0).toLowerCase() + short.slice(1);
};

/** States whose latest report no longer asks for what an earlier one did: off the list, and named. */
function formerNote(question: NeedsQuestion, facts: Facts): Answer['notes'] {
  const former = question.states.length > 0 ? [] : noLongerAsking(facts, question);
  const names = former
    .toSorted((a, b) => facts.byProtocol(a.state, b.state))
    .map(({ state, asked: [need] }) => `${facts.book.shortName(state)} (${need?.reportingYear})`);
  return names.length === 0 ? [] : [{ lead: 'No longer asking: ', rest: `${names.join(', ')}.` }];
}

const OBLIGATION: Partial<Record<Theme, 'clearance' | 'stockpile'>> = {
  SURVEY_AND_CLEARANCE: 'clearance',
  STOCKPILE_DESTRUCTION: 'stockpile',
};

/** A request stands until it is fulfilled or withdrawn, also after the obligation it serves was completed: that is said. */
function completedNotes(needs: readonly KnownNeed[], { clocks, book }: Facts): Answer['notes'] {
  const done = clocks.filter(
    ({ kind, status, state }) =>
      status === 'completed' && needs.some((need) => need.state === state && OBLIGATION[need.theme] === kind),
  );
  return done.map((clock) => ({
    lead: '',
    rest: `${book.shortName(clock.state)} has completed Article ${clock.article}; its request stands until it is fulfilled or withdrawn.`,
  }));
}
