import { type Day, day, parseDay } from '../treaty/day.ts';
import { shortDate } from './dates.ts';

type Naming = (source: string, asOf: Day | null) => string | null;

const dated = (source: string): Day | null => {
  const [, year = '', month = '', number = ''] = /\/(20\d{2})\/(\d{2})\/(\d{2})\//.exec(source) ?? [];
  return parseDay(`${year}-${month}-${number}`);
};

const edition = (source: string): string =>
  /\/(?:reports|cluster-munition-monitor)[/-](20\d{2})\b/.exec(source)?.[1] ?? '';

// The first that knows the source names it.
const NAMINGS: readonly Naming[] = [
  (source) => (/\bUNTC\b|treaties\.un\.org/.test(source) ? 'UN Treaty Collection' : null),
  (source) => (/^UN Member States/.test(source) ? 'UN list of Member States; UN Treaty Collection' : null),
  (source) => (/concept note/i.test(source) ? "coordinators' concept note, Nov 2019" : null),
  (source) =>
    /^ISU list of overdue/.test(source) ? 'ISU list of initial reports not yet received, before Nov 2019' : null,
  (source) => (/^ISU\b/.test(source) ? (source.split(/[:(]/)[0]?.trim() ?? null) : null),
  (source, asOf) => {
    if (!/clusterconvention\.org|ccm\d?\.pronk\.se/.test(source)) return null;
    const day = dated(source);
    // A page that came later is not dated on an earlier day's card.
    return day === null || (asOf !== null && day > asOf) ? 'ISU page' : `ISU page, ${shortDate(day)}`;
  },
  (source) => (/the-monitor\.org/.test(source) ? `Cluster Munition Monitor ${edition(source)}`.trim() : null),
  (source) => (/mineactionreview\.org/.test(source) ? 'Mine Action Review' : null),
  (source) => (/^computed/.test(source) ? 'computed from entry into force' : null),
  (source) => /https?:\/\/(?:www\.)?([^/\s]+)/.exec(source)?.[1] ?? null,
];

function known(source: string, asOf: Day | null): string | null {
  for (const name of NAMINGS) {
    const title = name(source, asOf);
    if (title) return title;
  }
  return null;
}

/** A source in a few words, for the small print under a card: "ISU page, 4 Apr 2019", "UN Treaty Collection". */
export const sourceTitle = (source: string, asOf: Day | null = null): string =>
  known(source, asOf) ?? (source.split('(')[0]?.trim() || source);

/** The sources in a few words each, every one once, in the order given. */
export const sourceTitles = (sources: readonly string[], asOf: Day | null = null): readonly string[] => [
  ...new Set(sources.map((source) => sourceTitle(source, asOf))),
];

const LINK = /https?:\/\/[^\s;,)]+/;

/** A source as it is looked up: each document by its title, with its link where there is one. */
export const sourceInFull = (source: string, asOf: Day | null = null): string =>
  source
    .split(/\s+;\s+/)
    .map((part) => [known(part, asOf) ?? part, LINK.exec(part)?.[0]].filter(Boolean).join(': '))
    .join('; ');

/** What a date is counted from, its days written for people: "Art. 7.1: entry into force 1 Jun 2019 + 180 days". */
export const basisWords = (basis: string): string =>
  basis.replace(/\d{4}-\d{2}-\d{2}/g, (written) => shortDate(day(written)));
