/** Instants where clocks change in Zurich and in Auckland, and where a day ends in either; to the millisecond. */
export const INSTANTS = [
  '2019-03-31T00:59:59.999Z',
  '2019-03-31T01:00:00.001Z',
  '2019-09-28T13:59:59.999Z',
  '2019-09-28T14:00:00Z',
  '2019-10-27T00:30:00Z',
  '2019-10-27T01:30:00Z',
  '2019-11-18T08:05:00.123Z',
  '2019-12-31T23:59:59.999Z',
] as const;

/** Days that begin in another month, year or offset elsewhere. */
export const DAYS = [
  '2000-02-29',
  '2010-08-01',
  '2019-03-31',
  '2019-09-29',
  '2019-10-27',
  '2019-12-31',
  '2020-01-01',
] as const;
