import type { Role } from '../../desk/actor.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';

/** What became of a change: done, or why not, in words for the person. */
export type ChangeOutcome = { ok: true } | { ok: false; problem: string; about?: 'state' | 'until' | 'theme' };

/** A role to be given; `until` is the last day on which it is held. */
export interface NewRole {
  slackId: string;
  name: string;
  teamId: string;
  zone: string;
  role: Role;
  state: Iso3 | null;
  theme?: Theme | null;
  from: Day;
  until: Day | null;
}

/** A person who is on record from the start. */
export interface KnownPerson {
  slackId: string;
  teamId: string;
  name: string;
  zone: string;
  roles: readonly Role[];
  state: Iso3 | null;
}
