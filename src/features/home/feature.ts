import type { Block } from '../../blocks/message.ts';
import type { Db } from '../../db/client.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Feature, FreeText, HomeReader, HomeSection, Press } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Clock } from '../../desk/time.ts';
import { ASK, answerModal, askModal, QUESTION } from './ask-modal.ts';
import { datesAheadOf } from './dates-ahead.ts';
import { footOf } from './foot.ts';
import { meetingsOf } from './meetings.ts';
import { needsYouOf } from './needs-you.ts';
import { keepWelcomed, readSeen, type Seen } from './seen.ts';
import { topOf } from './top.ts';
import { SKIP, TRIED, TRY, welcomeOf } from './welcome.ts';

/** What stands there every day, and not on the first. */
const daily =
  (blocks: (seen: Seen) => readonly Block[]) =>
  (seen: Seen): readonly Block[] =>
    seen.welcome === null ? blocks(seen) : [];

/** App Home: what needs the reader, dates, meetings; and a window to ask in, which `answer` answers. */
export const homeFeature = ({ db, answer }: { db: Db; clock: Clock; answer: FreeText }): Feature => {
  // One drawing asks every section with the same reader: the record is read once for all of them.
  const drawings = new WeakMap<HomeReader, Promise<Seen>>();
  const seenBy = (reader: HomeReader): Promise<Seen> => {
    const seen = drawings.get(reader) ?? readSeen(db, reader);
    drawings.set(reader, seen);
    return seen;
  };
  const part = (order: number, blocks: (seen: Seen) => ReturnType<typeof topOf>): HomeSection => ({
    order,
    blocks: async (reader: HomeReader) => blocks(await seenBy(reader)),
  });
  const answered = async (actor: Actor, text: string, at: Press['at']): Promise<Reply> => {
    const place = { kind: 'modal' as const, channel: '', thread: null, public: false };
    const reply = await answer.answer({ actor, text, place, at });
    return reply.kind === 'say' ? { kind: 'modal', modal: answerModal(reply.message) } : reply;
  };
  return {
    name: 'home',
    home: [
      part(0, (seen) => (seen.welcome === null ? topOf(seen) : welcomeOf(seen))),
      part(10, daily(needsYouOf)),
      part(20, daily(datesAheadOf)),
      part(30, daily(meetingsOf)),
      part(90, daily(footOf)),
    ],
    actions: [
      { id: ASK, run: async () => ({ kind: 'modal', modal: askModal() }) },
      { id: TRY, opens: 'Answer', run: ({ actor, at }) => answered(actor, TRIED, at) },
      {
        id: SKIP,
        async run({ actor }) {
          await keepWelcomed(db, actor.slackId);
          return { kind: 'nothing' };
        },
      },
    ],
    submissions: [
      {
        id: ASK,
        submit: async ({ actor, values, at }) => {
          const typed = values[QUESTION]?.[QUESTION];
          const text = typeof typed === 'string' ? typed.trim() : '';
          if (text === '') return { kind: 'errors', errors: { [QUESTION]: 'Please write a question.' } };
          return answered(actor, text, at);
        },
      },
    ],
  };
};
