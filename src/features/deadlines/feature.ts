import type { Db } from '../../db/client.ts';
import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { Feature } from '../../desk/describe.ts';
import type { Files } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { type Clock, deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { clocksOn } from '../../treaty/clocks.ts';
import { datesCard } from './card.ts';
import { composeDates } from './compose.ts';
import { notUnderstood } from './not-understood.ts';
import { parseWanted } from './parse.ts';
import { understoodAs } from './understood.ts';

/** The dates of Articles 3, 4 and 7: what has passed, what lies ahead, by article, window and State, as of any day. */
export const deadlinesFeature = ({ db, clock }: { db: Db; clock: Clock; files: Files }): Feature => {
  const show = async (text: string, isPublic: boolean): Promise<Reply> => {
    const today = deskToday(clock);
    const [record, states] = [await readTreatyRecord(db), await readStates(db)];
    const nameOf = (iso3: string): string => states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
    const parsed = parseWanted(text, today, (name) => findState(nameBook(states), name));
    if (parsed.kind !== 'wanted') return say(notUnderstood(parsed, nameOf));
    const { wanted } = parsed;
    const asOf = wanted.asOf ?? today;
    const dates = composeDates(record, clocksOn(record, asOf), wanted, asOf);
    const understood = understoodAs(wanted, wanted.state === null ? null : nameOf(wanted.state), dates);
    return say(datesCard(dates, understood, isPublic));
  };
  return {
    name: 'deadlines',
    commands: [
      {
        verb: 'deadlines',
        also: ['deadline'],
        usage: '[article or kind] [year or window] [State] [as of date]',
        example: 'deadlines 2021 clearance',
        about: 'Dates under Articles 3, 4 and 7: what has passed, what lies ahead.',
        shown: 'first',
        run: ({ text, place }) => show(text, place.public),
      },
    ],
    actions: [{ id: 'deadlines:all', run: () => show('', false) }],
  };
};
