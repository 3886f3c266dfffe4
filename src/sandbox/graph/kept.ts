import { z } from 'zod';
import { storedEvent } from './event.ts';
import type { Mailbox } from './mailbox.ts';
import { keptSubscription, type Subscriptions } from './subscriptions.ts';

/** What the stand-in for Graph keeps over a restart. Links of readings end with the process, as they do now and then with Microsoft. */
export const keptGraph = z.object({
  last: z.number().int(),
  events: z.array(storedEvent),
  /** Transaction ids, with the number of the event that each was used for. */
  used: z.record(z.string(), z.number().int()),
  subscriptions: z.array(keptSubscription),
});
export type KeptGraph = z.infer<typeof keptGraph>;

export const keptOf = (mailbox: Mailbox, subscriptions: Subscriptions): KeptGraph => ({
  last: mailbox.last(),
  events: [...mailbox.events.values()],
  used: Object.fromEntries(mailbox.used),
  subscriptions: [...subscriptions.alive()],
});
