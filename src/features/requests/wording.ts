import { dateSeenFrom, shortDate } from '../../blocks/dates.ts';
import { inSentence } from '../../blocks/state-words.ts';
import type { Evidence, NeedRow, Sharing } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import type { Clock } from '../../treaty/facts.ts';
import { type RequestStatus, STEPS, stepOf } from '../../treaty/request-moves.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';

const STATUS: Readonly<Record<RequestStatus, string>> = {
  logged: 'Logged',
  verified: 'Verified',
  acknowledged: 'Acknowledged',
  relayed: 'Relayed',
  offered: 'Offered',
  matched: 'Matched',
  in_progress: 'In progress',
  fulfilled: 'Fulfilled',
  on_hold: 'On hold',
  withdrawn: 'Withdrawn',
  superseded: 'Superseded by a later report',
};

export const statusWord = (status: RequestStatus): string => STATUS[status];

const NEXT: Partial<Record<RequestStatus, string>> = {
  verified: 'acknowledge',
  acknowledged: 'relay',
  relayed: 'an offer',
  offered: 'match',
  matched: 'begin',
  in_progress: 'fulfil',
};

/** "step 1 of 8 · next: verify (attach the report itself)"; empty for a status beside the road. */
export function stepWords({ status, sources }: NeedRow): string {
  const step = stepOf(status);
  if (step === null) return '';
  const verify = sources.some(({ kind }) => kind === 'article7_report')
    ? 'verify'
    : 'verify (attach the report itself)';
  const next = status === 'logged' ? verify : NEXT[status];
  return `, step ${step} of ${STEPS.length}${next ? ` · next: ${next}` : ''}`;
}

const EVIDENCE: Readonly<Record<Evidence, string>> = {
  baseline: 'baseline',
  people: 'people',
  area: 'area',
  national_plan: 'national plan',
  cost: 'cost',
  time_frame: 'time frame',
};

/** What is on record of the evidence, and what is missing, in words. */
export function evidenceWords(evidence: readonly Evidence[]): { onRecord: string; missing: string } {
  const all = Object.entries(EVIDENCE) as [Evidence, string][];
  const words = (held: boolean): string =>
    all
      .filter(([kind]) => evidence.includes(kind) === held)
      .map(([, word]) => word)
      .join(', ');
  return { onRecord: words(true) || 'none', missing: words(false) };
}

/** Whether and how far the request may be shared. */
export function sharingWords(
  { sharing, sharingBasis }: Pick<NeedRow, 'sharing' | 'sharingBasis'>,
  stateName: string,
): string {
  const ask = `Anything more: ask ${inSentence(stateName)} first`;
  if (sharing === 'published') return `Yes, as ${sharingBasis}.\n${ask}`;
  if (sharing === 'agreed') return `With partners: yes, ${sharingBasis}.\nIn public: only as published`;
  return `No: it stays with the coordinators and the ISU.\n${ask}`;
}

/** The basis of sharing, as it is kept with a request that a person logs. */
export function basisOf(sharing: Sharing, stateName: string, source: string, by: string, on: Day): string {
  if (sharing === 'published') return `published by ${inSentence(stateName)} (${source})`;
  if (sharing === 'agreed') return `agreed by ${inSentence(stateName)} (noted by ${by}, ${shortDate(on)})`;
  return 'not to be shared';
}

/** The treaty's date that the request serves, from the State's clocks on `today`. */
export function servedDeadline(theme: Theme, clocks: readonly Clock[], today: Day): string {
  const { article } = THEME_WORDS[theme];
  if (theme === 'VICTIM_ASSISTANCE') return 'Art. 5 sets no deadline';
  if (theme !== 'SURVEY_AND_CLEARANCE' && theme !== 'STOCKPILE_DESTRUCTION')
    return article === null ? 'Not covered by the Convention' : `Art. ${article}: no deadline of its own`;
  const number = theme === 'SURVEY_AND_CLEARANCE' ? 4 : 3;
  const clock = clocks.find(({ kind }) => kind === (number === 4 ? 'clearance' : 'stockpile'));
  if (clock === undefined) return `Art. ${number}: no obligation on record`;
  if (clock.status === 'completed') return `Art. ${number}: completed`;
  if (clock.status === 'uncertain') return `Art. ${number} · to be confirmed`;
  const request = clocks.find(
    ({ kind, article: of, status, due }) =>
      kind === 'extension_request' && of === number && status === 'open' && due >= today,
  );
  const passed = clock.due < today ? ', passed, no outcome on record' : '';
  return `Art. ${number} · ${shortDate(clock.due)}${passed}${request ? ` · extension request by ${shortDate(request.due)}` : ''}`;
}

/** Where the request came from, for a line of small print: "published in the 2018 report". */
export const cameFrom = ({ reportingYear, sources }: NeedRow): string =>
  reportingYear === null ? (sources[0]?.title ?? 'source not on record') : `${reportingYear} Article 7 report`;

export const seenFrom = (today: Day, date: Day | null): string => (date === null ? '' : dateSeenFrom(today, date));
