import type { Reader } from '../../db/client.ts';
import { instantFrom } from '../../db/days.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';

/** What the desk has said in a channel, as far as somebody from outside should not read it. */
export interface Standing {
  /** Of everything that stands there. */
  all: number;
  cards: readonly { delivery: string; reference: string; state: string }[];
  digests: readonly { delivery: string; on: Day }[];
}

/** What stands in a channel and is not folded: whole cards of the register, and digests with requests and owners. */
export async function standingIn(db: Reader, channel: string, since: Date | null = null): Promise<Standing> {
  const said = { lane: channel, ts: { not: null }, ...(since === null ? {} : { enqueuedAt: { lte: since } }) };
  const folded = new Set(
    (await db.foldedMessage.findMany({ select: { deliveryId: true } })).map((row) => row.deliveryId),
  );
  const cards = await db.requestCard.findMany({
    where: { place: channel, delivery: said },
    include: { request: { select: { reference: true, state: { select: { shortName: true } } } }, delivery: true },
    orderBy: { delivery: { position: 'asc' } },
  });
  const runs = await db.digestRun.findMany({
    where: { deliveryId: { not: null }, subscription: { channel, audience: { not: 'facts' } } },
    orderBy: { dueAt: 'asc' },
  });
  const posted = await db.delivery.findMany({ where: said, select: { id: true } });
  const isThere = new Set(posted.map(({ id }) => id));
  return {
    all: posted.length,
    cards: cards
      .filter(({ deliveryId }) => !folded.has(deliveryId))
      .map(({ deliveryId, request }) => ({
        delivery: deliveryId,
        reference: request.reference,
        state: request.state.shortName,
      })),
    digests: runs.flatMap(({ deliveryId, dueAt }) =>
      deliveryId === null || folded.has(deliveryId) || !isThere.has(deliveryId)
        ? []
        : [{ delivery: deliveryId, on: dayIn(DESK_ZONE, instantFrom(dueAt)) }],
    ),
  };
}
