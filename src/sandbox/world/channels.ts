import { CAST, DESK_APP, OUTSIDERS } from './cast.ts';
import type { Channel } from './state.ts';

const MEMBERS = CAST.filter(({ guest }) => guest === 'no').map(({ id }) => id);
const EVERYONE = [...CAST, ...OUTSIDERS].map(({ id }) => id);
const HOLDERS = CAST.filter(({ roles }) => roles.length > 0).map(({ id }) => id);

const channel = (id: string, name: string, isPrivate: boolean, topic: string, members: readonly string[]): Channel => ({
  id,
  name,
  kind: 'channel',
  private: isPrivate,
  topic,
  members: [...members, DESK_APP.user],
});

/** The channels of the sandbox; the first is the register's. */
export const CHANNELS: readonly Channel[] = [
  channel('C0REGISTER', 'ccm-register', true, 'Requests for assistance, as they are logged', HOLDERS),
  channel('C0COORDINATION', 'ccm-coordination', false, 'Coordinators and the ISU', MEMBERS),
  channel('C0DEADLINES', 'isu-deadlines', true, 'Dates under the Convention', HOLDERS),
  channel('C0SIDEEVENT', 'side-event', false, 'People from outside read along', EVERYONE),
  channel('C0PRACTICE', 'practice-case', false, 'An exercise: everything in it is made up', MEMBERS),
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
