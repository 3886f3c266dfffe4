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
  superseded: 'Superseded by a later report',
};

export const statusWord = (status: RequestStatus): string => STATUS[status];

const EVIDENCE_WORDS: Readonly<Record<Evidence, string>> = {
  baseline: 'baseline',
  people: 'people',
  area: 'area',
  national_plan: 'national plan',
  cost: 'cost',
  time_frame: 'time frame',
};

export const evidenceWord = (kind: Evidence): string => EVIDENCE_WORDS[kind];
