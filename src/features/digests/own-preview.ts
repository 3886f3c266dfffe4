import type { Temporal } from 'temporal-polyfill';
import type { Message } from '../../blocks/message.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { dayIn } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { digestCard } from './card.ts';
import { composeDigest } from './compose.ts';
import { factsFor } from './post.ts';
import { readSubscriptions, type Subscription } from './subscriptions.ts';

/** A member's own digest as it would come now: the dates of the States they follow, and their follow-ups. */
export async function ownPreview(desk: RecordDesk, actor: Actor, at: Temporal.Instant): Promise<Message> {
  if (!may(actor, 'read_register')) return mayNot(desk, 'have a digest of their own');
  const { slackId: channel, zone } = actor;
  const own = (await readSubscriptions(desk.db)).find((each) => each.channel === channel && each.audience === 'mine');
  const nobody: Subscription = {
    ...{ id: '', channel, audience: 'mine', weekly: { weekday: 1, time: '08:00', zone }, since: at },
    ...{ only: { themes: [], regions: [], horizon: null }, confirmed: true, paused: true },
    ...{ recordedBy: channel, recordedAt: at },
  };
  const asOf = dayIn(zone, at);
  const facts = await desk.db.$transaction((tx) => factsFor(tx, own ?? nobody, { asOf, at, last: null }));
  return digestCard(composeDigest(facts), at, { kind: 'preview', corrects: false });
}
