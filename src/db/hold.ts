import type { Tx } from './client.ts';

/** Lets one at a time change what is on record of a State, until the end of the transaction. */
export const holdState = (tx: Tx, iso3: string): Promise<unknown> =>
  tx.$queryRaw`SELECT "iso3" FROM "State" WHERE "iso3" = ${iso3} FOR NO KEY UPDATE`;

/** The same for what is said of a year of annual reports as a whole, which may have no row yet. */
export const holdReportYear = (tx: Tx, year: number): Promise<unknown> =>
  tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('report year'), ${year}::int)`;

/** The same for one answer of the ISU. */
export const holdAnswer = (tx: Tx, id: string): Promise<unknown> =>
  tx.$queryRaw`SELECT "id" FROM "FactAnswer" WHERE "id" = ${id} FOR NO KEY UPDATE`;

/** The same for one request, by its reference. */
export const holdRequest = (tx: Tx, reference: string): Promise<unknown> =>
  tx.$queryRaw`SELECT "id" FROM "AssistanceRequest" WHERE "reference" = ${reference} FOR NO KEY UPDATE`;

/** The same for one meeting that the desk plans. */
export const holdMeeting = (tx: Tx, id: string): Promise<unknown> =>
  tx.$queryRaw`SELECT "id" FROM "Meeting" WHERE "id" = ${id} FOR NO KEY UPDATE`;
