import type { Clock } from '../treaty/facts.ts';

/**
 * Whether the date itself is in doubt: an obligation that a source doubts or whose outcome is pending, or a request to
 * extend one. The date of a report is sure, also where its receipt is not on record.
 */
export const isDoubtful = ({ kind, status, confidence }: Clock): boolean =>
  kind === 'clearance' || kind === 'stockpile'
    ? status === 'uncertain'
    : kind === 'extension_request' && confidence === 'low';
