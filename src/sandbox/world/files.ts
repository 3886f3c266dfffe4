import { DESK_APP } from './cast.ts';
import type { KeptFile } from './state.ts';
import type { World } from './world.ts';

/** The file with this id, if it has been uploaded. */
export const fileWith = ({ state }: World, id: string): KeptFile | undefined =>
  Object.hasOwn(state.files, id) ? state.files[id] : undefined;

/** Notes that files are now to be seen in a channel. */
export function shareIn(world: World, files: readonly string[], channel: string): void {
  for (const id of files) {
    const file = fileWith(world, id);
    if (file && !file.channels.includes(channel)) file.channels.push(channel);
  }
}

/** The file with this id, if the desk may know of it: its own, and those shared where it is. */
export function fileFor({ world }: { world: World }, id: string): KeptFile | undefined {
  const file = fileWith(world, id);
  const shared = file?.channels.some((each) => world.channel(each)?.members.includes(DESK_APP.user));
  return file && (file.author === DESK_APP.user || shared) ? file : undefined;
}
