import { longDate } from '../../blocks/dates.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { listed } from '../../blocks/words.ts';
import type { Day } from '../../treaty/day.ts';
import type { ClockKind } from '../../treaty/facts.ts';
import type { Dates } from './compose.ts';
import type { Article, Wanted } from './wanted.ts';

const KINDS: Readonly<Record<ClockKind, string>> = {
  clearance: 'clearance (Article 4)',
  stockpile: 'stockpile destruction (Article 3)',
  initial_report: 'initial reports (Article 7)',
  annual_report: 'annual reports (Article 7)',
  extension_request: 'extension requests',
};

const ARTICLES: Readonly<Record<Article, string>> = {
  3: 'stockpile destruction (Article 3)',
  4: 'clearance (Article 4)',
  7: 'reports (Article 7)',
};

/** The question shown back: what, whose, how it stands, in which window. */
export function understoodAs(wanted: Wanted, nameOf: (iso3: string) => string, { span }: Dates): string {
  const { states, regions, statuses, undated } = wanted;
  const whose = [
    ...states.map((iso3) => inSentence(nameOf(iso3))),
    ...(regions.length === 0 ? [] : [`States in ${listed(regions)} (UN M49)`]),
  ];
  return [
    whatOf(wanted),
    whose.length === 0 ? null : listed(whose),
    statuses.length === 0 ? null : statuses.join(' or '),
    windowOf(wanted, span.until),
    undated.length === 0 ? null : `no date in the Convention for ${listed(undated)}`,
  ]
    .filter((part) => part !== null)
    .join(' · ');
}

function whatOf({ kinds, articles, reportYear }: Wanted): string {
  const reports = reportYear === null ? '' : ` for ${reportYear}`;
  const named = kinds.map((kind) => (kind === 'annual_report' ? `annual reports${reports} (Article 7)` : KINDS[kind]));
  if (articles.length === 0) return named.length === 0 ? 'dates under Articles 3, 4 and 7' : listed(named);
  const obligations = articles.filter((article) => article !== 7);
  // "clearance extension requests" are one thing; so are "annual reports" where Article 7 is named as well.
  const requests = kinds.includes('extension_request') && obligations.length > 0;
  const narrowed = kinds.some((kind) => kind === 'initial_report' || kind === 'annual_report');
  const whole = articles
    .filter((article) => (article === 7 ? !narrowed : !requests))
    .map((article) => ARTICLES[article]);
  const parts = kinds.map((kind, at) =>
    kind === 'extension_request' && requests
      ? `extension requests for ${listed(obligations.map((article) => ARTICLES[article]))}`
      : (named[at] ?? ''),
  );
  return listed([...whole, ...parts]);
}

function windowOf({ kinds, articles, states, regions, statuses, from, until, everything }: Wanted, year: Day): string {
  if (from !== null && until !== null)
    return from === until ? `on ${longDate(from)}` : `from ${longDate(from)} until ${longDate(until)}`;
  if (until !== null) return `what has passed, and until ${longDate(until)}`;
  if (from !== null) return `from ${longDate(from)} on`;
  if (statuses.length > 0) return 'whenever due';
  const narrow = !everything && [kinds, articles, states, regions].every((each) => each.length === 0);
  return narrow ? `what has passed, and until ${longDate(year)}` : 'all that lies ahead, and what has passed';
}
