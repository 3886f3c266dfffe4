import { dateOf } from '../days.ts';
import type { RecordRows } from './rows.ts';

const DESK_THEME = 'International cooperation and assistance';
const THROUGH = 'starting record';

/** The needs of the 2018 reports as requests: numbered in the order of their file, logged, published, without an owner. */
export function requestsIn(rows: RecordRows, recordedAt: Date) {
  const codeByName = new Map(rows.aliases.map(({ alias, iso3 }) => [alias, iso3]));
  const sourceByTitle = new Map(rows.sources.map(({ full_title, id }) => [full_title, id]));
  const coordinating = rows.coordinators
    .filter(({ theme, period }) => theme === DESK_THEME && period === '2019-2020')
    .flatMap(({ states }) => states.split(';').flatMap((name) => codeByName.get(name.trim()) ?? []));
  const counters = new Map<number, number>();
  const needs = rows['needs-2018'].map((need) => {
    const number = (counters.get(need.reporting_year) ?? 0) + 1;
    counters.set(need.reporting_year, number);
    return { ...need, reference: `AR-${need.reporting_year}-${String(number).padStart(3, '0')}` };
  });
  return {
    requests: needs.map((need) => ({
      id: need.reference,
      reference: need.reference,
      iso3: need.iso3,
      theme: need.theme,
      kinds: [],
      // For what the Convention does not cover, the source's remark is what was asked.
      description: need.theme === 'NOT_COVERED' ? need.note : '',
      reportingYear: need.reporting_year,
      asOf: dateOf(need.as_of) ?? recordedAt,
      status: 'logged',
      sharing: need.sharing,
      sharingBasis: `published in the ${need.reporting_year} report`,
      evidence: [],
      // Nobody handles their own State: the other coordinator does.
      handledBy: coordinating.includes(need.iso3) ? (coordinating.find((code) => code !== need.iso3) ?? null) : null,
      note: need.note,
      recordedAt,
      recordedBy: THROUGH,
    })),
    sources: needs.map((need) => ({
      id: `${need.reference}:1`,
      requestId: need.reference,
      sourceId: sourceByTitle.get(need.source) ?? '',
      position: 1,
    })),
    history: needs.map((need) => ({
      id: `${need.reference}:start`,
      requestId: need.reference,
      at: recordedAt,
      by: THROUGH,
      byName: THROUGH,
      through: THROUGH,
      what: 'logged',
      after: 'logged',
      why: need.source,
    })),
    counters: [...counters].map(([year, last]) => ({ year, last })),
  };
}
