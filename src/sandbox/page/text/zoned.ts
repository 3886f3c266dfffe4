import { Temporal } from 'temporal-polyfill';

/** "2019-11-18T09:00" in `zone`, for a field of date and time. */
export const fieldIn = (zone: string, milliseconds: number): string =>
  Temporal.Instant.fromEpochMilliseconds(milliseconds)
    .toZonedDateTimeISO(zone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });

/** The instant of such a field's value in `zone`; null when it holds no whole date and time. */
export function instantIn(zone: string, value: string): Temporal.Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return null;
  return Temporal.PlainDateTime.from(value).toZonedDateTime(zone).toInstant();
}
