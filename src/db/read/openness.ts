import type { Reader } from '../client.ts';

/**
 * What the desk may say in a channel since somebody from outside came into it: `open` only what is published, `stays` what
 * stood there goes on standing, by somebody's decision. `closed` where nobody from outside has come in.
 */
export type Openness = 'closed' | 'open' | 'stays';

/** As far as the desk was told, and since when; Slack is asked before anything new is begun in a channel. */
export async function opennessOf(db: Reader, channel: string): Promise<{ is: Openness; since: Date | null }> {
  const rows = await db.guestArrival.findMany({
    where: { channel, OR: [{ decision: null }, { decision: { not: 'gone' } }] },
    select: { decision: true, at: true },
    orderBy: { at: 'asc' },
  });
  const [first] = rows;
  if (first === undefined) return { is: 'closed', since: null };
  return { is: rows.every(({ decision }) => decision === 'stays') ? 'stays' : 'open', since: first.at };
}
