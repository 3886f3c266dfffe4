import type { Actor } from '../../src/desk/actor.ts';
import type { Rooms } from '../../src/desk/rooms.ts';

const person = { teamId: 'T1', name: 'Somebody' };

export const montenegro: Actor = {
  ...person,
  slackId: 'UMNE',
  roles: ['coordinator'],
  state: 'MNE',
  zone: 'Europe/Podgorica',
};
export const netherlands: Actor = {
  ...person,
  slackId: 'UNLD',
  roles: ['coordinator'],
  state: 'NLD',
  zone: 'Europe/Amsterdam',
};
export const isu: Actor = { ...person, slackId: 'UISU', roles: ['isu'], state: null, zone: 'Europe/Zurich' };
export const admin: Actor = { ...person, slackId: 'UADM', roles: ['admin'], state: null, zone: 'Europe/Zurich' };
/** Somebody without a role: a guest, an observer. */
export const guest: Actor = { ...person, slackId: 'UGST', roles: [], state: null, zone: 'America/New_York' };

/** Channels in which nobody from outside reads along. */
export const AMONG_US: Rooms = { roomOf: async () => ({ known: true, outside: 0 }) };
