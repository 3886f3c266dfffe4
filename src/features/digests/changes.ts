import { kindWithArticle } from '../../blocks/clock-words.ts';
import { shortDate } from '../../blocks/dates.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { listed } from '../../blocks/words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { toBeConfirmed } from '../../treaty/agenda.ts';
import type { Clock } from '../../treaty/facts.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { DigestFacts } from './read.ts';

const keyOf = ({ state, kind, article, newRemnants, year, meeting }: Clock): string =>
  [state, kind, article, newRemnants, year, meeting].join(' ');

const isReport = ({ kind }: Clock): boolean => kind === 'initial_report' || kind === 'annual_report';

/** What the record says of a date now that it did not say then, in words; null where it says the same. */
function changed(before: Clock | undefined, now: Clock): string | null {
  if (now.status === 'completed' && before?.status !== 'completed') {
    const when = now.completed === null ? null : vagueWords(now.completed);
    if (isReport(now)) return `in${when === null ? '' : ` (${when})`}`;
    return now.kind === 'extension_request' ? 'request on record' : (when ?? 'completed');
  }
  if (isReport(now) && now.outstanding === 'confirmed' && before?.outstanding !== 'confirmed')
    return 'not yet received, by the word of the ISU';
  if (before === undefined) return isReport(now) || now.kind === 'extension_request' ? null : shortDate(now.due);
  if (before.due !== now.due && now.kind !== 'extension_request')
    return `${shortDate(before.due)} → ${shortDate(now.due)}`;
  if (before.status === 'completed' && now.status !== 'completed') return 'no longer on record as completed';
  if (toBeConfirmed(before) === toBeConfirmed(now)) return null;
  return toBeConfirmed(now) ? 'to be confirmed' : `${shortDate(now.due)}, confirmed`;
}

/** "AR-2019-001 Chad, victim assistance": with its reference for those who read the register. */
const requested = (need: NeedRow, nameOf: (iso3: string) => string, audience: DigestFacts['audience']): string =>
  `${audience !== 'facts' ? `${need.reference} ` : ''}${nameOf(need.state)}, ${THEME_WORDS[need.theme].name}`;

/** What was recorded since the last digest, line by line: corrections and decisions, reports, requests. Empty when nothing was. */
export function changesIn({ record, clocks, needs, since, audience }: DigestFacts): readonly Mrkdwn[] {
  if (since === null) return [];
  const nameOf = (iso3: string): string => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const then = new Map(since.clocks.map((clock) => [keyOf(clock), clock]));
  const marked = new Set(record.years.map(({ id }) => id));
  const lines = clocks.flatMap((now) => {
    const said = changed(then.get(keyOf(now)), now);
    if (said === null) return [];
    // A year that was marked as complete is told once, not for each of its States.
    if (now.outstanding !== null && now.facts.some((id) => marked.has(id)))
      return [md`• *All States Parties* · ${kindWithArticle(now)} · the year is marked as complete`];
    return [md`• *${nameOf(now.state)}* · ${kindWithArticle(now)} · ${said}`];
  });
  const dates = [...new Map(lines.map((line) => [line.text, line])).values()];
  const fresh = needs.filter(({ recordedAt }) => recordedAt.epochMilliseconds > since.at.epochMilliseconds);
  const asked = fresh.map((need) => requested(need, nameOf, audience));
  return asked.length === 0
    ? dates
    : [...dates, md`• ${asked.length === 1 ? 'Request' : 'Requests'} logged: ${listed(asked)}`];
}
