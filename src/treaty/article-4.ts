import { addYears, type Day } from './day.ts';

/** Art. 4.1(a): remnants present at entry into force are cleared not later than ten years from it. */
export const clearanceDeadline = (inForce: Day): Day => addYears(inForce, 10);

/** Art. 4.1(b): remnants that came to be after entry into force are cleared not later than ten years after the end of the active hostilities. */
export const newRemnantsDeadline = (hostilitiesEnded: Day): Day => addYears(hostilitiesEnded, 10);

/** Art. 4.5 and 4.8: the last day that one extension of `deadline`, the first or a renewal, can reach: five years. */
export const longestClearanceExtension = (deadline: Day): Day => addYears(deadline, 5);
