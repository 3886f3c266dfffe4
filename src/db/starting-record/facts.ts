import { dateOf } from '../days.ts';
import type { RecordRows } from './rows.ts';

const NOTE = 'concept note of the Coordinators on International Cooperation and Assistance, as of 18 November 2019';

/** The rows of the files as rows of the database; positions keep the order of the files. */
export function factsIn(rows: RecordRows, recordedAt: Date) {
  const named = (row: {
    iso2: string;
    iso3: string;
    name_official_un: string;
    short_name: string;
    region: string;
    source: string;
  }) => ({
    iso2: row.iso2,
    iso3: row.iso3,
    unName: row.name_official_un,
    shortName: row.short_name,
    region: row.region,
    source: row.source,
    recordedAt,
  });
  return {
    states: [
      ...rows['states-parties'].map((row) => ({
        ...named(row),
        signed: dateOf(row.signature_date),
        deposited: dateOf(row.ratification_date),
        kind: row.kind,
        withdrawn: dateOf(row.withdrawn_date),
      })),
      ...rows['signatories-not-party'].map((row) => ({ ...named(row), signed: dateOf(row.signature_date) })),
      ...rows['states-not-party'].map(named),
    ],
    aliases: rows.aliases.map(({ iso3, alias, lang, kind, source }) => ({
      id: `${iso3}:${lang}:${alias}`,
      iso3,
      text: alias,
      language: lang,
      kind,
      source,
    })),
    events: rows['obligation-events'].map(({ show, until, ...row }, position) => ({
      ...row,
      id: `event-${position + 1}`,
      position,
      until: dateOf(until),
      show: show === 'yes',
      recordedAt,
    })),
    reports: rows['article7-reports'].map(({ as_of, ...row }, at) => ({
      ...row,
      id: `report-${at + 1}`,
      asOf: dateOf(as_of) ?? recordedAt,
      recordedAt,
    })),
    meetings: rows.meetings.map((row, position) => ({
      code: row.code,
      position,
      name: row.name,
      type: row.type,
      plannedStart: row.planned_start,
      plannedEnd: row.planned_end,
      knownFrom: dateOf(row.known_from),
      knownFromBasis: row.known_from_basis,
      actualStart: row.actual_start,
      actualEnd: row.actual_end,
      replacedBy: row.replaced_by,
      place: row.place,
      presidency: row.presidency,
      source: row.source,
      confidence: row.confidence,
      note: row.note,
      recordedAt,
    })),
    figures: rows['stated-figures'].map(({ as_of, reporting_year, ...row }, at) => ({
      ...row,
      id: `figure-${at + 1}`,
      asOf: dateOf(as_of) ?? recordedAt,
      reportingYear: reporting_year,
      recordedAt,
    })),
    coordinators: rows.coordinators.map(({ states, ...row }, position) => ({
      ...row,
      id: `coordinators-${position + 1}`,
      position,
      states: states.split(';').map((name) => name.trim()),
      recordedAt,
    })),
    plans: rows['action-plans'].map((row, position) => ({
      ...row,
      id: `heading-${position + 1}`,
      position,
      recordedAt,
    })),
    forms: rows['article7-forms'].map(({ form, title_or_fields, treaty_reference, source, confidence }, position) => ({
      form,
      position,
      title: title_or_fields,
      reference: treaty_reference,
      source,
      confidence,
      recordedAt,
    })),
    workPlan: rows['work-plan'].map((row) => ({ ...row, id: `${row.kind}-${row.position}`, source: NOTE, recordedAt })),
    sources: rows.sources.map(({ full_title, reporting_year, date, ...row }) => ({
      ...row,
      fullTitle: full_title,
      date: dateOf(date),
      reportingYear: reporting_year,
      recordedAt,
    })),
  };
}
