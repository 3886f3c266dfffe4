import { sourceTitle } from '../blocks/source-words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock, Iso3 } from '../treaty/facts.ts';
import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { clockLine } from './clock-line.ts';
import { type AskedDates, clocksFor, HAS_CLOCK, THEME_OF } from './clocks-for.ts';
import { datesOfAll } from './dates-of-all.ts';
import { datesOfStates } from './dates-of-states.ts';
import { daysLeft, doubtful, whoDecides } from './dates-told.ts';
import type { Facts } from './facts.ts';
import { themeNames } from './needs-words.ts';
import type { Dated, DeadlinesQuestion } from './question.ts';
import { daysOf } from './span-days.ts';
import type { Tongue } from './tongue/tongue.ts';
import { themeAlone } from './words.ts';

/** Answers a question about the treaty's dates: of the States named, or of all in a stretch of time. */
export function answerDeadlines(text: string, question: DeadlinesQuestion, facts: Facts): Answer {
  const { dated } = question;
  const days = daysOf(dated.span, facts);
  const answer: Answer = {
    ...blank(text, facts),
    understood: understoodAs(question, days, facts),
    themes: dated.themes,
  };
  if (dated.kinds?.length === 0) return { ...answer, ...noClock(dated.themes, facts.tongue) };
  if (days === null) return { ...answer, ...noSuchMeeting(dated.span.meeting?.code ?? '', facts.tongue) };
  const clocks = clocksFor(question, days, facts);
  const found = foundBy(question, { ...dated, ...days }, facts, clocks);
  const timeless = dated.themes.filter((theme) => !HAS_CLOCK.includes(theme));
  return {
    ...answer,
    ...found.answer,
    themes: found.clocks.length === 0 ? dated.themes : themesOf(found.clocks, timeless),
    notes: [...(found.answer.notes ?? []), ...timeless.map((theme) => setsNoDate(theme, facts.tongue))],
    sources: found.clocks.map((clock) => clockLine(clock, facts)),
    sourceNote: titles(found.clocks, facts) || facts.tongue.known('UN Treaty Collection'),
  };
}

/** The themes of the dates that were found, and those asked for that have none by the Convention. */
const themesOf = (clocks: readonly Clock[], timeless: readonly Theme[]): readonly Theme[] => {
  const found = new Set([...clocks.map(({ article }) => THEME_OF[article]), ...timeless]);
  return THEMES.filter((theme) => found.has(theme));
};

const setsNoDate = (theme: Theme, tongue: Tongue): Answer['notes'][number] => {
  const { article } = THEME_WORDS[theme];
  const name = themeNames([theme], tongue);
  return {
    lead: '',
    rest:
      article === null
        ? tongue.say`The Convention sets no date for ${name}.`
        : tongue.say`The Convention sets no date for ${name} (Article ${article}).`,
  };
};

/** Art. 5, 4.2(e) and 9 set no date; a question about one may have meant another convention's article of that number. */
function noClock(themes: readonly Theme[], tongue: Tongue): Partial<Answer> {
  const { say } = tongue;
  const [first, ...others] = themes.map((theme) => setsNoDate(theme, tongue));
  return {
    outcome: 'empty',
    lead: first?.rest.slice(0, -1) ?? say`The Convention sets no date for this`,
    rest: '.',
    notes: [
      ...others,
      ...(themes.includes('VICTIM_ASSISTANCE')
        ? [
            {
              lead: '',
              rest: say`Clearance is Article 4 here; in the Anti-Personnel Mine Ban Convention it is Article 5.`,
            },
          ]
        : []),
    ],
    sourceNote: tongue.known('Convention on Cluster Munitions'),
  };
}

const titles = (clocks: readonly Clock[], { asOf, tongue }: Facts): string =>
  [...new Set(clocks.flatMap(({ sources }) => sources.map((source) => sourceTitle(source, asOf))))]
    .slice(0, 4)
    .map(tongue.known)
    .join('; ');

const noSuchMeeting = (code: string, { say, known }: Tongue): Partial<Answer> => ({
  outcome: 'empty',
  lead: say`The days of ${code} are not on record`,
  rest: '.',
  sourceNote: known('UN Treaty Collection'),
});

function foundBy(
  question: DeadlinesQuestion,
  asked: AskedDates,
  facts: Facts,
  clocks: readonly Clock[],
): { answer: Partial<Answer>; clocks: readonly Clock[] } {
  if (question.form === 'decides') return whoDecides(question.states, facts, clocks);
  if (question.form === 'days') return daysLeft(clocks, facts);
  if (question.dated.only === 'doubtful') return doubtful(clocks, facts);
  return question.states.length > 0
    ? datesOfStates(question, asked, facts, clocks)
    : datesOfAll(question, asked, facts, clocks);
}

function understoodAs(
  { dated, states, without, region, pick }: DeadlinesQuestion,
  days: { from: Day | null; until: Day | null } | null,
  { book, asOf, tongue }: Facts,
): string {
  const { say, listed, long } = tongue;
  const named = (codes: readonly Iso3[]): string => listed(codes.map((state) => book.shortName(state)));
  const whose =
    states.length > 0
      ? named(states)
      : `${say`all States Parties`}${region === null ? '' : say` in ${tongue.known(region)}`}`;
  const but = without.length === 0 ? '' : say` besides ${named(without)}`;
  const { from, until } = days ?? { from: null, until: null };
  const window =
    from && until
      ? from === until
        ? [long(from)]
        : [say`${long(from)} to ${long(until)}`]
      : from
        ? [say`from ${long(from)}`]
        : until
          ? [say`until ${long(until)}`]
          : [];
  const only = dated.only === 'passed' ? [say`passed`] : dated.only === 'doubtful' ? [say`to be confirmed`] : [];
  const which = pick === null ? [] : [{ next: say`the next`, first: say`the earliest`, last: say`the latest` }[pick]];
  const at = dated.decidedAt === null ? [] : [say`for the ${dated.decidedAt}`];
  return [
    say`${whatIsAsked(dated, tongue)} of ${whose}${but}`,
    ...only,
    ...which,
    ...at,
    ...window,
    say`as of ${long(asOf)}`,
  ].join(' · ');
}

function whatIsAsked({ kinds, themes }: Dated, tongue: Tongue): string {
  const { say, listed } = tongue;
  if (kinds === null) return say`Dates under Articles 3, 4 and 7`;
  const named = themes.map((theme) => themeAlone(theme, tongue));
  if (kinds.includes('extension_request'))
    return named.length === 0 ? say`Dates for extension requests` : say`Dates for extension requests: ${listed(named)}`;
  const reports = kinds.flatMap((kind) =>
    kind === 'initial_report' ? [say`initial reports`] : kind === 'annual_report' ? [say`annual reports`] : [],
  );
  const others = named.filter((_, at) => themes[at] !== 'TRANSPARENCY');
  return say`Dates: ${listed([...others, ...reports])}`;
}
