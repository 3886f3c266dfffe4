import type { Said } from './state.ts';
import type { World } from './world.ts';

/** How many messages stand in the thread of this one. */
export const repliesTo = ({ world }: { world: World }, said: Said): number =>
  (world.state.said[said.channel] ?? []).filter(({ threadTs }) => threadTs === said.ts).length;
