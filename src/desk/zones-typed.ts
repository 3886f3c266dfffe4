import { isZone } from './schedule.ts';
import { WINDOWS_ZONES } from './windows-zones.ts';

const bare = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9+]+/g, ' ')
    .trim();

/** Zones as people call them: by what is typed without regard to capitals, their IANA names; made when it is first asked for. */
let named: ReadonlyMap<string, string> | null = null;
function zonesByName(): ReadonlyMap<string, string> {
  if (named !== null) return named;
  const all = Intl.supportedValuesOf('timeZone');
  named = new Map([
    ...all.map((zone) => [bare(zone.split('/').at(-1) ?? zone), zone] as const),
    ...Object.entries(WINDOWS_ZONES).map(
      ([windows, zones]) => [bare(windows), zones.split(' ')[0] ?? windows] as const,
    ),
    ...all.map((zone) => [bare(zone), zone] as const),
    // What people write for the seat of the Convention and its meetings, which have no zone of their own.
    ...['geneva', 'bern', 'berne', 'lausanne'].map((town) => [town, 'Europe/Zurich'] as const),
    ...['new york', 'washington'].map((town) => [town, 'America/New_York'] as const),
    ['the hague', 'Europe/Amsterdam'] as const,
    ['gmt', 'UTC'] as const,
  ]);
  return named;
}

/** The IANA zone that was typed: its own name, the name that Windows has for it, or its town; null when there is none. */
export function zoneTyped(text: string): string | null {
  const found = zonesByName().get(bare(text));
  if (found !== undefined) return found;
  return /^[A-Za-z_]+\/[A-Za-z_/+-]+$|^UTC$/.test(text.trim()) && isZone(text.trim()) ? text.trim() : null;
}

/** Zones whose name, or that of Windows, begins with what was typed, or holds its words; at most `most`. */
export function zonesLike(text: string, most: number): readonly string[] {
  const wanted = bare(text);
  const names = [...zonesByName()];
  const fitting = [
    ...names.filter(([name]) => name.startsWith(wanted)),
    ...names.filter(([name]) => wanted.split(' ').every((word) => name.includes(word))),
  ];
  return [...new Set(fitting.map(([, zone]) => zone))].slice(0, most);
}
