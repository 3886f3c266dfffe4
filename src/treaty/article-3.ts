import { addYears, type Day } from './day.ts';

/** Art. 3.2: stockpiles are destroyed not later than eight years after entry into force for the State. */
export const stockpileDeadline = (inForce: Day): Day => addYears(inForce, 8);

/** Art. 3.3: an extension lasts up to four years; further ones, in exceptional circumstances, up to four years each. */
export const LONGEST_STOCKPILE_EXTENSION_YEARS = 4;
