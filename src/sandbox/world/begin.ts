import { CAST, OUTSIDERS } from './cast.ts';
import { CHANNELS, directWith } from './channels.ts';
import { FIRST_WORDS } from './first-words.ts';
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
  const members = CAST.map(({ roles: _roles, state: _state, ...person }) => person);
  const said: Record<string, Said[]> = {};
  let at = now - 600_000_000n;
  const say = (channel: string, author: string, text: string, threadTs: string | null): Said => {
    at += 100n;
    const spoken: Said = {
      ts: tsOf(at),
      at: null,
      channel,
      by: 'person',
      author,
      text,
      blocks: [],
      files: [],
      subtype: null,
      only: null,
      editedAt: null,
      threadTs,
      metadata: null,
    };
    said[channel] = [...(said[channel] ?? []), spoken];
    return spoken;
  };
  for (const { channel, author, text, replies } of FIRST_WORDS) {
    const { ts } = say(channel, author, text, null);
    for (const reply of replies ?? []) say(channel, reply.author, reply.text, ts);
  }
  return {
    version: 2,
    clock: null,
    lastTs: tsOf(at),
    people: [...members, ...OUTSIDERS],
    channels: [
      ...CHANNELS.map((channel) => ({ ...channel, members: [...channel.members] })),
      ...members.map((each) => directWith(each.id)),
    ],
    said,
    files: {},
    homes: {},
    modals: {},
    read: {},
    notices: {},
    outlook: null,
  };
}
