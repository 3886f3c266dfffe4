import type { Iso3 } from '../treaty/facts.ts';
import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import { asksForDates, deadlines } from './deadlines-asked.ts';
import { asksForNeeds, needs } from './needs-asked.ts';
import { has, type Parts } from './parts.ts';
import { NOT_UNDERSTOOD, type Reading } from './question.ts';
import { asksForStanding, standing } from './standing-asked.ts';

/** The question that the parts make up; a reading with suggestions where they fit several. */
export function questionOf(parts: Parts, shortName: (state: Iso3) => string): Reading {
  const { themes, states, cues } = parts;
  if (isBroken(parts)) return NOT_UNDERSTOOD;
  const clash = articleClash(parts);
  if (clash !== null) return clash;
  // What joins the register and the treaty's dates has cues that neither allows: the desk cannot answer it yet.
  if (asksForDates(parts)) return deadlines(parts);
  if (asksForNeeds(parts)) return needs(parts);
  if (asksForStanding(parts) && themes.length === 0) return standing(parts);
  const isBare = cues.length === 0 && parts.window.from === null && parts.window.until === null;
  return isBare ? bare(themes, states.map(shortName)) : NOT_UNDERSTOOD;
}

/** A text whose words are all known and do not belong together. */
function isBroken(parts: Parts): boolean {
  const { states, without, withoutTheme, dangling, cues } = parts;
  if (dangling || withoutTheme || has(parts, 'besides', 'else') !== without.length > 0) return true;
  // "Do all States …?" is no list.
  if (has(parts, 'all') && cues[0] === 'yes_no' && states.length === 0) return true;
  // "Which States … Norway": whatever Norway is there, it is not who asks.
  return states.length > 0 && (has(parts, 'states', 'who') || (has(parts, 'which') && has(parts, 'state')));
}

/** "Article 5 clearance": elsewhere that is mine clearance, here Article 5 is victim assistance. */
function articleClash({ byArticle, byName, cues }: Parts): Reading | null {
  const [article] = byArticle.filter((theme) => !byName.includes(theme));
  const [name] = byName.filter((theme) => !byArticle.includes(theme));
  if (article === undefined || name === undefined || cues.some((cue) => ['and', 'either', 'both'].includes(cue)))
    return null;
  // Risk reduction education stands in Article 4.2(e).
  if (article === 'SURVEY_AND_CLEARANCE' && name === 'RISK_REDUCTION_EDUCATION') return null;
  const [meant, other] = [THEME_WORDS[article], THEME_WORDS[name]];
  return {
    kind: 'ambiguous',
    why: `In this Convention Article ${meant.article} is ${meant.name}${other.article === null ? '' : `, and ${other.name} is Article ${other.article}`}.`,
    suggestions: cues.includes('deadline')
      ? [name, article].map((theme) => `${THEME_WORDS[theme].name} deadlines`)
      : [name, article].map((theme) => `which states asked for ${THEME_WORDS[theme].name}?`),
  };
}

/** A theme or a State alone: what of it is asked? */
function bare(themes: readonly Theme[], names: readonly string[]): Reading {
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
