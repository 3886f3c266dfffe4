import type { Temporal } from 'temporal-polyfill';
import type { Tx } from '../../db/client.ts';
import { instantFrom, timeOf } from '../../db/days.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { nextOccurrence } from '../../desk/schedule.ts';
import { occurrenceText } from './occurrence.ts';
import { tellRole } from './post.ts';
import { previewFor, previewKey, sayPreviewsAnew } from './preview.ts';
import { heldMessage, MOVED } from './preview-card.ts';
import { beginRun, moveRun } from './runs.ts';
import type { Subscription } from './subscriptions.ts';

/** Takes what was announced or held for the time before over to the time now: its previews say so, and a new one is shown. */
export async function carryOver(tx: Tx, desk: RecordDesk, now: Subscription, at: Temporal.Instant): Promise<void> {
  const { ids } = desk;
  const { id, channel, weekly } = now;
  const ahead = await tx.digestRun.findMany({
    where: { subscriptionId: id, dueAt: { gt: timeOf(at) }, state: { in: ['announced', 'held'] } },
  });
  const next = nextOccurrence(weekly, at);
  for (const { dueAt, state, decidedBy } of ahead) {
    const old = instantFrom(dueAt);
    if (old.equals(next)) continue;
    if (!(await moveRun(tx, id, old, ['announced', 'held'], { state: 'skipped', at }))) continue;
    await sayPreviewsAnew(tx, ids, { subscription: id, dueAt: old }, MOVED, at);
    const held = state === 'held';
    if (!(await beginRun(tx, ids, id, next, held ? 'held' : 'announced', at))) continue;
    const occurrence = occurrenceText({ subscription: id, dueAt: next });
    const by = decidedBy === null ? null : await tx.person.findUnique({ where: { slackId: decidedBy } });
    const message = held
      ? heldMessage(by?.name ?? 'the ISU', channel, occurrence)
      : await previewFor(tx, now, next, at);
    await tellRole(tx, desk, 'isu', previewKey(id, next), message, at);
  }
}
