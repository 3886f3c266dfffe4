import type { RecordDesk } from '../../db/record-desk.ts';
import type { Feature, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import type { Rooms } from '../../desk/rooms.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { mayNot } from '../people/use-cases.ts';
import { decidedMessage, FOLD, listMessage, SHOW, STAY } from './card.ts';
import { decideGuests, guestJoined, lookForGuests, notForGuests } from './use-cases.ts';

/** How often it is looked whether a channel is among the desk again, in minutes. */
const EVERY = 10;

/** What becomes of what stands in a channel once somebody from outside comes into it. */
export function guestsFeature(desk: RecordDesk & { rooms: Rooms }): Feature {
  const decide =
    (what: 'folded' | 'stays') =>
    async ({ actor, at, value }: Press): Promise<Reply> => {
      const outcome = await decideGuests(desk, value, what, { actor, at });
      const on = dayIn(DESK_ZONE, at);
      switch (outcome.kind) {
        case 'done':
          return { kind: 'replace', message: decidedMessage(what, { count: outcome.count, by: null, on }) };
        case 'decided':
          return { kind: 'replace', message: decidedMessage(outcome.what, { ...outcome, count: 0 }) };
        case 'not_allowed':
          return say(await mayNot(desk, 'decide what guests may read'));
        case 'unknown':
          return say(notice('There is nothing to decide any more.'));
      }
    };
  return {
    name: 'guests',
    joined: [(joining) => guestJoined(desk, joining)],
    actions: [
      { id: FOLD, run: decide('folded') },
      { id: STAY, run: decide('stays') },
      {
        id: SHOW,
        async run({ actor, value }) {
          const standing = await notForGuests(desk, value, actor);
          return say(standing === null ? await mayNot(desk, 'read them') : listMessage(standing));
        },
      },
    ],
    clockwork: [
      {
        name: 'channels with guests',
        async run(at) {
          if (Math.floor(at.epochMilliseconds / 60_000) % EVERY === 0) await lookForGuests(desk, at);
        },
      },
    ],
  };
}
