import type { Iso3 } from '../treaty/facts.ts';

export const ROLES = ['admin', 'coordinator', 'isu', 'thematic', 'presidency', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** Who is acting, as the desk knows them; a person whom the desk does not know has no role. */
export interface Actor {
  slackId: string;
  /** The workspace the person belongs to. */
  teamId: string;
  name: string;
  roles: readonly Role[];
  /** The State that the person represents, if any. */
  state: Iso3 | null;
  /** IANA time zone. */
  zone: string;
}

const ABILITIES = ['read_register', 'log_request', 'handle_request', 'keep_record', 'manage_people'] as const;

/** What may be done beyond reading what States have published, which everyone may. */
export type Ability = (typeof ABILITIES)[number];

const GRANTS: Readonly<Record<Role, readonly Ability[]>> = {
  admin: ['read_register', 'log_request', 'handle_request', 'keep_record', 'manage_people'],
  coordinator: ['read_register', 'log_request', 'handle_request'],
  isu: ['read_register', 'log_request', 'handle_request', 'keep_record'],
  // They read what States have published, as everybody does, and have a Home of their own.
  thematic: [],
  presidency: [],
  observer: [],
};

/** Whether any of the actor's roles allows it; use cases ask, views only follow. */
export const may = ({ roles }: Pick<Actor, 'roles'>, ability: Ability): boolean =>
  roles.some((role) => GRANTS[role].includes(ability));
