import { addYears, type Day } from './day.ts';

/** Art. 4.1(a): remnants present at entry into force are cleared not later than ten years from it. */
export const clearanceDeadline = (inForce: Day): Day => addYears(inForce, 10);

/** Art. 4.5 and 4.8: an extension lasts up to five years, and may be renewed by up to five years each time. */
export const LONGEST_CLEARANCE_EXTENSION_YEARS = 5;
