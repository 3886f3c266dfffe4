import type { Iso3 } from '../../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import { NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { has, type Parts } from './parts.ts';

/** "Article 5 clearance": elsewhere that is mine clearance, here Article 5 is victim assistance. */
export function articleClash(parts: Parts): Shape | null {
  const { byArticle, byName } = parts;
  const [article] = byArticle.filter((theme) => !byName.includes(theme));
  const [name] = byName.filter((theme) => !byArticle.includes(theme));
  if (
    article === undefined ||
    name === undefined ||
    THEME_WORDS[article].article === null ||
    has(parts, 'and', 'or', 'both', 'also', 'minus', 'that', 'with', 'but')
  )
    return null;
  // Risk reduction education stands in Article 4.2(e); what is reported stands in reports under Article 7.
  if (article === 'SURVEY_AND_CLEARANCE' && name === 'RISK_REDUCTION_EDUCATION') return null;
  if (article === 'TRANSPARENCY') return null;
  return { kind: 'ambiguous', doubt: { of: 'article', article, name, dates: has(parts, 'deadline') } };
}

/** A theme or a State alone: what of it is asked? */
export function bare(themes: readonly Theme[], states: readonly Iso3[]): Shape {
  const [theme = null, otherTheme] = themes;
  const [state = null, otherState] = states;
  if (otherTheme !== undefined || otherState !== undefined || (theme === null && state === null)) return NOT_UNDERSTOOD;
  return { kind: 'ambiguous', doubt: { of: 'subject', theme, state } };
}
