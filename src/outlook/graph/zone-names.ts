import { windowsZone } from '../../desk/zones.ts';
import { errorIn } from './failures.ts';
import type { Answered } from './wire.ts';

/** Zones are called by their names in IANA, until Graph refuses one: then by its name in Windows, where it has one. */
export function zoneNames() {
  const refused = new Set<string>();
  return {
    name: (zone: string): string | null => (refused.has(zone) ? windowsZone(zone) : zone),
    /** Whether the answer refuses this zone for the first time, so that the same is to be sent with its other name. */
    refuses(zone: string, answer: Answered): boolean {
      if (answer.kind === 'silence' || answer.status !== 400 || refused.has(zone)) return false;
      if (errorIn(answer.body).code.toLowerCase() !== 'timezonenotsupportedexception') return false;
      refused.add(zone);
      return true;
    },
  };
}
