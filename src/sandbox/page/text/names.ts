import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Reader } from './slack-date.ts';

/** How ids read for the person looking, and from where they read dates. */
export interface Names {
  reader: Reader;
  /** The id of the person looking. */
  me: string;
  /** A person's or app's name; null when unknown. */
  person(id: string): string | null;
  /** A channel's name without `#`; null when it is unknown or closed to the person. */
  channel(id: string): string | null;
}

const unknown: Names = { reader: { now: 0, zone: 'UTC' }, me: '', person: () => null, channel: () => null };

export const NamesContext = createContext<Names>(unknown);

export const useNames = (): Names => useContext(NamesContext);
