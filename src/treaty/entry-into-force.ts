import { addMonths, type Day, day } from './day.ts';

/** The day on which the Convention itself entered into force (Art. 17.1: sixth month after the thirtieth instrument). */
const CONVENTION_IN_FORCE = day('2010-08-01');

const THIRTIETH_INSTRUMENT = day('2010-02-16');

/** Entry into force for a State that deposited its instrument on `deposited` (Art. 17): the first day of the sixth month after that month. */
export function entryIntoForce(deposited: Day): Day {
  if (deposited <= THIRTIETH_INSTRUMENT) return CONVENTION_IN_FORCE;
  return day(`${addMonths(deposited, 6).slice(0, 7)}-01`);
}
