import type { Carried } from '../../blocks/message.ts';
import type { Db } from '../../db/client.ts';
import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { Feature, Press } from '../../desk/describe.ts';
import type { Files } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { nameBook } from '../../questions/names.ts';
import { answerDates, type DatesAnswer } from './answer-dates.ts';
import { datesCard, TIMELINE } from './card.ts';
import type { Dates } from './compose.ts';
import { notUnderstood } from './not-understood.ts';
import { shareTimeline } from './share-timeline.ts';
import { SOURCES, SOURCES_TITLE, sourcesModal } from './sources.ts';

/** The facts that a list of dates rests on. */
const carriedIn = ({ asOf, groups }: Dates): Carried => ({
  kind: 'deadlines',
  asOf,
  facts: groups.flatMap(({ lines }) => lines.flatMap(({ clocks }) => clocks.flatMap(({ facts }) => facts))),
});

/** The dates of Articles 3, 4 and 7: what has passed, what lies ahead, asked for in any words, as of any day, and as a picture. */
export const deadlinesFeature = ({ db, clock, files }: { db: Db; clock: Clock; files: Files }): Feature => {
  const find = async (text: string): Promise<DatesAnswer> => {
    const [record, states] = [await readTreatyRecord(db), await readStates(db)];
    return answerDates(text, { record, book: nameBook(states), today: deskToday(clock) });
  };
  const show = async (text: string, isPublic: boolean): Promise<Reply> => {
    const found = await find(text);
    if (found.kind !== 'dates') return say(notUnderstood(found.parsed, found.nameOf));
    const { dates, asked } = found;
    return say({ ...datesCard(dates, { ...asked, isPublic }), carries: carriedIn(dates) });
  };
  const draw = async (press: Press): Promise<Reply> => {
    const found = await find(press.value);
    return found.kind === 'dates' ? shareTimeline(found, press, files) : say(notUnderstood(found.parsed, found.nameOf));
  };
  const cite = async ({ value }: Press): Promise<Reply> => {
    const found = await find(value);
    return found.kind === 'dates'
      ? { kind: 'modal', modal: sourcesModal(found.dates) }
      : say(notUnderstood(found.parsed, found.nameOf));
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
    actions: [
      { id: 'deadlines:all', run: () => show('', false) },
      { id: TIMELINE, run: draw },
      { id: SOURCES, opens: SOURCES_TITLE, run: cite },
    ],
  };
};
