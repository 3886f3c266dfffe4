import type { Day } from '../treaty/day.ts';
import type { ClockKind } from '../treaty/facts.ts';
import type { Theme } from '../treaty/theme.ts';
import { wordsIn } from './fold.ts';
import { coordinatingRole } from './grammar/coordinators.ts';
import { merged } from './grammar/merge.ts';
import { hasOnly, obligationArticles, type Parts, partsOf, spanOf } from './grammar/parts.ts';
import type { Cue } from './lexicon/cue.ts';
import type { Language } from './lexicon/lexicon.ts';
import type { NameBook } from './names.ts';
import type { Asked, Dated, Filter, Question, Topic } from './question.ts';
import { recognise } from './recognise.ts';
import { takeAsOf } from './written-date.ts';

/** What else a follow-up may say beside what it changes: "and for …?", "only those …". */
const CUES: readonly Cue[] = [
  'and',
  'also',
  'only',
  'that',
  'states',
  'state',
  'which',
  'who',
  'what',
  'need',
  'request',
  'with',
  'pronoun',
  'deadline',
  'report',
  'but',
];
const SHORT = 12;

/**
 * What a short text changes in the question before it: "and for RRE?", "only those before 2021", "And Chad?". Null where
 * it says more than that, or what the question before it does not have.
 */
export function followUp(
  text: string,
  before: Question,
  book: NameBook,
  today: Day,
): { question: Question; language: Language } | null {
  if (wordsIn(text).length > SHORT) return null;
  const taken = takeAsOf(text, today);
  if (taken.kind === 'no_such_day') return null;
  const found = recognise(taken.rest, book, taken.asOf ?? before.asOf ?? today);
  if (found.kind === 'no_such_day') return null;
  const { items, shared, unknown, noData, outside, language } = found.recognised;
  if (shared !== null || unknown.length > 0 || noData !== null || outside !== null) return null;
  const parts = partsOf(merged(items));
  if (parts.addressed || !hasOnly(parts, CUES, ['states', 'regions', 'windows', 'bounds', 'meetings'])) return null;
  const changes =
    parts.themes.length + parts.states.length + parts.regions.length + parts.windows.length + parts.bounds.length;
  const asOf = taken.asOf ?? before.asOf;
  if (changes + parts.meetings.length === 0)
    return taken.asOf === null || parts.cues.some((cue) => cue !== 'and')
      ? null
      : { question: { ...before, asOf }, language };
  const topic = changed(before, parts);
  return topic === null ? null : { question: { ...topic, asOf }, language };
}

function changed(before: Question, parts: Parts): Topic | null {
  const { asOf: _, ...topic } = before;
  const { themes, states, regions, meetings } = parts;
  const timed = parts.windows.length + parts.bounds.length > 0;
  if (meetings.length > 0 && topic.about !== 'meetings') return null;
  switch (topic.about) {
    case 'needs': {
      const year = parts.windows[0]?.window.year ?? null;
      const asked = askedOf(topic.asked, themes, year);
      if (timed && year === null) return ofStates([{ is: 'asked', not: false, asked }], parts);
      return {
        ...topic,
        asked,
        states: states.length > 0 ? states : topic.states,
        region: regions[0] ?? (states.length > 0 ? null : topic.region),
        form: states.length === 0 ? topic.form : topic.states.length > 0 ? topic.form : 'yes_no',
      };
    }
    case 'deadlines':
      return {
        ...topic,
        dated: datedOf(topic.dated, themes, timed ? spanOf(parts) : topic.dated.span),
        states: states.length > 0 ? states : topic.states,
        region: regions[0] ?? (states.length > 0 ? null : topic.region),
      };
    case 'states':
      return ofStates(
        topic.filters.map((filter) =>
          filter.is === 'asked' ? { ...filter, asked: askedOf(filter.asked, themes, null) } : filter,
        ),
        parts,
      );
    case 'standing':
      return states.length > 0 && themes.length === 0 && !timed ? { ...topic, states } : null;
    case 'extensions': {
      const articles = obligationArticles(themes);
      if (articles === null || timed || regions.length > 0) return null;
      return {
        ...topic,
        states: states.length > 0 ? states : topic.states,
        articles: articles.length > 0 ? articles : topic.articles,
      };
    }
    case 'coordinators': {
      const role = coordinatingRole(parts);
      if (role === 'unknown' || (role === null && states.length === 0 && !timed)) return null;
      const year = parts.windows[0]?.window.year ?? null;
      return {
        ...topic,
        role: role ?? topic.role,
        states: states.length > 0 ? states : topic.states,
        year: year ?? topic.year,
      };
    }
    case 'meetings':
      return themes.length + states.length + regions.length > 0
        ? null
        : { ...topic, meeting: meetings[0] ?? topic.meeting, span: timed ? spanOf(parts) : topic.span };
    case 'figures':
      return themes.length === 1 && states.length === 0 && !timed ? { ...topic, theme: themes[0] ?? null } : null;
    case 'rules':
      return null;
  }
}

const askedOf = (asked: Asked, themes: readonly Theme[], year: number | null): Asked => ({
  ...asked,
  ...(themes.length > 0 ? { themes, combine: 'any', exclude: [], amount: null } : {}),
  year: year ?? asked.year,
});

const KINDS_OF: Partial<Record<Theme, readonly ClockKind[]>> = {
  SURVEY_AND_CLEARANCE: ['clearance'],
  STOCKPILE_DESTRUCTION: ['stockpile'],
  TRANSPARENCY: ['initial_report', 'annual_report'],
};

function datedOf(dated: Dated, themes: readonly Theme[], span: Dated['span']): Dated {
  if (themes.length === 0) return { ...dated, span };
  const requests = dated.kinds?.includes('extension_request') ?? false;
  const kinds = themes.flatMap((theme) => KINDS_OF[theme] ?? []);
  return { ...dated, themes, span, kinds: requests ? dated.kinds : [...new Set(kinds)] };
}

/** The States of some filters, with a date in a stretch of time, in a region, or those among them that are named. */
function ofStates(filters: readonly Filter[], parts: Parts): Topic {
  const timed = parts.windows.length + parts.bounds.length > 0;
  const [region] = parts.regions;
  const kept = filters.filter(
    ({ is, not }) =>
      !(timed && is === 'dated') &&
      !(region !== undefined && is === 'region') &&
      !(parts.states.length > 0 && is === 'among' && !not),
  );
  const dated: Dated = { kinds: null, themes: [], span: spanOf(parts), only: null, decidedAt: null };
  return {
    about: 'states',
    filters: [
      ...kept,
      ...(timed ? [{ is: 'dated', not: false, dated } as const] : []),
      ...(region === undefined ? [] : [{ is: 'region', not: false, region } as const]),
      ...(parts.states.length > 0 ? [{ is: 'among', not: false, states: parts.states } as const] : []),
    ],
    form: parts.states.length > 0 ? 'yes_no' : 'list',
  };
}
