import { kindWords } from '../blocks/clock-words.ts';
import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { listed } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock } from '../treaty/facts.ts';
import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { clockLine } from './clock-line.ts';
import { type AskedDates, clocksFor, HAS_CLOCK, THEME_OF } from './clocks-for.ts';
import { datesOfAll } from './dates-of-all.ts';
import { datesOfStates } from './dates-of-states.ts';
import { daysLeft, doubtful, whoDecides } from './dates-told.ts';
import type { Facts } from './facts.ts';
import type { Dated, DeadlinesQuestion } from './question.ts';
import { daysOf } from './span-days.ts';
import { themeUnderstood } from './words.ts';

/** Answers a question about the treaty's dates: of the States named, or of all in a stretch of time. */
export function answerDeadlines(text: string, question: DeadlinesQuestion, facts: Facts): Answer {
  const { dated } = question;
  const days = daysOf(dated.span, facts);
  const answer: Answer = {
    ...blank(text, facts.asOf),
    understood: understoodAs(question, days, facts),
    themes: dated.themes,
  };
  if (dated.kinds?.length === 0) return { ...answer, ...noClock(dated.themes) };
  if (days === null) return { ...answer, ...noSuchMeeting(dated.span.meeting?.code ?? '') };
  const clocks = clocksFor(question, days, facts);
  const found = foundBy(question, { ...dated, ...days }, facts, clocks);
  const timeless = dated.themes.filter((theme) => !HAS_CLOCK.includes(theme));
  return {
    ...answer,
    ...found.answer,
    themes: found.clocks.length === 0 ? dated.themes : themesOf(found.clocks, dated.themes),
    notes: [...(found.answer.notes ?? []), ...timeless.map(setsNoDate)],
    sources: found.clocks.map((clock) => clockLine(clock, facts)),
    sourceNote: titles(found.clocks, facts.asOf) || 'UN Treaty Collection',
  };
}

const themesOf = (clocks: readonly Clock[], asked: readonly Theme[]): readonly Theme[] => {
  const found = new Set([...clocks.map(({ article }) => THEME_OF[article]), ...asked]);
  return THEMES.filter((theme) => found.has(theme));
};

const setsNoDate = (theme: Theme): Answer['notes'][number] => {
  const { name, article } = THEME_WORDS[theme];
  return {
    lead: '',
    rest: `The Convention sets no date for ${name}${article === null ? '' : ` (Article ${article})`}.`,
  };
};

/** Art. 5, 4.2(e) and 9 set no date; a question about one may have meant another convention's article of that number. */
function noClock(themes: readonly Theme[]): Partial<Answer> {
  const [first, ...others] = themes.map(setsNoDate);
  return {
    outcome: 'empty',
    lead: first?.rest.slice(0, -1) ?? 'The Convention sets no date for this',
    rest: '.',
    notes: [
      ...others,
      ...(themes.includes('VICTIM_ASSISTANCE')
        ? [
            {
              lead: '',
              rest: 'Clearance is Article 4 here; in the Anti-Personnel Mine Ban Convention it is Article 5.',
            },
          ]
        : []),
    ],
    sourceNote: 'Convention on Cluster Munitions',
  };
}

const titles = (clocks: readonly Clock[], asOf: Day): string =>
  [...new Set(clocks.flatMap(({ sources }) => sources.map((source) => sourceTitle(source, asOf))))]
    .slice(0, 4)
    .join('; ');

const noSuchMeeting = (code: string): Partial<Answer> => ({
  outcome: 'empty',
  lead: `The days of ${code} are not on record`,
  rest: '.',
  sourceNote: 'UN Treaty Collection',
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
  { book, asOf }: Facts,
): string {
  const whose =
    states.length === 0
      ? `all States Parties${region === null ? '' : ` in ${region}`}`
      : listed(states.map((state) => book.shortName(state)));
  const but = without.length === 0 ? '' : ` besides ${listed(without.map((state) => book.shortName(state)))}`;
  const { from, until } = days ?? { from: null, until: null };
  const window =
    from && until
      ? from === until
        ? [longDate(from)]
        : [`${longDate(from)} to ${longDate(until)}`]
      : from
        ? [`from ${longDate(from)}`]
        : until
          ? [`until ${longDate(until)}`]
          : [];
  const only = dated.only === 'passed' ? ['passed'] : dated.only === 'doubtful' ? ['to be confirmed'] : [];
  const which = pick === null ? [] : [{ next: 'the next', first: 'the earliest', last: 'the latest' }[pick]];
  const at = dated.decidedAt === null ? [] : [`for the ${dated.decidedAt}`];
  return [
    `${whatIsAsked(dated)} of ${whose}${but}`,
    ...only,
    ...which,
    ...at,
    ...window,
    `as of ${longDate(asOf)}`,
  ].join(' · ');
}

function whatIsAsked({ kinds, themes }: Dated): string {
  if (kinds === null) return 'Dates under Articles 3, 4 and 7';
  const named = themes.map(themeUnderstood);
  if (kinds.includes('extension_request'))
    return `Dates for extension requests${named.length === 0 ? '' : `: ${listed(named)}`}`;
  const reports = kinds.flatMap((kind) =>
    kind === 'initial_report' || kind === 'annual_report' ? [`${kindWords({ kind, year: null })}s`] : [],
  );
  const others = named.filter((_, at) => themes[at] !== 'TRANSPARENCY');
  return `Dates: ${listed([...others, ...reports])}`;
}
