import { dateSeenFrom, shortDate } from '../../blocks/dates.ts';
import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  admin: 'admin',
  coordinator: 'coordinator',
  isu: 'ISU',
  thematic: 'thematic coordinator',
  presidency: "President's team",
  observer: 'observer',
};

export const roleWord = (role: Role): string => ROLE_WORDS[role];

/** A role as it is held: for a theme, until a day. */
export interface HeldAs {
  role: Role;
  theme: Theme | null;
  until: Day | null;
}

/** "thematic coordinator (victim assistance), until Mon 30 Nov 2020". */
export function heldWords({ role, theme, until }: HeldAs, today: Day): string {
  const about = theme === null ? '' : ` (${THEME_WORDS[theme].name})`;
  return `${roleWord(role)}${about}${until === null ? '' : ` until ${dateSeenFrom(today, until)}`}`;
}

/** A change to people as its history keeps it, with the days, States and persons in it named as people read them. */
export const inWords = (kept: string, names: ReadonlyMap<string, string>): string =>
  kept
    .replace(/\b\d{4}-\d{2}-\d{2}\b/g, (text) => shortDate(text as Day))
    .replace(/\b(?:[UW][A-Z0-9]{3,}|[A-Z]{3}|[A-Z]+(?:_[A-Z]+)+)\b/g, (code) => names.get(code) ?? code)
    .replace(/^(?:admin|coordinator|isu|thematic|presidency|observer)\b/, (role) => ROLE_WORDS[role as Role]);
