import type { Iso3 } from '../../treaty/facts.ts';
import type { Region } from '../../treaty/regions.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import type { Item } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';
import type { Span } from '../question.ts';

/** The parts of some items, sorted: what a reader takes its question from. */
export interface Parts {
  items: readonly Item[];
  /** In the order in which they stand. */
  cues: readonly Cue[];
  /** Themes by name or by the article that is theirs, in the order in which they are named. */
  themes: readonly Theme[];
  byArticle: readonly Theme[];
  byName: readonly Theme[];
  /** Articles that name no theme. */
  articles: readonly string[];
  states: readonly Iso3[];
  addressed: boolean;
  regions: readonly Region[];
  windows: readonly Extract<Item, { kind: 'window' }>[];
  meetings: readonly string[];
  numbers: readonly number[];
  amounts: readonly Extract<Item, { kind: 'amount' }>[];
  ages: readonly number[];
  bounds: readonly Extract<Item, { kind: 'bound' }>[];
}

const THEME_OF_ARTICLE: Readonly<Record<string, Theme>> = {
  '3': 'STOCKPILE_DESTRUCTION',
  '4': 'SURVEY_AND_CLEARANCE',
  '4.2(e)': 'RISK_REDUCTION_EDUCATION',
  '5': 'VICTIM_ASSISTANCE',
  '7': 'TRANSPARENCY',
  '9': 'NATIONAL_IMPLEMENTATION',
};

export function partsOf(items: readonly Item[]): Parts {
  const of = <K extends Item['kind']>(kind: K): readonly Extract<Item, { kind: K }>[] =>
    items.filter((item): item is Extract<Item, { kind: K }> => item.kind === kind);
  const once = <T>(all: readonly T[]): readonly T[] => [...new Set(all)];
  const articles = of('article').map(({ article }) => article);
  const byArticle = once(articles.flatMap((article) => THEME_OF_ARTICLE[article] ?? []));
  const byName = once(of('theme').map(({ theme }) => theme));
  const themes = once(
    items.flatMap((item) =>
      item.kind === 'theme' ? [item.theme] : item.kind === 'article' ? (THEME_OF_ARTICLE[item.article] ?? []) : [],
    ),
  );
  return {
    items,
    cues: of('cue').map(({ cue }) => cue),
    themes,
    byArticle,
    byName,
    articles: articles.filter((article) => THEME_OF_ARTICLE[article] === undefined),
    states: once(of('state').map(({ state }) => state)),
    addressed: of('state').some(({ addressed }) => addressed),
    regions: once(of('region').map(({ region }) => region)),
    windows: of('window'),
    meetings: once(of('meeting').map(({ meeting }) => meeting)),
    numbers: of('number').map(({ value }) => value),
    amounts: of('amount'),
    ages: of('age').map(({ days }) => days),
    bounds: of('bound'),
  };
}

/** Whether any of `wanted` is among the cues. */
export const has = ({ cues }: Pick<Parts, 'cues'>, ...wanted: readonly Cue[]): boolean =>
  wanted.some((cue) => cues.includes(cue));

type Kind = 'states' | 'regions' | 'windows' | 'meetings' | 'numbers' | 'amounts' | 'ages' | 'bounds' | 'articles';
const KINDS: readonly Kind[] = [
  'states',
  'regions',
  'windows',
  'meetings',
  'numbers',
  'amounts',
  'ages',
  'bounds',
  'articles',
];

/** Whether every part is one that a reader takes: one that is not would be dropped, and another question answered. */
export function hasOnly(parts: Parts, cues: readonly Cue[], kinds: readonly Kind[]): boolean {
  const single: readonly Kind[] = ['regions', 'windows', 'meetings', 'numbers', 'amounts', 'ages', 'bounds'];
  return (
    parts.cues.every((cue) => cues.includes(cue)) &&
    KINDS.every((kind) => kinds.includes(kind) || parts[kind].length === 0) &&
    single.every((kind) => parts[kind].length < 2)
  );
}

/** The stretch of time that the parts name. */
export function spanOf({ windows, bounds }: Parts): Span {
  const [window] = windows;
  const [bound] = bounds;
  return {
    from: window?.window.from ?? null,
    until: window?.window.until ?? null,
    meeting: bound === undefined ? null : { side: bound.side, code: bound.meeting },
  };
}

export const isTimed = ({ windows, bounds }: Parts): boolean => windows.length + bounds.length > 0;

/** Articles 3 and 4 among themes; null where another theme is named. */
export function obligationArticles(themes: readonly Theme[]): readonly (3 | 4)[] | null {
  const articles = themes.map((theme) => THEME_WORDS[theme].article);
  return articles.every((article) => article === '3' || article === '4')
    ? articles.map((article) => (article === '3' ? 3 : 4))
    : null;
}
