import type { Channel, Person } from './state.ts';

export const TEAM = { id: 'T0SANDBOX', name: 'Sandbox of the desk', domain: 'sandbox' } as const;

/** The desk's own user, bot and app in the sandbox. */
export const DESK_APP = { user: 'U0ACTION5', bot: 'B0ACTION5', app: 'A0ACTION5', name: 'Action5' } as const;

export const SLACKBOT = 'USLACKBOT';

/** A person of the sandbox, and what the desk's record says of them from the start. */
export interface CastMember extends Person {
  roles: readonly ('coordinator' | 'isu')[];
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
): CastMember => ({ id, handle, name, title, zone, locale: 'en-GB', guest: 'no', roles: [], state: null, ...rest });

/** Offices, not persons: whom the page lets one be. The first is who one is at the start. */
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
  person('U0ISU', 'isu', 'ISU', 'Implementation Support Unit', 'Europe/Zurich', { roles: ['isu'] }),
  person(
    'U0MEXICO',
    'coordinator.victim.assistance',
    'Coordinator on victim assistance (Mexico)',
    'Thematic coordinator',
    'America/Mexico_City',
    { state: 'MEX' },
  ),
  person('U0OBSERVER', 'observer', 'Observer', 'Observer, no role at the desk', 'Europe/Zurich'),
  person('U0NGOGUEST', 'guest.ngo', 'Guest (NGO)', 'Guest of one channel', 'Europe/London', { guest: 'single' }),
];

const [montenegro, netherlands, isu, mexico, observer, guest] = CAST.map(({ id }) => id) as [
  string,
  string,
  string,
  string,
  string,
  string,
];

const channel = (id: string, name: string, isPrivate: boolean, topic: string, members: string[]): Channel => ({
  id,
  name,
  kind: 'channel',
  private: isPrivate,
  topic,
  members: [...members, DESK_APP.user],
});

/** The channels of the sandbox; the first is the register's. */
export const CHANNELS: readonly Channel[] = [
  channel('C0REGISTER', 'ccm-register', true, 'Requests for assistance, as they are logged', [
    montenegro,
    netherlands,
    isu,
  ]),
  channel('C0COORDINATION', 'ccm-coordination', false, 'Coordinators and the ISU', [
    montenegro,
    netherlands,
    isu,
    mexico,
    observer,
  ]),
  channel('C0DEADLINES', 'isu-deadlines', true, 'Dates under the Convention', [isu, montenegro, netherlands]),
  channel('C0SIDEEVENT', 'side-event', false, 'Open: a guest reads along', [
    montenegro,
    netherlands,
    isu,
    mexico,
    observer,
    guest,
  ]),
];

/** Everyone's direct message with the desk. */
export const directWith = (personId: string): Channel => ({
  id: `D${personId.slice(1)}`,
  name: DESK_APP.name,
  kind: 'direct',
  private: true,
  topic: '',
  members: [personId, DESK_APP.user],
});

/** What has been said before anyone comes: something to try the message shortcut on, with no fact in it. */
export const FIRST_WORDS = [
  {
    channel: 'C0COORDINATION',
    author: netherlands,
    text: 'Practice message: a delegation would like help with victim assistance and asks whom it could talk to. This is an exercise, not a request of any State.',
  },
] as const;
