import { listed } from '../../blocks/words.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import { NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { has, type Parts } from './parts.ts';

/** Two themes and nothing that says whether both are meant. */
export function bothOrEither(themes: readonly Theme[], year: number | null): Shape {
  const names = themes.map((theme) => THEME_WORDS[theme].name);
  const reports = year === null ? '' : ` in ${year}`;
  return {
    kind: 'ambiguous',
    why:
      themes.length > 2
        ? 'Those that asked for all of these, or for any?'
        : 'Those that asked for both, or for either?',
    suggestions: [
      `which states asked for ${names.length > 2 ? `all of ${listed(names)}` : `both ${names.join(' and ')}`}${reports}?`,
      `which states asked for ${names.join(' or ')}${reports}?`,
    ],
  };
}

/** That a State "does not need" something nobody has said: who did not ask can be told. */
export const notNeeding = (themes: readonly Theme[]): Shape => {
  const what = themes.length === 1 && themes[0] ? THEME_WORDS[themes[0]].name : 'help';
  return {
    kind: 'ambiguous',
    why: 'The record knows who asked, not who needs nothing.',
    suggestions: [`which States Parties did not ask for ${what}?`, `which states asked for ${what}?`],
  };
};

/** "Article 5 clearance": elsewhere that is mine clearance, here Article 5 is victim assistance. */
export function articleClash(parts: Parts): Shape | null {
  const { byArticle, byName } = parts;
  const [article] = byArticle.filter((theme) => !byName.includes(theme));
  const [name] = byName.filter((theme) => !byArticle.includes(theme));
  if (
    article === undefined ||
    name === undefined ||
    has(parts, 'and', 'or', 'both', 'also', 'minus', 'that', 'with', 'but')
  )
    return null;
  // Risk reduction education stands in Article 4.2(e); what is reported stands in reports under Article 7.
  if (article === 'SURVEY_AND_CLEARANCE' && name === 'RISK_REDUCTION_EDUCATION') return null;
  if (article === 'TRANSPARENCY') return null;
  const [meant, other] = [THEME_WORDS[article], THEME_WORDS[name]];
  return {
    kind: 'ambiguous',
    why: `In this Convention Article ${meant.article} is ${meant.name}${other.article === null ? '' : `, and ${other.name} is Article ${other.article}`}.`,
    suggestions: has(parts, 'deadline')
      ? [name, article].map((theme) => `${THEME_WORDS[theme].name} deadlines`)
      : [name, article].map((theme) => `which states asked for ${THEME_WORDS[theme].name}?`),
  };
}

/** A theme or a State alone: what of it is asked? */
export function bare(themes: readonly Theme[], names: readonly string[]): Shape {
  const [theme, otherTheme] = themes.map((each) => THEME_WORDS[each].name);
  const [name, otherName] = names;
  if (otherTheme !== undefined || otherName !== undefined || (theme === undefined && name === undefined))
    return NOT_UNDERSTOOD;
  if (theme === undefined)
    return {
      kind: 'ambiguous',
      why: `What about ${name}?`,
      suggestions: [`what did ${name} ask for?`, `deadlines of ${name}`, `is ${name} a State Party?`],
    };
  return name === undefined
    ? {
        kind: 'ambiguous',
        why: `What about ${theme}?`,
        suggestions: [`which states asked for ${theme}?`, `${theme} deadlines`],
      }
    : {
        kind: 'ambiguous',
        why: `What about ${theme} and ${name}?`,
        suggestions: [`did ${name} ask for ${theme}?`, `${theme} deadlines of ${name}`],
      };
}
