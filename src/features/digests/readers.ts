import type { RecordDesk } from '../../db/record-desk.ts';
import { type Rooms, whyNotThere } from '../../desk/rooms.ts';
import { isPersonal, type Schedule } from './subscriptions.ts';

/** What digests are made with: they ask who reads along before requests and owners go to a channel. */
export type DigestDesk = RecordDesk & { rooms: Rooms };

/** Why a digest does not go to its channel as it is, in a sentence; null where it may: dates alone go anywhere. */
export async function whyNotTo(
  { rooms }: { rooms: Rooms },
  { channel, audience }: Pick<Schedule, 'channel' | 'audience'>,
): Promise<string | null> {
  return audience === 'facts' || isPersonal(channel) ? null : whyNotThere(await rooms.roomOf(channel));
}
