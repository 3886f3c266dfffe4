import { CAST, CHANNELS, directWith, FIRST_WORDS } from './cast.ts';
import type { Said, WorldState } from './state.ts';

/** `1574064000.000100`: seconds and microseconds, as Slack writes instants that are also ids. */
export const tsOf = (microseconds: bigint): string =>
  `${microseconds / 1_000_000n}.${String(microseconds % 1_000_000n).padStart(6, '0')}`;

export const microsecondsOf = (ts: string): bigint => {
  const [seconds = '0', fraction = '0'] = ts.split('.');
  return BigInt(seconds) * 1_000_000n + BigInt(fraction.padEnd(6, '0').slice(0, 6));
};

/** The world on its first day, at `now` in microseconds since 1970. */
export function firstDay(now: bigint): WorldState {
  const people = CAST.map(({ roles: _roles, state: _state, ...person }) => person);
  const said: Record<string, Said[]> = {};
  let at = now - 600_000_000n;
  for (const { channel, author, text } of FIRST_WORDS) {
    at += 100n;
    const first: Said = {
      ts: tsOf(at),
      channel,
      by: 'person',
      author,
      text,
      blocks: [],
      only: null,
      editedAt: null,
      threadTs: null,
      metadata: null,
    };
    said[channel] = [...(said[channel] ?? []), first];
  }
  return {
    version: 1,
    clock: null,
    lastTs: tsOf(at),
    people,
    channels: [
      ...CHANNELS.map((channel) => ({ ...channel, members: [...channel.members] })),
      ...people.map((each) => directWith(each.id)),
    ],
    said,
    homes: {},
    modals: {},
    read: {},
    notices: {},
  };
}
