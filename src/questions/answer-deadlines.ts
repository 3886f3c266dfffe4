import { kindWords } from '../blocks/clock-words.ts';
import { longDate } from '../blocks/dates.ts';
import { sourceTitle } from '../blocks/source-words.ts';
import { listed } from '../blocks/words.ts';
import type { Day } from '../treaty/day.ts';
import type { Clock } from '../treaty/facts.ts';
import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import { type Answer, blank, type SourceLine } from './answer.ts';
import { datesOfAll } from './dates-of-all.ts';
import { datesOfStates } from './dates-of-states.ts';
import type { Facts } from './facts.ts';
import type { DeadlinesQuestion } from './question.ts';
import { themeUnderstood } from './words.ts';

/** Answers a question about the treaty's dates: of the States named, or of all in a stretch of time. */
export function answerDeadlines(text: string, question: DeadlinesQuestion, facts: Facts): Answer {
  const answer: Answer = {
    ...blank(text, facts.asOf),
    understood: understoodAs(question, facts),
    themes: question.themes,
  };
  if (question.kinds?.length === 0) return { ...answer, ...noClock(question.themes) };
  const clocks = facts.clocks.filter((clock) => fits(clock, question));
  const found =
    question.states.length > 0 ? datesOfStates(question, facts, clocks) : datesOfAll(question, facts, clocks);
  const timeless = question.themes.filter((theme) => !HAS_CLOCK.includes(theme));
  return {
    ...answer,
    ...found.answer,
    themes: found.clocks.length === 0 ? question.themes : themesOf(found.clocks, question.themes),
    notes: [...(found.answer.notes ?? []), ...timeless.map(setsNoDate)],
    sources: found.clocks.map((clock) => sourceLine(clock, facts)),
    sourceNote: titles(found.clocks, facts.asOf) || 'UN Treaty Collection',
  };
}

const HAS_CLOCK: readonly Theme[] = ['SURVEY_AND_CLEARANCE', 'STOCKPILE_DESTRUCTION', 'TRANSPARENCY'];
const THEME_OF: Readonly<Record<Clock['article'], Theme>> = {
  3: 'STOCKPILE_DESTRUCTION',
  4: 'SURVEY_AND_CLEARANCE',
  7: 'TRANSPARENCY',
};

const themesOf = (clocks: readonly Clock[], asked: readonly Theme[]): readonly Theme[] => {
  const found = new Set([...clocks.map(({ article }) => THEME_OF[article]), ...asked]);
  return THEMES.filter((theme) => found.has(theme));
};

const fits = (clock: Clock, { kinds, themes, states, without, from, until }: DeadlinesQuestion): boolean =>
  (kinds === null || kinds.includes(clock.kind)) &&
  // "Clearance extension requests": those that would extend clearance.
  (clock.kind !== 'extension_request' || themes.length === 0 || themes.includes(THEME_OF[clock.article])) &&
  (states.length === 0 || states.includes(clock.state)) &&
  !without.includes(clock.state) &&
  (from === null || clock.due >= from) &&
  (until === null || clock.due <= until);

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

const sourceLine = (clock: Clock, { book }: Facts): SourceLine => ({
  fact: `${book.shortName(clock.state)} · ${kindWords(clock)} · ${clock.due} · ${clock.basis}`,
  source: clock.sources.join(' ; '),
  confidence: clock.confidence,
});

function understoodAs(question: DeadlinesQuestion, { book, asOf }: Facts): string {
  const { states, without, from, until } = question;
  const whose = states.length === 0 ? 'all States Parties' : listed(states.map((state) => book.shortName(state)));
  const but = without.length === 0 ? '' : ` besides ${listed(without.map((state) => book.shortName(state)))}`;
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
  return [`${whatIsAsked(question)} of ${whose}${but}`, ...window, `as of ${longDate(asOf)}`].join(' · ');
}

function whatIsAsked({ kinds, themes }: DeadlinesQuestion): string {
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
