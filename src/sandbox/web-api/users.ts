import { DESK_ZONE } from '../../desk/time.ts';
import type { Sandbox } from '../sandbox.ts';
import { DESK_APP, OTHER_TEAM, TEAM } from '../world/cast.ts';
import type { Person } from '../world/state.ts';
import { page } from './conversations.ts';
import { type Method, missing, refused, textArg } from './method.ts';

const offsetIn = (sandbox: Sandbox, zone: string): number =>
  sandbox.clock.now().toZonedDateTimeISO(zone).offsetNanoseconds / 1e9;

/** Addresses that can never be written to: `.invalid` is reserved for that. */
const emailOf = ({ handle, team }: Person): string =>
  `${handle}@${team === TEAM.id ? TEAM.domain : OTHER_TEAM.domain}.invalid`;

const mayReadEmail = ({ app }: Sandbox): boolean => app.scopes.includes('users:read.email');

const userObject = (sandbox: Sandbox, person: Person) => ({
  id: person.id,
  team_id: person.team,
  name: person.handle,
  deleted: false,
  real_name: person.name,
  tz: person.zone,
  tz_label: person.zone,
  tz_offset: offsetIn(sandbox, person.zone),
  locale: person.locale,
  profile: {
    title: person.title,
    real_name: person.name,
    real_name_normalized: person.name,
    display_name: person.name,
    display_name_normalized: person.name,
    team: person.team,
    ...(mayReadEmail(sandbox) ? { email: emailOf(person) } : {}),
  },
  is_admin: false,
  is_owner: false,
  is_restricted: person.guest !== 'no',
  is_ultra_restricted: person.guest === 'single',
  ...(person.team === TEAM.id ? {} : { is_stranger: true }),
  is_bot: false,
  is_app_user: false,
});

const botObject = (sandbox: Sandbox) => ({
  ...userObject(sandbox, {
    id: DESK_APP.user,
    handle: 'action5',
    name: DESK_APP.name,
    title: '',
    zone: DESK_ZONE,
    locale: 'en-GB',
    guest: 'no',
    team: TEAM.id,
  }),
  is_bot: true,
});

export const info: Method = {
  token: 'bot',
  scopes: ['users:read'],
  run(args, sandbox) {
    const id = textArg(args, 'user');
    if (id === null) return missing('user');
    if (id === DESK_APP.user) return { ok: true, user: botObject(sandbox) };
    const person = sandbox.world.person(id);
    return person ? { ok: true, user: userObject(sandbox, person) } : refused('user_not_found');
  },
};

export const list: Method = {
  token: 'bot',
  scopes: ['users:read'],
  run(args, sandbox) {
    const here = sandbox.world.state.people.filter(({ team }) => team === TEAM.id);
    const everyone = [...here.map((person) => userObject(sandbox, person)), botObject(sandbox)];
    const { items, next } = page(everyone, textArg(args, 'limit'), textArg(args, 'cursor'));
    return { ok: true, members: items, response_metadata: { next_cursor: next } };
  },
};

export const lookupByEmail: Method = {
  token: 'bot',
  scopes: ['users:read.email'],
  run(args, sandbox) {
    const email = textArg(args, 'email');
    if (email === null) return missing('email');
    const person = sandbox.world.state.people.find((each) => emailOf(each) === email.toLowerCase());
    return person ? { ok: true, user: userObject(sandbox, person) } : refused('users_not_found');
  },
};
