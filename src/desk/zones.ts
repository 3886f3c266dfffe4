import { WINDOWS_ZONES } from './windows-zones.ts';

/** What Outlook writes for UTC, and for a zone that somebody defined by hand: the answer is in UTC then, as it was asked for. */
const UTC_NAMES = ['UTC', 'tzone://Microsoft/Utc', 'tzone://Microsoft/Custom', 'Customized Time Zone'];

const BY_IANA: ReadonlyMap<string, string> = new Map(
  Object.entries(WINDOWS_ZONES).flatMap(([windows, zones]) => zones.split(' ').map((zone) => [zone, windows])),
);

/** The IANA name of a zone as Outlook writes it; what is not known is given back as it is. */
export function ianaZone(name: string): string {
  if (UTC_NAMES.includes(name)) return 'UTC';
  return WINDOWS_ZONES[name]?.split(' ')[0] ?? name;
}

/** The name in Windows of an IANA zone, whichever of its names is given; null where it has none. Outlook takes few names of IANA and all of these. */
export function windowsZone(zone: string): string | null {
  const known = BY_IANA.get(zone);
  if (known !== undefined) return known;
  try {
    const canonical = new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
    return BY_IANA.get(canonical) ?? null;
  } catch {
    return null;
  }
}
