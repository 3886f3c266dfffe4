import type { Role } from '../../desk/actor.ts';
import type { Person } from './state.ts';

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox of the desk', domain: 'sandbox' } as const;

/** Somebody else's workspace, with which a channel is shared by Slack Connect. */
export const OTHER_TEAM = { id: 'T0MINISTRY', name: 'a ministry', domain: 'ministry' } as const;

/** The desk's own user, bot and app in the sandbox. */
export const DESK_APP = { user: 'U0ACTION5', bot: 'B0ACTION5', app: 'A0ACTION5', name: 'Action5' } as const;

export const SLACKBOT = 'USLACKBOT';

/** A person of the sandbox, and what the desk's record says of them from the start. */
export interface CastMember extends Person {
  roles: readonly Role[];
  /** ISO 3166 code of the State they represent. */
  state: string | null;
}

const person = (
  id: string,
  handle: string,
  name: string,
  title: string,
  zone: string,
  rest: Partial<CastMember> = {},
): CastMember => ({
  id,
  handle,
  name,
  title,
  zone,
  locale: 'en-GB',
  guest: 'no',
  team: TEAM.id,
  roles: [],
  state: null,
  ...rest,
});

/** Offices, not persons: the members and guests of the workspace, one of whom one is. The first is who one is at the start. */
export const CAST: readonly CastMember[] = [
  person(
    'U0MONTENEGRO',
    'coordinator.montenegro',
    'Coordinator (Montenegro)',
    'Coordinator on International Cooperation and Assistance',
    'Europe/Podgorica',
    { roles: ['coordinator'], state: 'MNE' },
  ),
  person(
    'U0NETHERLANDS',
    'coordinator.netherlands',
    'Coordinator (Netherlands)',
    'Coordinator on International Cooperation and Assistance',
    'Europe/Amsterdam',
    { roles: ['coordinator'], state: 'NLD' },
  ),
  person('U0ISU', 'isu', 'ISU', 'Implementation Support Unit', 'Europe/Zurich', { roles: ['isu', 'admin'] }),
  person(
    'U0MEXICO',
    'coordinator.victim.assistance',
    'Coordinator on victim assistance (Mexico)',
    'Thematic coordinator',
    'America/Mexico_City',
    { state: 'MEX' },
  ),
  person('U0OBSERVER', 'observer', 'Observer', 'Observer, no role at the desk', 'Europe/Zurich'),
  person('U0NGOGUEST', 'guest.ngo', 'Guest (NGO)', 'Guest, invited to single channels', 'Europe/London', {
    guest: 'multi',
  }),
];

/** Whom Slack Connect lets into a shared channel from a workspace where the desk is not installed. */
export const OUTSIDERS: readonly Person[] = [
  {
    id: 'U0MINISTRY',
    handle: 'ministry',
    name: 'Official (another workspace)',
    title: "In their own ministry's Slack, by Slack Connect",
    zone: 'Europe/Stockholm',
    locale: 'en-GB',
    guest: 'no',
    team: OTHER_TEAM.id,
  },
];
