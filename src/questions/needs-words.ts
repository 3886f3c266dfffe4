import { THEME_WORDS, THEMES, type Theme } from '../treaty/theme.ts';
import type { KnownNeed } from './facts.ts';
import type { Tongue } from './tongue/tongue.ts';

/** The themes of `needs`, in the order of the treaty. */
export const themesOf = (needs: readonly { theme: Theme }[]): readonly Theme[] =>
  THEMES.filter((theme) => needs.some((need) => need.theme === theme));

/** "victim assistance", standing alone. */
export const themeName = (theme: Theme, tongue: Tongue): string => tongue.known(THEME_WORDS[theme].name);

/** "survey and clearance, risk reduction education and victim assistance", as it follows "help with" or "for". */
export const themeNames = (themes: readonly Theme[], tongue: Tongue, joint: 'and' | 'or' = 'and'): string =>
  tongue.listed(
    themes.map((theme) => tongue.known(`with ${THEME_WORDS[theme].name}`).replace(/^with /, '')),
    joint,
  );

/** The titles of the documents behind `needs`, each once. */
export const sourceTitles = (needs: readonly KnownNeed[], tongue: Tongue): string =>
  [...new Set(needs.flatMap(({ sources }) => sources[0]?.title ?? []))].map(tongue.known).join('; ');

/** The one reporting year that all of `needs` come from; null when they do not share one. */
export const sharedYear = (needs: readonly KnownNeed[]): number | null => {
  const [year, ...others] = [...new Set(needs.map(({ reportingYear }) => reportingYear))];
  return others.length === 0 ? (year ?? null) : null;
};
