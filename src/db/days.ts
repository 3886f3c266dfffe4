import { Temporal } from 'temporal-polyfill';
import { type Day, day } from '../treaty/day.ts';

/** A day as the database client takes it: midnight UTC of that day. */
export function dateOf(text: Day | string): Date;
export function dateOf(text: Day | string | null): Date | null;
export function dateOf(text: Day | string | null): Date | null {
  return text === null ? null : new Date(`${text}T00:00:00.000Z`);
}

/** The day in a `date` column. */
export function dayFrom(date: Date): Day;
export function dayFrom(date: Date | null): Day | null;
export function dayFrom(date: Date | null): Day | null {
  return date === null ? null : day(date.toISOString().slice(0, 10));
}

/** An instant as the database client takes it, to the millisecond. */
export const timeOf = (at: Temporal.Instant): Date => new Date(at.epochMilliseconds);

export const instantFrom = (date: Date): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());
