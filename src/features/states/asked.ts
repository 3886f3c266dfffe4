import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { inSentence, ownStateSentence } from '../../blocks/state-words.ts';
import { capital, listed, numberWord } from '../../blocks/words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import { groupedBy } from '../../treaty/grouped.ts';
import { type RequestStatus, STEPS } from '../../treaty/request-moves.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import type { NoLonger } from './no-longer.ts';

/** A theme in one or two words within a line: "clearance", "RRE", "victim assistance". */
const themeWord = (theme: Theme): string => {
  const { short } = THEME_WORDS[theme];
  return short === short.toUpperCase() ? short : short.charAt(0).toLowerCase() + short.slice(1);
};

/** "clearance, victim assistance". */
const themeList = (needs: readonly NeedRow[]): string =>
  [...new Set(needs.map(({ theme }) => themeWord(theme)))].join(', ');

/** What the State asked for, by the report it stands in; owners and the state of the work only for readers of the register. */
export function askedParagraph(
  needs: readonly NeedRow[],
  closed: readonly NeedRow[],
  noLonger: NoLonger | null,
  readsRegister: boolean,
): Mrkdwn | null {
  if (needs.length + closed.length === 0) return null;
  const lines = [...groupedBy(needs.toSorted(byYear), whereAsked)].flatMap(([where, inIt]) => {
    return [
      md`*Asked for*${where}`,
      md`${inIt.map(({ reference, theme }) => `${reference} ${themeWord(theme)}`).join(' · ')}`,
    ];
  });
  const ended =
    closed.length === 0
      ? []
      : [
          md`*Asked for, request closed since*`,
          md`${closed.map((need) => `${need.reference} ${themeWord(need.theme)}${readsRegister ? ` (${STATUS[need.status]})` : ''}`).join(' · ')}`,
        ];
  const work = readsRegister && needs.length > 0 ? [md`${workWords(needs)} ${missingWords(needs)}`] : [];
  const former =
    noLonger === null
      ? []
      : [md`*No longer asking* in the ${noLonger.year} Article 7 report: ${themeList(noLonger.needs)}`];
  return join([...former, ...lines, ...work, ...ended], '\n');
}

const byYear = (a: NeedRow, b: NeedRow): number => (b.reportingYear ?? 0) - (a.reportingYear ?? 0);

const INITIAL = /\binitial Article 7 report\b/i;

/** "in the 2018 Article 7 report", or where else. */
function whereAsked({ reportingYear, sources }: NeedRow): string {
  if (reportingYear !== null) return ` in the ${reportingYear} Article 7 report`;
  return INITIAL.test(sources[0]?.title ?? '') ? ' in the initial Article 7 report' : ', not in a report';
}

const STATUS: Readonly<Record<RequestStatus, string>> = {
  logged: 'logged',
  verified: 'verified',
  acknowledged: 'acknowledged',
  relayed: 'relayed',
  offered: 'offered',
  matched: 'matched',
  in_progress: 'in progress',
  fulfilled: 'fulfilled',
  on_hold: 'on hold',
  withdrawn: 'withdrawn',
  superseded: 'replaced',
};

function workWords(needs: readonly NeedRow[]): string {
  const statuses = [...new Set(needs.map(({ status }) => status))];
  const [only] = statuses;
  const counted = (status: RequestStatus): string =>
    `${numberWord(needs.filter((need) => need.status === status).length)} ${STATUS[status]}`;
  const status =
    statuses.length > 1 || only === undefined
      ? capital(listed(statuses.map(counted)))
      : needs.length === 1
        ? capital(STATUS[only])
        : `${needs.length === 2 ? 'Both' : 'All'} ${STATUS[only]}`;
  const owners = [...new Set(needs.flatMap(({ owner }) => owner?.name ?? []))];
  const unowned = needs.filter(({ owner }) => owner === null).length;
  const owned =
    unowned === needs.length
      ? 'without owner'
      : unowned === 0
        ? `owner: ${listed(owners)}`
        : `owner: ${listed(owners)}, ${numberWord(unowned)} without owner`;
  const relayed = STEPS.indexOf('relayed');
  const none = needs.every((need) => (STEPS as readonly RequestStatus[]).indexOf(need.status) < relayed);
  return `${[status, owned, none ? 'not relayed' : null].filter((part) => part !== null).join(', ')}.`;
}

const EVIDENCE_WORDS: readonly (readonly [Evidence, string])[] = [
  ['cost', 'amount'],
  ['area', 'area'],
  ['people', 'people'],
  ['national_plan', 'plan'],
];

/** "Amount, area, people, plan: not on record." for what none of the requests has. */
function missingWords(needs: readonly NeedRow[]): string {
  const missing = EVIDENCE_WORDS.filter(([kind]) => needs.every(({ evidence }) => !evidence.includes(kind))).map(
    ([, word]) => word,
  );
  return missing.length === 0 ? '' : `${capital(missing.join(', '))}: not on record.`;
}

/** Who handles the requests of a State that has a coordinator of its own; null when that is nobody in particular. */
export function handledWords(
  needs: readonly NeedRow[],
  stateName: string,
  handlers: readonly string[],
  own: boolean,
): string | null {
  if (needs.length === 0 || handlers.length === 0) return null;
  return own
    ? ownStateSentence(stateName, handlers)
    : `Handled by ${listed(handlers.map(inSentence))}: nobody handles their own State.`;
}

/** "Help asked, 2018 report", also where the request is closed since, or that no request is on record. */
export function victimAssistanceWords(
  needs: readonly NeedRow[],
  closed: readonly NeedRow[],
  noLonger: NoLonger | null,
): string {
  const open = needs.filter(({ theme }) => theme === 'VICTIM_ASSISTANCE');
  const ended = closed.filter(({ theme }) => theme === 'VICTIM_ASSISTANCE');
  const asked = open.length > 0 ? open : ended;
  if (asked.length === 0) return 'No request for help on record';
  const years = asked.flatMap(({ reportingYear }) => reportingYear ?? []);
  const last = noLonger?.needs.some(({ theme }) => theme === 'VICTIM_ASSISTANCE')
    ? `, not in that for ${noLonger.year}`
    : '';
  const since = open.length > 0 ? '' : '; request closed since';
  return `${years.length === 0 ? 'Help asked' : `Help asked, ${Math.max(...years)} report`}${last}${since}`;
}

/** "Asked for help with clearance, risk reduction education and victim assistance (2018 report)." */
export function askedSentence(needs: readonly NeedRow[], noLonger: NoLonger | null): string {
  if (needs.length === 0) return '';
  const themes = [...new Set(needs.map(({ theme }) => theme))].map((theme) =>
    theme === 'SURVEY_AND_CLEARANCE' ? 'clearance' : THEME_WORDS[theme].name,
  );
  const years = [...new Set(needs.flatMap(({ reportingYear }) => reportingYear ?? []))].toSorted();
  const from = years.length === 0 ? '' : ` (${listed(years.map(String))} report${years.length > 1 ? 's' : ''})`;
  const former =
    noLonger === null ? '' : ` No longer asking in the ${noLonger.year} report: ${themeList(noLonger.needs)}.`;
  return `Asked for help with ${listed(themes)}${from}.${former}`;
}
