import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { CalendarState, CalendarSubscription, SyncStore } from '../../desk/calendar-store.ts';
import type { Log } from '../../desk/ports.ts';
import type { Clock } from '../../desk/time.ts';
import { errorIn } from './failures.ts';
import type { Wire } from './wire.ts';

export interface SubscriptionParts {
  wire: Wire;
  store: SyncStore;
  machine: Clock;
  /** Below the version: "users/…/events". */
  resource: string;
  /** Where notices and lifecycle events are received, from outside. */
  noticeUrl: string;
  /** A new secret, at most 128 characters. */
  secret(): string;
  log: Log;
}

/** Less than seven days are given; what was given is what counts. */
const ASKED_MINUTES = 10_070;

const granted = z.object({ id: z.string(), expirationDateTime: z.string() });
const list = z.object({
  value: z.array(z.object({ id: z.string(), resource: z.string(), notificationUrl: z.string().nullish() })),
});
const IMMUTABLE = { Prefer: 'IdType="ImmutableId"' };

/** Whether more than half of its granted life is over. */
function isDue({ grantedAt, expiresAt }: CalendarSubscription, now: Temporal.Instant): boolean {
  const [from, until] = [Temporal.Instant.from(grantedAt), Temporal.Instant.from(expiresAt)];
  return from.until(now).total('seconds') * 2 >= from.until(until).total('seconds');
}

/**
 * Keeps the subscription alive: made where there is none, renewed at half of its life, made anew where Graph has lost it. Where that
 * fails the reading of every round stands in for it. `renew`: Graph has asked for it.
 */
export async function tendSubscription(parts: SubscriptionParts, renew = false): Promise<void> {
  const state = await parts.store.state();
  const { subscription } = state;
  const now = parts.machine.now();
  if (subscription !== null && !renew && !isDue(subscription, now)) return;
  const alive =
    subscription !== null && Temporal.Instant.compare(now, Temporal.Instant.from(subscription.expiresAt)) < 0;
  const kept = alive ? await prolong(parts, subscription) : 'gone';
  if (kept === 'failed') return;
  const next = kept === 'gone' ? await make(parts) : kept;
  await save(parts.store, state, next);
}

async function save(store: SyncStore, state: CalendarState, subscription: CalendarSubscription | null): Promise<void> {
  // Refused when somebody saved another state meanwhile: then the next round sees what Graph has.
  await store.saveState({ ...state, subscription });
}

const until = (machine: Clock): string => machine.now().add({ minutes: ASKED_MINUTES }).round('second').toString();

async function prolong(
  { wire, machine, log }: SubscriptionParts,
  subscription: CalendarSubscription,
): Promise<CalendarSubscription | 'gone' | 'failed'> {
  const path = `/subscriptions/${encodeURIComponent(subscription.id)}`;
  const answer = await wire.ask({ method: 'PATCH', path, body: { expirationDateTime: until(machine) } });
  if (answer.kind === 'answer' && answer.status === 404) return 'gone';
  const parsed = granted.safeParse(answer.kind === 'answer' && answer.status === 200 ? answer.body : null);
  if (parsed.success)
    return { ...subscription, grantedAt: machine.now().toString(), expiresAt: parsed.data.expirationDateTime };
  log.warn(
    { status: answer.kind === 'answer' ? answer.status : 0 },
    'the subscription to the calendar was not renewed',
  );
  return 'failed';
}

async function make(parts: SubscriptionParts): Promise<CalendarSubscription | null> {
  const { wire, machine, resource, noticeUrl, secret, log } = parts;
  const clientState = secret();
  const body = {
    changeType: 'created,updated,deleted',
    notificationUrl: noticeUrl,
    lifecycleNotificationUrl: noticeUrl,
    resource,
    expirationDateTime: until(machine),
    clientState,
  };
  const answer = await wire.ask({ method: 'POST', path: '/subscriptions', headers: IMMUTABLE, body });
  const parsed = granted.safeParse(answer.kind === 'answer' && answer.status === 201 ? answer.body : null);
  if (parsed.success)
    return {
      id: parsed.data.id,
      clientState,
      grantedAt: machine.now().toString(),
      expiresAt: parsed.data.expirationDateTime,
    };
  // One of a lost answer or a lost record: its secret is not known, so that it is of no use.
  if (answer.kind === 'answer' && answer.status === 409) await dropOwn(parts);
  const code = answer.kind === 'answer' ? errorIn(answer.body).code : 'silence';
  log.warn({ code }, 'there is no subscription to the calendar; it is read every minute instead');
  return null;
}

async function dropOwn({ wire, resource, noticeUrl }: SubscriptionParts): Promise<void> {
  const answer = await wire.ask({ method: 'GET', path: '/subscriptions' });
  const parsed = list.safeParse(answer.kind === 'answer' ? answer.body : null);
  for (const { id } of parsed.success
    ? parsed.data.value.filter((each) => each.resource === resource && each.notificationUrl === noticeUrl)
    : [])
    await wire.ask({ method: 'DELETE', path: `/subscriptions/${encodeURIComponent(id)}` });
}
