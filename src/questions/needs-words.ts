import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import type { KnownNeed } from './facts.ts';

/** The themes of `needs`, in the order of the treaty. */
export const themesOf = (needs: readonly { theme: Theme }[]): readonly Theme[] =>
  THEMES.filter((theme) => needs.some((need) => need.theme === theme));

/** "survey and clearance, risk reduction education and victim assistance"; `last` stands before the last. */
export const themeNames = (themes: readonly Theme[], last = 'and'): string => {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  return names.length < 3 ? names.join(` ${last} `) : `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1)}`;
};

/** The titles of the documents behind `needs`, each once. */
export const sourceTitles = (needs: readonly KnownNeed[]): string =>
  [...new Set(needs.flatMap(({ sources }) => sources[0]?.title ?? []))].join('; ');

/** The one reporting year that all of `needs` come from; null when they do not share one. */
export const sharedYear = (needs: readonly KnownNeed[]): number | null => {
  const [year, ...others] = [...new Set(needs.map(({ reportingYear }) => reportingYear))];
  return others.length === 0 ? (year ?? null) : null;
};
