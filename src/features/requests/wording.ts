import type { Temporal } from 'temporal-polyfill';
import { longDate, shortDate } from '../../blocks/dates.ts';
import { evidenceWord } from '../../blocks/request-words.ts';
import { inSentence } from '../../blocks/state-words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import type { Day } from '../../treaty/day.ts';
import { EVIDENCE, type Evidence } from '../../treaty/evidence.ts';
import type { Clock } from '../../treaty/facts.ts';
import { type RequestStatus, STEPS, stepOf } from '../../treaty/request-moves.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import type { LogInput } from './input.ts';

const NEXT: Partial<Record<RequestStatus, string>> = {
  verified: 'acknowledge',
  acknowledged: 'relay',
  relayed: 'an offer',
  offered: 'match',
  matched: 'begin',
  in_progress: 'fulfil',
};

/** "step 1 of 8 · next: verify (attach the report itself)", where it was asked in one; empty for a status beside the road. */
export function stepWords({ status, sources, reportingYear }: NeedRow): string {
  const step = stepOf(status);
  if (step === null) return '';
  const missing = reportingYear !== null && !sources.some(({ kind }) => kind === 'article7_report');
  const verify = missing ? 'verify (attach the report itself)' : 'verify';
  const next = status === 'logged' ? verify : NEXT[status];
  return `, step ${step} of ${STEPS.length}${next ? ` · next: ${next}` : ''}`;
}

/** What is on record of the evidence, and what is missing, in words. */
export function evidenceWords(evidence: readonly Evidence[]): { onRecord: string; missing: string } {
  const words = (held: boolean): string =>
    EVIDENCE.filter((kind) => evidence.includes(kind) === held)
      .map(evidenceWord)
      .join(', ');
  return { onRecord: words(true) || 'none', missing: words(false) };
}

/** Whether and how far the request may be shared. */
export function sharingWords(
  { sharing, sharingBasis }: Pick<NeedRow, 'sharing' | 'sharingBasis'>,
  stateName: string,
): string {
  const ask = `Anything more: ask ${inSentence(stateName)} first`;
  if (sharing === 'published') return `Yes, as ${sharingBasis}. ${ask}`;
  if (sharing === 'agreed') return `With partners: yes, ${sharingBasis}. In public: only as published`;
  return `No: it stays with coordinators and the ISU. ${ask}`;
}

type Basis = Pick<LogInput, 'state' | 'sharing' | 'reportingYear' | 'where'>;

/** The basis of sharing as it is kept with a request: where published, or who noted the State's agreement and when. */
export function basisOf({ state, sharing, reportingYear, where }: Basis, by: string, at: Temporal.Instant): string {
  if (sharing === 'published')
    return reportingYear === null ? `published (${where})` : `published in the ${reportingYear} report`;
  if (sharing === 'agreed')
    return `agreed by ${inSentence(state.name)} (noted by ${by}, ${shortDate(dayIn(DESK_ZONE, at))})`;
  return 'not to be shared';
}

/** A source as it is printed: "letter of the Permanent Mission, 20 Nov 2019". */
export const sourceTitle = ({ source, date }: Pick<LogInput, 'source' | 'date'>): string =>
  source.includes(shortDate(date)) ? source : `${source}, ${shortDate(date)}`;

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

/** The treaty's deadline in a sentence, for the plain text: "Article 4 deadline 1 May 2021."; empty where there is none. */
export function deadlineSentence(theme: Theme, clocks: readonly Clock[]): string {
  const kind = theme === 'SURVEY_AND_CLEARANCE' ? 'clearance' : theme === 'STOCKPILE_DESTRUCTION' ? 'stockpile' : null;
  const clock = clocks.find((each) => each.kind === kind);
  if (clock === undefined || clock.status === 'completed') return '';
  const doubt = clock.status === 'uncertain' ? ', to be confirmed' : '';
  return ` Article ${clock.article} deadline ${longDate(clock.due)}${doubt}.`;
}
