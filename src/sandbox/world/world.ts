import type { MovableClock } from '../clock.ts';
import { firstDay, microsecondsOf, tsOf } from './begin.ts';
import { DESK_APP, TEAM } from './cast.ts';
import type { Channel, KeptView, Person, Said, WorldState } from './state.ts';

/** The workspace as it stands; whoever changes `state` calls `changed` afterwards. */
export interface World {
  state: WorldState;
  revision(): number;
  changed(): void;
  /** Told of every change; the answer ends it. */
  onChange(tell: (revision: number) => void): () => void;
  /** A new `ts` by the sandbox's clock: unique, and later than all before it, also once the clock was moved back. */
  nextTs(): string;
  person(id: string): Person | undefined;
  /** The workspace a person, or the desk itself, belongs to. */
  teamOf(id: string): string;
  channel(id: string): Channel | undefined;
  /** The other workspaces whose people are in a channel, by Slack Connect. */
  sharedWith(channel: Channel): readonly string[];
  /** The direct message between the desk and this person. */
  direct(personId: string): Channel | undefined;
  said(channel: string, ts: string): Said | undefined;
  /** Says something; what is not given is nothing. */
  add(message: Spoken): Said;
  remove(message: Said): void;
  /** An open modal or a published Home. */
  view(id: string): KeptView | undefined;
  /** Begins again with the first day. */
  reset(): void;
}

const SILENT = { subtype: null, only: null, threadTs: null, metadata: null } as const;

/** What is said, where and by whom. */
type Spoken = Pick<Said, 'channel' | 'by' | 'author' | 'text'> & Partial<Omit<Said, 'ts' | 'at' | 'editedAt'>>;

export function worldOf(clock: MovableClock, kept: WorldState | null): World {
  const micros = (): bigint => clock.now().epochNanoseconds / 1_000n;
  const listeners = new Set<(revision: number) => void>();
  let revision = 1;
  const world: World = {
    state: kept ?? firstDay(micros()),
    revision: () => revision,
    changed() {
      revision += 1;
      for (const tell of listeners) tell(revision);
    },
    onChange(tell) {
      listeners.add(tell);
      return () => void listeners.delete(tell);
    },
    nextTs() {
      const last = microsecondsOf(world.state.lastTs);
      const now = micros();
      world.state.lastTs = tsOf(now > last ? now : last + 100n);
      return world.state.lastTs;
    },
    person: (id) => world.state.people.find((person) => person.id === id),
    teamOf: (id) => world.person(id)?.team ?? TEAM.id,
    channel: (id) => world.state.channels.find((channel) => channel.id === id),
    sharedWith: ({ members }) => [...new Set(members.map(world.teamOf))].filter((team) => team !== TEAM.id),
    direct: (personId) =>
      world.state.channels.find(
        ({ kind, members }) => kind === 'direct' && members.includes(personId) && members.includes(DESK_APP.user),
      ),
    said: (channel, ts) => world.channel(channel) && world.state.said[channel]?.find((message) => message.ts === ts),
    add(message) {
      const at = clock.now().epochMilliseconds;
      const added: Said = { ...SILENT, blocks: [], files: [], ...message, ts: world.nextTs(), at, editedAt: null };
      const list = world.state.said[message.channel] ?? [];
      world.state.said[message.channel] = [...list, added];
      world.changed();
      return added;
    },
    remove(message) {
      const list = world.state.said[message.channel] ?? [];
      world.state.said[message.channel] = list.filter((each) => each !== message);
      world.changed();
    },
    view(id) {
      const homes = Object.values(world.state.homes);
      return [...Object.values(world.state.modals).flat(), ...homes].find((view) => view.id === id);
    },
    reset() {
      world.state = firstDay(micros());
      world.changed();
    },
  };
  return world;
}
