import { THEME_WORDS, type Theme } from '../treaty/theme.ts';
import type { NameBook } from './names.ts';
import { themeName, themeNames } from './needs-words.ts';
import type { Doubt } from './question.ts';
import type { Rule } from './rules.ts';
import type { Tongue } from './tongue/tongue.ts';

/** What is asked back, and the questions that may have been meant. */
export interface Doubted {
  why: string;
  suggestions: readonly string[];
}

/** Asks back what a text left open; each suggestion is a question that the desk understands. */
export function doubtWords(doubt: Doubt, book: NameBook, tongue: Tongue): Doubted {
  const { say } = tongue;
  switch (doubt.of) {
    case 'state': {
      const names = doubt.states.map((state) => book.shortName(state));
      return {
        why: say`“${doubt.typed}” may be ${names.join(say` or `)}.`,
        suggestions: names.map((name) => `${doubt.before}${name}${doubt.after}`.trim()),
      };
    }
    case 'both_or_either':
      return bothOrEither(doubt.themes, doubt.year, tongue);
    case 'not_needing': {
      const [theme, ...others] = doubt.themes;
      const what = theme === undefined || others.length > 0 ? null : themeNames([theme], tongue);
      return {
        why: say`The record knows who asked, not who needs nothing.`,
        suggestions:
          what === null
            ? [say`which States Parties did not ask for help?`, say`which states asked for help?`]
            : [say`which States Parties did not ask for ${what}?`, say`which states asked for ${what}?`],
      };
    }
    case 'article':
      return clash(doubt, tongue);
    case 'subject':
      return subject(doubt.theme, doubt.state === null ? null : book.inSentence(doubt.state), tongue);
    case 'rule':
      return {
        why: say`Under Article 3 or Article 4?`,
        suggestions: doubt.rules.flatMap((rule) => asking(rule, tongue)),
      };
  }
}

function bothOrEither(themes: readonly Theme[], year: number | null, tongue: Tongue): Doubted {
  const { say } = tongue;
  const [all, any] = [themeNames(themes, tongue), themeNames(themes, tongue, 'or')];
  const reports = year === null ? '' : say` in ${year}|year`;
  return themes.length > 2
    ? {
        why: say`Those that asked for all of these, or for any?`,
        suggestions: [
          say`which states asked for all of ${all}${reports}?`,
          say`which states asked for ${any}${reports}?`,
        ],
      }
    : {
        why: say`Those that asked for both, or for either?`,
        suggestions: [
          say`which states asked for both ${all}${reports}?`,
          say`which states asked for ${any}${reports}?`,
        ],
      };
}

function clash({ article, name, dates }: Extract<Doubt, { of: 'article' }>, tongue: Tongue): Doubted {
  const { say } = tongue;
  const [number, other] = [article, name].map((theme) => THEME_WORDS[theme].article);
  const here = say`In this Convention Article ${number ?? ''} is ${themeName(article, tongue)}`;
  return {
    why: other ? say`${here}, and ${themeName(name, tongue)} is Article ${other}.` : `${here}.`,
    suggestions: [name, article].map((theme) =>
      dates ? say`${themeName(theme, tongue)} deadlines` : say`which states asked for ${themeNames([theme], tongue)}?`,
    ),
  };
}

function subject(theme: Theme | null, name: string | null, tongue: Tongue): Doubted {
  const { say } = tongue;
  if (theme === null)
    return {
      why: say`What about ${name ?? ''}?`,
      suggestions: [
        say`what did ${name ?? ''} ask for?`,
        say`deadlines of ${name ?? ''}`,
        say`is ${name ?? ''} a State Party?`,
      ],
    };
  const [alone, asked] = [themeName(theme, tongue), themeNames([theme], tongue)];
  return name === null
    ? {
        why: say`What about ${asked}?`,
        suggestions: [say`which states asked for ${asked}?`, say`${alone} deadlines`],
      }
    : {
        why: say`What about ${asked} and ${name}?`,
        suggestions: [say`did ${name} ask for ${asked}?`, say`${alone} deadlines of ${name}`],
      };
}

function asking(rule: Rule, { say }: Tongue): readonly string[] {
  switch (rule) {
    case 'stockpile_extension':
      return [say`maximum extension under Article 3?`];
    case 'clearance_extension':
      return [say`maximum extension under Article 4?`];
    case 'stockpile_request_content':
      return [say`what must an Article 3 extension request contain?`];
    case 'clearance_request_content':
      return [say`what must an Article 4 extension request contain?`];
    case 'stockpile_deadline':
      return [say`how long do states have to destroy stockpiles?`];
    case 'clearance_deadline':
      return [say`how long do states have for clearance?`];
    default:
      return [];
  }
}
