import type { Db } from '../../db/client.ts';
import type { Feature, FreeText, HomeReader, HomeSection } from '../../desk/describe.ts';
import type { Clock } from '../../desk/time.ts';
import { ASK, answerModal, askModal, QUESTION } from './ask-modal.ts';
import { datesAheadOf } from './dates-ahead.ts';
import { footOf } from './foot.ts';
import { meetingsOf } from './meetings.ts';
import { needsYouOf } from './needs-you.ts';
import { readSeen, type Seen } from './seen.ts';
import { topOf } from './top.ts';

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
  return {
    name: 'home',
    home: [part(0, topOf), part(10, needsYouOf), part(20, datesAheadOf), part(30, meetingsOf), part(90, footOf)],
    actions: [{ id: ASK, run: async () => ({ kind: 'modal', modal: askModal() }) }],
    submissions: [
      {
        id: ASK,
        submit: async ({ actor, values, at }) => {
          const typed = values[QUESTION]?.[QUESTION];
          const text = typeof typed === 'string' ? typed.trim() : '';
          if (text === '') return { kind: 'errors', errors: { [QUESTION]: 'Please write a question.' } };
          const place = { kind: 'modal' as const, channel: '', thread: null, public: false };
          const reply = await answer.answer({ actor, text, place, at });
          return reply.kind === 'say' ? { kind: 'modal', modal: answerModal(reply.message) } : reply;
        },
      },
    ],
  };
};
