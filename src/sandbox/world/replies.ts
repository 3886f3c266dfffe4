import type { Said } from './state.ts';
import type { World } from './world.ts';

/** How many messages stand in the thread of this one; what only one person sees is none of them. */
export const repliesTo = ({ world }: { world: World }, said: Said): number =>
  (world.state.said[said.channel] ?? []).filter(({ threadTs, only }) => threadTs === said.ts && only === null).length;
