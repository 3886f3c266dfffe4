import type { Iso3 } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import { type Answer, blank } from './answer.ts';
import { askedFor, narrowedTo } from './asked-words.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { needLine } from './need-line.ts';
import { answering, needsStanding, noLongerAsking } from './needs-known.ts';
import { listOfNeeds } from './needs-list.ts';
import { needsOfStates } from './needs-of-states.ts';
import { isOverview, overview } from './needs-overview.ts';
import { sharedYear, sourceTitles, themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';
import { themeUnderstood } from './words.ts';

/** Answers a question about who asked for help, or what a State asked for. */
export function answerNeeds(text: string, question: NeedsQuestion, facts: Facts): Answer {
  const { asked, form } = question;
  const standing = needsStanding(facts, asked.year);
  const found = answering(facts, asked, question);
  const answer: Answer = { ...blank(text, facts), understood: understoodAs(question, facts, standing) };
  if (standing.length === 0)
    return { ...answer, outcome: 'no_data', themes: asked.themes, ...nothingHeld(question, facts) };
  const of: Answer = {
    ...answer,
    outcome: found.states.length === 0 ? 'empty' : 'answered',
    states: found.states.toSorted(),
    themes: themesOf(found.needs.length > 0 ? found.needs : asked.themes.map((theme) => ({ theme }))),
    count:
      form === 'count_requests' || form === 'what' || form === 'share_requests'
        ? found.needs.length
        : found.states.length,
    sourceNote: sourceTitles(found.needs.length > 0 ? found.needs : standing, facts.tongue),
    sources: [
      ...cited(question, standing, found.needs).map((need) => needLine(need, facts)),
      ...laterReports(question, facts),
    ],
  };
  if (form !== 'list' && isOverview(form)) return { ...of, ...overview(form, question, facts, found) };
  return question.states.length > 0
    ? { ...of, ...needsOfStates(question, facts, found, standing) }
    : { ...of, ...listOfNeeds(question, facts, found) };
}

/** The requests that the text speaks of: those that answer, or what else the States named asked for. */
const cited = (
  { states }: NeedsQuestion,
  standing: readonly KnownNeed[],
  found: readonly KnownNeed[],
): readonly KnownNeed[] => (found.length > 0 ? found : standing.filter(({ state }) => states.includes(state)));

/** For States that no longer ask: what they had asked for, and the report that says that no help is asked. */
function laterReports(question: NeedsQuestion, facts: Facts): Answer['sources'] {
  const { states } = question;
  return noLongerAsking(facts, question)
    .filter(({ state }) => states.length === 0 || states.includes(state))
    .flatMap(({ asked, report }) => [
      ...asked.map((need) => needLine(need, facts)),
      ...(report === null
        ? []
        : [
            {
              fact: facts.tongue
                .say`${facts.book.shortName(report.state)} · ${report.year} Article 7 report · no help asked`,
              source: report.source,
              confidence: report.confidence,
            },
          ]),
    ]);
}

function understoodAs(
  { asked, states, without, region }: NeedsQuestion,
  { book, asOf, tongue }: Facts,
  standing: readonly KnownNeed[],
): string {
  const { say, listed } = tongue;
  const { themes, combine, exclude, year } = asked;
  const named = (codes: readonly Iso3[]): string => listed(codes.map((state) => book.shortName(state)));
  const who = states.length > 0 ? say`Requests of ${named(states)}` : say`States with a request`;
  const of = (codes: readonly Theme[], joint: 'and' | 'or'): string =>
    listed(
      codes.map((theme) => themeUnderstood(theme, tongue)),
      joint,
    );
  const what =
    themes.length === 0
      ? ''
      : combine === 'only'
        ? say` for ${of(themes, 'and')} alone`
        : combine === 'any'
          ? say` for ${of(themes, 'or')}`
          : themes.map((theme) => say` for ${themeUnderstood(theme, tongue)}`).join(say` and `.trimEnd());
  const shared = year ?? sharedYear(standing);
  return [
    [
      who,
      what,
      exclude.length === 0 ? '' : say`, not for ${of(exclude, 'or')}`,
      without.length === 0 ? '' : say` besides ${named(without)}`,
      region === null ? '' : say` in ${tongue.known(region)}`,
    ].join(''),
    ...(asked.amount === null ? [] : [askedFor({ ...asked, themes: [], exclude: [] }, tongue).trim()]),
    ...narrowedTo(asked, tongue),
    shared === null ? say`each State's latest report` : say`${shared} reports`,
    say`as of ${tongue.long(asOf)}`,
  ].join(' · ');
}

/** What is not on record is neither a no nor a zero. */
function nothingHeld(
  { asked: { year } }: NeedsQuestion,
  { asOf, tongue: { say, long } }: Facts,
): Pick<Answer, 'lead' | 'rest' | 'count'> {
  const what =
    year === null
      ? say`No request was on record on ${long(asOf)}`
      : say`Requests from the ${year} reports are not on record`;
  return { lead: what, rest: say`. That does not mean that no State asked.`, count: null };
}
