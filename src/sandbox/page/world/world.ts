import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ActAnswer, WorldView } from '../../protocol.ts';
import type { Route } from './route.ts';

/** An act without its actor: it is always the person looking who acts. */
export type Doing = Act extends infer One ? (One extends Act ? Omit<One, 'as'> : never) : never;

export interface Seen {
  world: WorldView;
  /** Milliseconds since 1970 on the sandbox's clock. */
  now: number;
  /** Where the person is: a channel's id, or `home`. */
  place: string;
  /** The first message of the thread that is open, and a message that the address points to. */
  thread: string | null;
  shown: string | null;
  /** The step of the tour, from 1; null while it is not taken. */
  tour: number | null;
  /** Whether the pane for faults is open. */
  faults: boolean;
  /** A day of the week that Outlook shows, '' for the present one; null where it is closed. */
  outlook: string | null;
  go(place: string): void;
  /** Opens the thread of a message, or closes the open one. */
  openThread(ts: string | null): void;
  goTo(route: Partial<Route>): void;
  act(doing: Doing): Promise<ActAnswer>;
}

export const SeenContext = createContext<Seen | null>(null);

/** What the person sees and can do; only below the frame, where a world has arrived. */
export function useSeen(): Seen {
  const seen = useContext(SeenContext);
  if (seen === null) throw new Error('There is no world yet.');
  return seen;
}

/** The direct message with the desk, which has a Home beside its messages; null when `me` has none. */
export const deskChannel = (world: WorldView) =>
  world.channels.find((channel) => channel.kind === 'direct' && channel.members.includes(world.bot.id)) ?? null;
