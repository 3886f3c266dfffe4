import type { Day } from '../../treaty/day.ts';
import type { ClockKind } from '../../treaty/facts.ts';
import type { Article, Wanted } from './wanted.ts';

const ARTICLES: Readonly<Record<Article, string>> = { 3: 'stockpiles', 4: 'clearance', 7: 'reports' };
const KINDS: Partial<Record<ClockKind, string>> = {
  initial_report: 'initial reports',
  extension_request: 'extension requests',
};

/** The words that ask for exactly `wanted`: for buttons, and to be typed again. They read as the desk itself would say it. */
export function questionOf(wanted: Wanted, nameOf: (iso3: string) => string): string {
  const { kinds, articles, states, regions, statuses, reportYear, asOf } = wanted;
  return [
    ...articles.map((article) => ARTICLES[article]),
    ...kinds.map((kind) => KINDS[kind] ?? `annual reports${reportYear === null ? '' : ` for ${reportYear}`}`),
    ...states.map((iso3) => nameOf(iso3)),
    ...regions,
    ...windowOf(wanted),
    ...statuses,
    ...(asOf === null ? [] : [`as of ${asOf}`]),
  ].join(' ');
}

function windowOf({ from, until, everything }: Wanted): readonly string[] {
  if (from !== null && until === null) return [`from ${from}`];
  const all = everything ? ['all'] : [];
  if (until === null) return all;
  if (from === null) return [`until ${until}`, ...all];
  return [between(from, until), ...all];
}

function between(from: Day, until: Day): string {
  if (from === until) return from;
  const [first, last] = [from.slice(0, 4), until.slice(0, 4)];
  if (from !== `${first}-01-01` || until !== `${last}-12-31`) return `from ${from} until ${until}`;
  return first === last ? first : `${first}-${last}`;
}
