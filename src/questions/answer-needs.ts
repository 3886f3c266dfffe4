import { longDate } from '../blocks/dates.ts';
import { listed, NumberWord, numberWord } from '../blocks/words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { standingOn } from '../treaty/standing.ts';
import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank, type SourceLine } from './answer.ts';
import type { Facts, KnownFigure, KnownNeed } from './facts.ts';
import { answering, needsStanding } from './needs-known.ts';
import type { NeedsQuestion } from './question.ts';
import { deadlineCell, themeUnderstood } from './words.ts';

/** Answers a question about who asked for help, or what a State asked for. */
export function answerNeeds(text: string, question: NeedsQuestion, facts: Facts): Answer {
  const standing = needsStanding(facts, question.year);
  const found = answering(standing, question);
  const answer: Answer = { ...blank(text, facts.asOf), understood: understoodAs(question, facts, standing) };
  if (standing.length === 0) return { ...answer, outcome: 'no_data', ...nothingHeld(question, facts) };
  const of: Answer = {
    ...answer,
    outcome: found.states.length === 0 ? 'empty' : 'answered',
    states: found.states.toSorted(),
    themes: themesOf(found.needs.length > 0 ? found.needs : question.themes.map((theme) => ({ theme }))),
    count: question.form === 'count_requests' || question.form === 'what' ? found.needs.length : found.states.length,
    sourceNote: sourceTitles(found.needs.length > 0 ? found.needs : standing),
    sources: found.needs.map((need) => sourceLine(need, facts)),
  };
  if (question.states.length > 0) return { ...of, ...ofStates(question, facts, found.needs, standing) };
  return { ...of, ...list(question, facts, found.states, found.needs) };
}

const themesOf = (needs: readonly { theme: Theme }[]): readonly Theme[] =>
  THEMES.filter((theme) => needs.some((need) => need.theme === theme));

const themeNames = (themes: readonly Theme[], last = 'and'): string => {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  return names.length < 3 ? names.join(` ${last} `) : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
};

const sourceTitles = (needs: readonly KnownNeed[]): string =>
  [...new Set(needs.flatMap(({ sources }) => sources[0]?.title ?? []))].join('; ');

const sourceLine = (need: KnownNeed, { book }: Facts): SourceLine => ({
  fact: `${need.reference} · ${book.shortName(need.state)} · ${THEME_WORDS[need.theme].name}${need.reportingYear ? ` · ${need.reportingYear} report` : ''}`,
  source: need.sources[0]?.title ?? 'not on record',
  confidence: need.sources[0]?.confidence ?? 'low',
});

/** The one reporting year that all of `needs` come from; null when they do not share one. */
const sharedYear = (needs: readonly KnownNeed[]): number | null => {
  const [year, ...others] = [...new Set(needs.map(({ reportingYear }) => reportingYear))];
  return others.length === 0 ? (year ?? null) : null;
};

function understoodAs(
  { themes, combine, states, without, year }: NeedsQuestion,
  { book, asOf }: Facts,
  standing: readonly KnownNeed[],
): string {
  const who =
    states.length > 0 ? `Requests of ${listed(states.map((state) => book.shortName(state)))}` : 'States with a request';
  const what =
    themes.length === 0
      ? ''
      : ` for ${themes.map(themeUnderstood).join(combine === 'all' && themes.length > 1 ? ' and for ' : ' or ')}`;
  const but = without.length === 0 ? '' : ` besides ${listed(without.map((state) => book.shortName(state)))}`;
  const shared = year ?? sharedYear(standing);
  return [
    `${who}${what}${but}`,
    shared === null ? "each State's latest report" : `${shared} reports`,
    `as of ${longDate(asOf)}`,
  ].join(' · ');
}

function nothingHeld({ year }: NeedsQuestion, { asOf }: Facts): Pick<Answer, 'lead' | 'rest' | 'count'> {
  const what =
    year === null
      ? `No request was on record on ${longDate(asOf)}`
      : `Requests from the ${year} reports are not on record`;
  return { lead: what, rest: '. That does not mean that no State asked.', count: 0 };
}

/** The number that a source gives for exactly this list, with the names it gives. */
function figureFor(
  { themes, combine, without, year }: NeedsQuestion,
  facts: Facts,
  needs: readonly KnownNeed[],
): KnownFigure | null {
  const shared = year ?? sharedYear(needs);
  if (themes.length > 1 || without.length > 0 || combine === 'all') return null;
  const fits = (figure: KnownFigure): boolean =>
    figure.named !== null &&
    figure.asOf <= facts.asOf &&
    figure.theme === (themes[0] ?? null) &&
    figure.reportingYear === shared;
  return facts.figures.find(fits) ?? null;
}

function list(
  question: NeedsQuestion,
  facts: Facts,
  states: readonly Iso3[],
  needs: readonly KnownNeed[],
): Partial<Answer> {
  const { themes, combine, form } = question;
  const what =
    themes.length === 0
      ? ''
      : ` with ${combine === 'all' && themes.length > 1 ? 'both ' : ''}${themeNames(themes, combine === 'all' ? 'and' : 'or')}`;
  const year = sharedYear(needs);
  const where = year === null ? '' : ` in their ${year} Article 7 reports`;
  if (states.length === 0)
    return { lead: `No State on record asked for help${what}`, rest: '. One that did not ask may still have needs.' };
  const inOrder = states.toSorted(facts.byProtocol);
  const noun = `${allParties(inOrder, facts) ? 'State Party' : 'State'}`;
  const nouns = allParties(inOrder, facts) ? 'States Parties' : 'States';
  const names = `${inOrder.map((state) => named(state, facts, needs, year)).join(', ')}.`;
  const figure = figureFor(question, facts, needs);
  const notes = completedNotes(question, facts, inOrder);
  if (figure && figure.named !== figure.stated) {
    return {
      lead: `${NumberWord(states.length)} ${states.length === 1 ? `${noun} is` : `${nouns} are`} named`,
      rest: ` as asking for help${what}${where}:\n${names}`,
      notes: [
        {
          lead: `The source says ${numberWord(figure.stated)} and names ${numberWord(figure.named ?? 0)}.`,
          rest: ` The desk does not guess the ${ordinal(figure.stated)}.`,
        },
        ...notes,
      ],
    };
  }
  const requests =
    form === 'count_requests'
      ? `${NumberWord(needs.length)} ${needs.length === 1 ? 'request' : 'requests'}${what === '' ? '' : ` for help${what}`} from ${numberWord(states.length)} ${states.length === 1 ? noun : nouns}`
      : null;
  return {
    lead: requests ?? `${NumberWord(states.length)} ${states.length === 1 ? noun : nouns} asked for help${what}`,
    rest: `${requests && year !== null ? ` in the ${year} Article 7 reports` : where}:\n${names}`,
    notes,
    table: table(question, facts, inOrder, needs),
    sourceNote: [
      `${sourceTitles(needs)}${figure ? ` (${numberWord(figure.stated)} stated, ${numberWord(figure.named ?? 0)} named)` : ''}`,
      ...reported(facts, year),
      ...(themes.length === 1 && themes[0] === 'VICTIM_ASSISTANCE' ? ['Article 5 sets no deadline'] : []),
    ].join(' · '),
  };
}

const ordinal = (n: number): string =>
  ['', 'first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'][n] ?? `${n}th`;

const allParties = (states: readonly Iso3[], facts: Facts): boolean =>
  states.every((code) => {
    const state = facts.states.find(({ iso3 }) => iso3 === code);
    return state !== undefined && ['state_party', 'deposited'].includes(standingOn(state, facts.asOf));
  });

/** The short name, with the year or the way in which it asked where the list does not share one. */
function named(state: Iso3, { book }: Facts, needs: readonly KnownNeed[], year: number | null): string {
  const name = book.shortName(state);
  const own = needs.filter((need) => need.state === state);
  if (year !== null || own.length === 0) return name;
  const reported = own.find(({ reportingYear }) => reportingYear !== null)?.reportingYear;
  return `${name} (${reported ?? (own.some(({ sharing }) => sharing === 'published') ? 'outside a report' : 'told to the desk')})`;
}

function reported({ figures, asOf }: Facts, year: number | null): readonly string[] {
  const figure = figures.find(
    (each) => each.named === null && each.theme === null && each.reportingYear === year && each.asOf <= asOf,
  );
  return figure
    ? [`${figure.stated} States Parties had reported for ${year}; one that did not ask may still have needs`]
    : [];
}

function table(
  { themes }: NeedsQuestion,
  facts: Facts,
  states: readonly Iso3[],
  needs: readonly KnownNeed[],
): Answer['table'] {
  const year = sharedYear(needs);
  const all = needsStanding(facts, year);
  const kind = themes.includes('STOCKPILE_DESTRUCTION') ? 'stockpile' : 'clearance';
  const heads = [
    'State',
    themes.length === 0 ? 'Asked for' : 'Also asked for',
    kind === 'stockpile' ? 'Stockpile deadline (Art. 3)' : 'Clearance deadline (Art. 4)',
  ];
  const rows = states.map((state) => {
    const others = themesOf(all.filter((need) => need.state === state && !themes.includes(need.theme)));
    return [
      facts.book.shortName(state),
      others.map((theme) => THEME_WORDS[theme].short).join(', ') || '–',
      deadlineCell(facts.clocks.find((clock) => clock.state === state && clock.kind === kind)),
    ];
  });
  const caption = `States Parties that asked for help${themes.length === 0 ? '' : ` with ${themeNames(themes, 'or')}`}${year === null ? '' : `, ${year} reports`}`;
  return { caption, heads, rows };
}

/** A request stands until it is fulfilled or withdrawn, also after the obligation it serves was completed: that is said. */
function completedNotes({ themes }: NeedsQuestion, { clocks, book }: Facts, states: readonly Iso3[]): Answer['notes'] {
  const kind = themes.includes('SURVEY_AND_CLEARANCE')
    ? 'clearance'
    : themes.includes('STOCKPILE_DESTRUCTION')
      ? 'stockpile'
      : null;
  const done = clocks.filter(
    (clock) => clock.kind === kind && clock.status === 'completed' && states.includes(clock.state),
  );
  return done.map((clock) => ({
    lead: '',
    rest: `${book.shortName(clock.state)} has completed Article ${clock.article}; its request stands until it is fulfilled or withdrawn.`,
  }));
}

function ofStates(
  { states, themes, form }: NeedsQuestion,
  facts: Facts,
  needs: readonly KnownNeed[],
  standing: readonly KnownNeed[],
): Partial<Answer> {
  const sentences = states.toSorted(facts.byProtocol).map((state) => {
    const name = facts.book.shortName(state);
    const own = needs.filter((need) => need.state === state);
    const other = standing.filter((need) => need.state === state);
    return own.length > 0 ? `${form === 'yes_no' ? 'Yes: ' : ''}${asked(name, own)}` : notAsked(name, themes, other);
  });
  const [lead = '', ...rest] = sentences;
  return { lead, rest: rest.map((sentence) => `\n${sentence}`).join('') };
}

const whichReport = (needs: readonly KnownNeed[]): string => {
  const year = sharedYear(needs);
  return `${year === null ? '' : ` in its ${year} Article 7 report`} (${needs.map(({ reference }) => reference).join(', ')})`;
};

const asked = (name: string, needs: readonly KnownNeed[]): string =>
  `${name} asked for help with ${themeNames(themesOf(needs))}${whichReport(needs)}.`;

function notAsked(name: string, themes: readonly Theme[], other: readonly KnownNeed[]): string {
  const what = themes.length === 0 ? '' : ` for ${themeNames(themes, 'or')}`;
  const instead =
    other.length === 0
      ? ' That does not mean that there is no need.'
      : ` It asked for help with ${themeNames(themesOf(other))}${whichReport(other)}.`;
  return `No request of ${name}${what} is on record.${instead}`;
}
