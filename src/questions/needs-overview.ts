import { capital } from '../blocks/words.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { THEMES, type Theme } from '../treaty/theme.ts';
import type { Answer } from './answer.ts';
import { askedFor } from './asked-words.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { ANY_STATE, answering, needsStanding } from './needs-known.ts';
import { themeName, themeNames, themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';

const OVERVIEWS = ['compare', 'share_states', 'share_requests', 'most_states', 'themes', 'most_themes'] as const;
type Overview = (typeof OVERVIEWS)[number];

/** Whether a form counts, compares or ranks what was asked for. */
export const isOverview = (form: NeedsQuestion['form']): form is Overview =>
  (OVERVIEWS as readonly string[]).includes(form);

interface Found {
  states: readonly Iso3[];
  needs: readonly KnownNeed[];
}

/** What was asked for, counted, compared, or as a share of the whole. */
export function overview(form: Overview, question: NeedsQuestion, facts: Facts, found: Found): Partial<Answer> {
  switch (form) {
    case 'compare':
      return compared(question, facts);
    case 'share_states':
    case 'share_requests':
      return share(form, question, facts, found);
    case 'most_states':
      return mostAsking(facts, found);
    case 'themes':
    case 'most_themes':
      return themes(form, facts, found);
  }
}

const names = (states: readonly Iso3[], { book, byProtocol }: Facts): readonly string[] =>
  states.toSorted(byProtocol).map((state) => book.shortName(state));

function compared({ asked, states }: NeedsQuestion, facts: Facts): Partial<Answer> {
  const { tongue } = facts;
  const { say } = tongue;
  const standing = needsStanding(facts, asked.year);
  const own = states.toSorted(facts.byProtocol).map((state) => ({
    name: facts.book.shortName(state),
    themes: themesOf(
      standing.filter(
        (need) => need.state === state && (asked.themes.length === 0 || asked.themes.includes(need.theme)),
      ),
    ),
  }));
  const common = THEMES.filter((theme) => own.every((each) => each.themes.includes(theme)));
  const sentences = own.map(({ name, themes: of }) =>
    of.length === 0
      ? say`${name}: no such request on record.`
      : say`${name} asked for help with ${themeNames(of, tongue)}.`,
  );
  return {
    outcome: 'answered',
    states: states.toSorted(),
    themes: THEMES.filter((theme) => own.some((each) => each.themes.includes(theme))),
    count: null,
    lead: common.length === 0 ? say`No theme in common` : say`In common: ${themeNames(common, tongue)}`,
    rest: `.\n${sentences.join('\n')}`,
  };
}

function share(
  form: 'share_states' | 'share_requests',
  { asked }: NeedsQuestion,
  facts: Facts,
  { states, needs }: Found,
): Partial<Answer> {
  const whole = answering(facts, { ...asked, themes: [], exclude: [], amount: null, combine: 'any' }, ANY_STATE);
  const [part, all] =
    form === 'share_states' ? [states.length, whole.states.length] : [needs.length, whole.needs.length];
  const percent = all === 0 ? 0 : Math.round((100 * part) / all);
  const { tongue } = facts;
  const { say } = tongue;
  const what = askedFor(asked, tongue);
  const many = capital(tongue.number(part));
  const lead =
    form === 'share_states'
      ? part === 1
        ? say`One of the ${all} States that asked for help asked for help${what} (${percent} %)`
        : say`${many} of the ${all} States that asked for help asked for help${what} (${percent} %)`
      : part === 1
        ? say`One of the ${all} requests is for help${what} (${percent} %)`
        : say`${many} of the ${all} requests are for help${what} (${percent} %)`;
  return { lead, rest: say`:\n${names(states, facts).join(', ')}.` };
}

function mostAsking(facts: Facts, { states, needs }: Found): Partial<Answer> {
  const { say, number, listed } = facts.tongue;
  const countOf = (state: Iso3): number => needs.filter((need) => need.state === state).length;
  const most = Math.max(0, ...states.map(countOf));
  const first = states.filter((state) => countOf(state) === most);
  const own = needs.filter(({ state }) => first.includes(state));
  return {
    states: first.toSorted(),
    themes: themesOf(own),
    count: first.length,
    lead: listed(names(first, facts)),
    rest:
      first.length > 1
        ? say` asked for help with the largest number of themes: ${number(most)} each. Numbers of requests say nothing of the size of a need.`
        : say` asked for help with the largest number of themes: ${number(most)}. Numbers of requests say nothing of the size of a need.`,
  };
}

function themes(form: 'themes' | 'most_themes', facts: Facts, { needs }: Found): Partial<Answer> {
  const { tongue } = facts;
  const { say } = tongue;
  const askedBy = (theme: Theme): readonly Iso3[] => [
    ...new Set(needs.filter((need) => need.theme === theme).map(({ state }) => state)),
  ];
  const rows = themesOf(needs).map((theme) => ({ theme, by: askedBy(theme) }));
  const most = Math.max(0, ...rows.map(({ by }) => by.length));
  const told = form === 'themes' ? rows : rows.filter(({ by }) => by.length === most);
  const lines = told.map(({ theme, by }) => say`${themeName(theme, tongue)}: ${names(by, facts).join(', ')}`);
  const states = [...new Set(told.flatMap(({ by }) => by))].toSorted();
  return {
    states,
    themes: told.map(({ theme }) => theme),
    count: form === 'themes' ? told.length : states.length,
    lead:
      form === 'themes'
        ? told.length === 1
          ? say`Help was asked for with one theme`
          : say`Help was asked for with ${tongue.number(told.length)} themes`
        : say`Most States asked for help with ${themeNames(
            told.map(({ theme }) => theme),
            tongue,
          )}`,
    rest: say`:\n${lines.join('\n')}.`,
  };
}
