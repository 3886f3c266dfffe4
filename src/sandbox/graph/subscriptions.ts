import { randomUUID } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { etagOf, immutableId } from './event.ts';
import type { Mailbox } from './mailbox.ts';
import { badRequest, type GraphReply, type GraphRequest, refusal, reply } from './reply.ts';

/** Graph gives less than seven days, and never less than 45 minutes. */
const LONGEST_MINUTES = 10_080;
const SHORTEST_MINUTES = 45;

const creation = z.strictObject({
  changeType: z.string().regex(/^(created|updated|deleted)(,(created|updated|deleted))*$/),
  notificationUrl: z.url({ protocol: /^https$/ }),
  lifecycleNotificationUrl: z.url({ protocol: /^https$/ }).optional(),
  resource: z.string(),
  expirationDateTime: z.iso.datetime(),
  clientState: z.string().max(128).optional(),
});
const renewal = z.strictObject({ expirationDateTime: z.iso.datetime() });

/** One as it is kept; `expiresAt` in the machine's milliseconds since 1970. */
export const keptSubscription = creation.extend({ id: z.string(), expiresAt: z.number() });
type Subscription = z.infer<typeof keptSubscription>;
type Lifecycle = 'reauthorizationRequired' | 'subscriptionRemoved' | 'missed';

export interface Subscriptions {
  answer(request: GraphRequest, path: readonly string[]): Promise<GraphReply>;
  /** Those that are alive. */
  alive(): readonly Subscription[];
  /** Ends one as Graph does by itself, without a word. */
  drop(id: string): void;
  lifecycle(event: Lifecycle): Promise<void>;
  /** Waits until all notices under way are delivered. */
  settled(): Promise<void>;
  /** Ends all of them. */
  clear(): void;
}

export interface SubscriptionParts {
  mailbox: Mailbox;
  now(): number;
  /** How long the other side may take for a handshake, in ms. */
  handshakeMs: number;
  /** The way to a public address from here, as a proxy has it. */
  reach(url: string): string;
  /** How often each notice is delivered: more than once happens. */
  deliveries(): number;
  /** Those of an earlier process. */
  before?: readonly Subscription[];
  /** One was made, renewed or ended. */
  changed?(): void;
}

export function subscriptionsOf({
  mailbox,
  now,
  handshakeMs,
  reach,
  deliveries,
  before = [],
  changed = () => undefined,
}: SubscriptionParts): Subscriptions {
  const kept = new Map(before.map((each) => [each.id, each]));
  const underWay = new Set<Promise<void>>();
  const alive = (): Subscription[] => [...kept.values()].filter(({ expiresAt }) => expiresAt > now());

  async function post(url: string, body: object): Promise<void> {
    const sending = fetch(reach(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(3_000),
    }).then(
      () => undefined,
      // Graph would try again for hours; the reading that every round does stands in for it.
      () => undefined,
    );
    underWay.add(sending);
    await sending;
    underWay.delete(sending);
  }

  const stem = ({ id, clientState, expirationDateTime }: Subscription): object => ({
    subscriptionId: id,
    subscriptionExpirationDateTime: expirationDateTime,
    ...(clientState === undefined ? {} : { clientState }),
    tenantId: '00000000-0000-0000-0000-000000000000',
  });

  mailbox.onChange((event, changeType) => {
    for (const each of alive()) {
      if (!each.changeType.split(',').includes(changeType)) continue;
      const resource = `Users/${mailbox.address}/Events/${immutableId(event.number)}`;
      const resourceData = {
        '@odata.type': '#Microsoft.Graph.Event',
        '@odata.id': resource,
        '@odata.etag': etagOf(event),
        id: immutableId(event.number),
      };
      for (let time = 0; time < deliveries(); time += 1)
        void post(each.notificationUrl, { value: [{ ...stem(each), changeType, resource, resourceData }] });
    }
  });

  /** Whether the other side says the token back, in time and as text. */
  async function shakesHands(url: string): Promise<boolean> {
    const token = `Validation: + ${kept.size} /&`;
    const at = new URL(reach(url));
    at.searchParams.set('validationToken', token);
    try {
      const response = await fetch(at, { method: 'POST', signal: AbortSignal.timeout(handshakeMs) });
      const type = response.headers.get('content-type') ?? '';
      return response.status === 200 && type.startsWith('text/plain') && (await response.text()) === token;
    } catch {
      return false;
    }
  }

  /** Until when it is granted, by what was asked for. */
  function granted(asked: string): number {
    const minutes = (Date.parse(asked) - now()) / 60_000;
    return now() + Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, minutes)) * 60_000;
  }
  const written = (each: Subscription): object => {
    const { expiresAt: _, ...shown } = each;
    return { ...shown, applicationId: '00000000-0000-0000-0000-000000000000' };
  };
  const instant = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(Math.round(ms)).toString();

  async function create(body: unknown): Promise<GraphReply> {
    const parsed = creation.safeParse(body);
    if (!parsed.success) return badRequest('The subscription cannot be read.');
    const asked = parsed.data;
    const same = alive().some(
      ({ resource, changeType }) => resource === asked.resource && changeType === asked.changeType,
    );
    if (same) return refusal(409, 'ExtensionError', 'There is such a subscription already.');
    for (const url of [asked.notificationUrl, asked.lifecycleNotificationUrl]) {
      if (url !== undefined && !(await shakesHands(url)))
        return refusal(
          400,
          'ValidationError',
          'Subscription validation request failed. Response must exactly match validationToken.',
        );
    }
    const expiresAt = granted(asked.expirationDateTime);
    const made = { ...asked, id: randomUUID(), expiresAt, expirationDateTime: instant(expiresAt) };
    kept.set(made.id, made);
    changed();
    return reply(201, written(made));
  }

  return {
    alive,
    async answer(request, [id, more]) {
      if (id === undefined && request.method === 'POST') return create(request.body);
      if (id === undefined) return reply(200, { value: alive().map(written) });
      const found = alive().find((each) => each.id === id);
      if (found === undefined) return refusal(404, 'ResourceNotFound', 'The subscription is not found.');
      if (request.method === 'DELETE') {
        kept.delete(id);
        changed();
        return reply(204);
      }
      if (more === 'reauthorize' && request.method === 'POST') return reply(204);
      const parsed = renewal.safeParse(request.body);
      if (request.method !== 'PATCH' || !parsed.success) return badRequest('The renewal cannot be read.');
      const expiresAt = granted(parsed.data.expirationDateTime);
      const next = { ...found, expiresAt, expirationDateTime: instant(expiresAt) };
      kept.set(id, next);
      changed();
      return reply(200, written(next));
    },
    drop: (id) => void kept.delete(id),
    async lifecycle(lifecycleEvent) {
      for (const each of alive()) {
        if (lifecycleEvent === 'subscriptionRemoved') kept.delete(each.id);
        await post(each.lifecycleNotificationUrl ?? each.notificationUrl, {
          value: [{ ...stem(each), lifecycleEvent }],
        });
      }
    },
    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
    clear() {
      kept.clear();
      changed();
    },
  };
}
