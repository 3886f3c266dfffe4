import { addDays, type Day, day, yearOf } from './day.ts';

/** Art. 7.1: the initial report is due not later than 180 days after entry into force. Days, not six months. */
export const initialReportDue = (inForce: Day): Day => addDays(inForce, 180);

/** Art. 7.2: the report that covers calendar year `year` is due on 30 April of the next. */
export const annualReportDue = (year: number): Day => day(`${year + 1}-04-30`);

/** Whether a State for which the Convention entered into force on `inForce` reports on `year`: it must be in force on its last day. */
export const reportsOn = (inForce: Day, year: number): boolean => yearOf(inForce) <= year;

/** The latest calendar year whose report fell due before `asOf`. */
export const latestYearDue = (asOf: Day): number => {
  const year = yearOf(asOf) - 1;
  return annualReportDue(year) < asOf ? year : year - 1;
};
