import type { Evidence } from '../treaty/evidence.ts';
import type { RequestStatus } from '../treaty/request-moves.ts';

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
  superseded: 'Replaced by another request',
};

export const statusWord = (status: RequestStatus): string => STATUS[status];

/** The same with the request that took its place, where there is one: "Replaced by AR-2018-010". */
export const standsAs = (status: RequestStatus, replacedBy: string | null): string =>
  status === 'superseded' && replacedBy !== null ? `Replaced by ${replacedBy}` : statusWord(status);

const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  baseline: 'baseline',
  people: 'people',
  area: 'area',
  national_plan: 'national plan',
  cost: 'cost',
  time_frame: 'time frame',
};

export const evidenceWord = (kind: Evidence): string => EVIDENCE_WORDS[kind];
