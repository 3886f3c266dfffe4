import { addYears, type Day } from './day.ts';

/** Art. 3.2: stockpiles are destroyed not later than eight years after entry into force for the State. */
export const stockpileDeadline = (inForce: Day): Day => addYears(inForce, 8);

/** Art. 3.3: the last day that one extension of `deadline` can reach: four years, also for the further ones "in exceptional circumstances". */
export const longestStockpileExtension = (deadline: Day): Day => addYears(deadline, 4);
