import type { Names } from '../text/names.ts';
import { useSeen } from './world.ts';

/** Names as the person looking may know them. */
export function useNamesSeen(): Names {
  const { world, now } = useSeen();
  const channels = world.channels.filter((channel) => channel.kind === 'channel');
  return {
    reader: { now, zone: world.me.zone },
    me: world.me.id,
    person: (id) => [world.bot, ...world.people].find((one) => one.id === id)?.name ?? null,
    channel: (id) => channels.find((channel) => channel.id === id)?.name ?? null,
  };
}
