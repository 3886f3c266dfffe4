/** From where a date is read: the sandbox's clock and the person's zone. */
export interface Reader {
  /** Milliseconds since 1970 on the sandbox's clock. */
  now: number;
  /** IANA time zone. */
  zone: string;
}

const DAY = 86_400_000;

const inZone = (reader: Reader, at: number, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat('en-GB', { ...options, timeZone: reader.zone }).format(at);

const dayNumber = (reader: Reader, at: number): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: reader.zone }).format(at);

/** "today", "yesterday" or "tomorrow" for the reader; null for any other day. */
const nearDay = (reader: Reader, at: number): string | null => {
  const seen = dayNumber(reader, at);
  const near = { today: 0, yesterday: -DAY, tomorrow: DAY };
  const found = Object.entries(near).find(([, shift]) => dayNumber(reader, reader.now + shift) === seen);
  return found?.[0] ?? null;
};

const LONG: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };
const MEDIUM: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
const SHORT: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short', year: 'numeric' };
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit' };

const PARTS: Readonly<Record<string, (reader: Reader, at: number) => string>> = {
  date_num: dayNumber,
  date_slash: (reader, at) => inZone(reader, at, { day: '2-digit', month: '2-digit', year: 'numeric' }),
  date: (reader, at) => inZone(reader, at, MEDIUM),
  date_pretty: (reader, at) => nearDay(reader, at) ?? inZone(reader, at, MEDIUM),
  date_short: (reader, at) => inZone(reader, at, SHORT),
  date_short_pretty: (reader, at) => nearDay(reader, at) ?? inZone(reader, at, SHORT),
  date_long: (reader, at) => inZone(reader, at, LONG),
  date_long_pretty: (reader, at) => nearDay(reader, at) ?? inZone(reader, at, LONG),
  time: (reader, at) => inZone(reader, at, TIME),
  time_secs: (reader, at) => inZone(reader, at, { ...TIME, second: '2-digit' }),
};

/** A `<!date^…>` as this person sees it; null when the format holds something unknown, so that the fallback stands in. */
export function slackDate(reader: Reader, seconds: number, format: string): string | null {
  const at = seconds * 1000;
  if (Math.abs(at) > 8.64e15) return null;
  const names = [...format.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  if (names.length === 0 || names.some((name) => PARTS[name] === undefined)) return null;
  return format.replace(/\{(\w+)\}/g, (_, name: string) => PARTS[name]?.(reader, at) ?? '');
}

/** "Mon 18 Nov 2019" of "2019-11-18", as nobody can misread it; empty when that is no date. */
export function dateInWords(date: string): string {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T12:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) return '';
  return inZone({ now: at, zone: 'UTC' }, at, { ...SHORT, weekday: 'short' }).replace(',', '');
}

/** "09:05" for the reader. */
export const clockTime = (reader: Reader, at: number): string => inZone(reader, at, TIME);

/** "Monday 18 November 2019", or "Today" and its neighbours. */
export const dayHeading = (reader: Reader, at: number): string => {
  const near = nearDay(reader, at);
  const day = inZone(reader, at, LONG).replace(',', '');
  return near === 'today' || near === 'yesterday' ? `${near === 'today' ? 'Today' : 'Yesterday'}, ${day}` : day;
};

/** The same for two instants exactly when they fall on one calendar day of the reader. */
export const dayKey = dayNumber;
