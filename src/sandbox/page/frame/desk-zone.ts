import { fieldIn, instantIn } from '../text/zoned.ts';

/** The desk's day begins and ends in Geneva. */
const ZONE = 'Europe/Zurich';

const SHORT: Intl.DateTimeFormatOptions = {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: ZONE,
};

const short = new Intl.DateTimeFormat('en-GB', SHORT);
const full = new Intl.DateTimeFormat('en-GB', { ...SHORT, weekday: 'short', year: 'numeric' });

/** "Mon 18 Nov 2019, 09:00" in Zurich. */
export const zurichTime = (milliseconds: number): string => full.format(milliseconds).replace(',', '');

/** "18 Nov, 09:00" in Zurich, where there is little room. */
export const zurichShort = (milliseconds: number): string => short.format(milliseconds);

/** "2019-11-18T09:00" in Zurich, for a field of date and time. */
export const zurichField = (milliseconds: number): string => fieldIn(ZONE, milliseconds);

/** The instant of a field's value in Zurich, as ISO 8601; null when the field holds no whole date and time. */
export const instantOfField = (value: string): string | null => instantIn(ZONE, value)?.toString() ?? null;
