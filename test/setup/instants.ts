import { Temporal } from 'temporal-polyfill';
import type { Clock } from '../../src/desk/time.ts';

/** The instant written in `text`: "2019-11-18T08:05:00+01:00". */
export const instant = (text: string): Temporal.Instant => Temporal.Instant.from(text);

/** A clock that stands at the instant written in `text`. */
export const clockAt = (text: string): Clock => ({ now: () => instant(text) });
