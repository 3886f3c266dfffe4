import type { Fault } from '../../fault.ts';

/** A fault of the Web API that one orders by its method. */
export type Kind = 'ratelimit' | 'broken' | 'refuse' | 'answer-lost';

export const KINDS: readonly { kind: Kind; text: string }[] = [
  { kind: 'ratelimit', text: 'Too many calls (429)' },
  { kind: 'broken', text: 'The server is broken (502)' },
  { kind: 'refuse', text: 'Slack refuses it' },
  { kind: 'answer-lost', text: 'It is done, but the answer is lost' },
];

/** What is asked for beside the kind: a number of seconds, or Slack's error code. */
export const DETAILS: Readonly<Record<Kind, { label: string; first: string } | null>> = {
  ratelimit: { label: 'Seconds to wait (Retry-After)', first: '5' },
  broken: null,
  refuse: { label: "Slack's error code", first: 'internal_error' },
  'answer-lost': null,
};

/** The fault as it is ordered; null while its detail does not fit. */
export function faultOf(kind: Kind, method: string, detail: string, times: number): Fault | null {
  const often = { method, times };
  switch (kind) {
    case 'ratelimit':
      return /^[1-9]\d{0,3}$/.test(detail) && Number(detail) <= 3_600
        ? { fault: kind, retryAfter: Number(detail), ...often }
        : null;
    case 'broken':
      return { fault: kind, status: 502, ...often };
    case 'refuse':
      return /^[a-z][a-z_]*$/.test(detail) ? { fault: kind, error: detail, ...often } : null;
    case 'answer-lost':
      return { fault: kind, ...often };
  }
}

/** What is going to happen, in words. */
export function faultWords(fault: Fault): string {
  switch (fault.fault) {
    case 'late-acks':
      return `An acknowledgement comes ${fault.milliseconds / 1_000} seconds late`;
    case 'lost-acks':
      return 'An acknowledgement is lost';
    case 'broken':
      return `${fault.method}: the server is broken (${fault.status})`;
    case 'refuse':
      return `${fault.method}: refused with ${fault.error}`;
    case 'ratelimit':
      return `${fault.method}: too many calls, wait ${fault.retryAfter} seconds`;
    case 'answer-lost':
      return `${fault.method}: done, and the answer lost`;
    case 'disconnect':
      return `The connections close (${fault.reason})`;
    case 'redeliver':
      return 'The last event comes again';
    case 'events-limited':
      return 'Slack says that there were too many events';
    case 'none':
      return 'Nothing goes wrong';
  }
}
