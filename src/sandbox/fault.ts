/** Something that goes wrong on purpose, the next `times` times (once by default). */
export type Fault =
  /** Acknowledgements that reach Slack late, or never. */
  | { fault: 'late-acks'; milliseconds: number; times?: number }
  | { fault: 'lost-acks'; times?: number }
  /** The method answers with an HTTP status and a page of HTML, as a proxy would. */
  | { fault: 'broken'; method: string; status: 500 | 502 | 503; times?: number }
  | { fault: 'refuse'; method: string; error: string; times?: number }
  | { fault: 'ratelimit'; method: string; retryAfter: number; times?: number }
  /** The method takes effect, and the connection breaks before the answer. */
  | { fault: 'answer-lost'; method: string; times?: number }
  | { fault: 'disconnect'; reason: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets' }
  /** The last event once more, with its event_id. */
  | { fault: 'redeliver' }
  /** Slack says that there were too many events (`app_rate_limited`): an envelope without an event in it. */
  | { fault: 'events-limited' }
  | { fault: 'none' };

/** A fault that is still to happen `left` times. */
export interface OrderedFault {
  fault: Fault;
  left: number;
}
