import type { Db } from '../../db/client.ts';
import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { Feature } from '../../desk/describe.ts';
import type { Files } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { nameBook } from '../../questions/names.ts';
import { answerDates } from './answer-dates.ts';
import { datesCard } from './card.ts';
import { notUnderstood } from './not-understood.ts';

/** The dates of Articles 3, 4 and 7: what has passed, what lies ahead, asked for in any words and as of any day. */
export const deadlinesFeature = ({ db, clock }: { db: Db; clock: Clock; files: Files }): Feature => {
  const show = async (text: string, isPublic: boolean): Promise<Reply> => {
    const [record, states] = [await readTreatyRecord(db), await readStates(db)];
    const answer = answerDates(text, { record, book: nameBook(states), today: deskToday(clock) });
    return say(
      answer.kind === 'dates'
        ? datesCard(answer.dates, { ...answer.asked, isPublic })
        : notUnderstood(answer.parsed, answer.nameOf),
    );
  };
  return {
    name: 'deadlines',
    commands: [
      {
        verb: 'deadlines',
        also: ['deadline'],
        usage: '[article, kind, year or window, State, region, status, as of date]',
        example: 'deadlines 2021 clearance',
        about: 'Dates under Articles 3, 4 and 7: what has passed, what lies ahead; in any order of words.',
        shown: 'first',
        run: ({ text, place }) => show(text, place.public),
      },
    ],
    actions: [{ id: 'deadlines:all', run: () => show('', false) }],
  };
};
