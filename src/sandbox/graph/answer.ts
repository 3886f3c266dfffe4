import type { deltaOver } from './delta.ts';
import { changeEvent, createEvent, deleteEvent, type Habits, instancesOf, listEvents, readEvent } from './events.ts';
import type { GraphFaults } from './faults.ts';
import type { Lanes } from './lanes.ts';
import type { Mailbox } from './mailbox.ts';
import { type GraphReply, type GraphRequest, notFound, refusal, reply } from './reply.ts';
import type { Subscriptions } from './subscriptions.ts';

export interface AnswerParts {
  mailbox: Mailbox;
  delta: ReturnType<typeof deltaOver>;
  faults: GraphFaults;
  lanes: Lanes;
  subscriptions: Subscriptions;
  habits(): Habits;
  /** How long each request takes, in ms. */
  serviceMs(): number;
}

/** Nothing is answered: the connection is cut. */
export const SILENCE = Symbol('silence');

const wait = (ms: number): Promise<void> =>
  ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();

/** One request, whether it came alone or in a batch. */
export async function answer(parts: AnswerParts, request: GraphRequest): Promise<GraphReply | typeof SILENCE> {
  const { faults, lanes } = parts;
  const key = `${request.method} ${request.path} ${JSON.stringify(request.body)}`;
  let silent = false;
  const outcome = await lanes.run(key, async () => {
    const fault = faults.take(request, 'status', 'silence');
    await wait(parts.serviceMs());
    if (fault === null) return perform(parts, request);
    const done = fault.done === true ? await perform(parts, request) : null;
    if (fault.fault === 'silence') {
      silent = true;
      return done ?? reply(200);
    }
    const { status, code = 'generalException', retryAfter } = fault;
    if (retryAfter !== undefined && /^\d+$/.test(retryAfter)) lanes.tellToWait(key, Number(retryAfter) * 1_000);
    return refusal(status, code, 'As it was ordered.', retryAfter === undefined ? {} : { 'Retry-After': retryAfter });
  });
  return silent ? SILENCE : outcome;
}

async function perform(parts: AnswerParts, request: GraphRequest): Promise<GraphReply> {
  const { mailbox } = parts;
  const [head, ...rest] = request.path
    .split('/')
    .filter((each) => each !== '')
    .map(decodeURIComponent);
  if (head === 'subscriptions') return parts.subscriptions.answer(request, rest);
  const [address, ...below] = rest;
  if (head !== 'users' || address === undefined)
    return refusal(400, 'BadRequest', 'Resource not found for the segment.');
  if (address.toLowerCase() !== mailbox.address.toLowerCase())
    return refusal(
      403,
      'ErrorAccessDenied',
      'Access to OData is disabled: the policy of the application excludes this mailbox.',
    );
  const named = below[0] === 'calendars';
  const calendar = named ? (below[1] ?? '') : '';
  const within = named ? below.slice(2) : below[0] === 'calendar' ? below.slice(1) : below;
  return inCalendar(parts, request, calendar, within);
}

function inCalendar(
  parts: AnswerParts,
  request: GraphRequest,
  calendar: string,
  [what, id, more]: readonly string[],
): GraphReply {
  const { mailbox } = parts;
  const { method } = request;
  if (what === undefined && method === 'GET') return reply(200, { id: 'calendar', name: 'Calendar' });
  if (what === 'calendarView' && id === 'delta' && method === 'GET') return parts.delta.answer(request, calendar);
  if (what !== 'events') return refusal(400, 'BadRequest', 'Resource not found for the segment.');
  if (id === undefined) {
    if (method === 'POST') return createEvent(mailbox, request, calendar, parts.habits());
    return method === 'GET' ? listEvents(mailbox, request, calendar) : refusal(405, 'MethodNotAllowed', 'Not allowed.');
  }
  const event = mailbox.byId(id);
  if (event === null) return notFound();
  if (more === 'instances' && method === 'GET') return instancesOf(request, event);
  if (more !== undefined) return refusal(400, 'BadRequest', 'Resource not found for the segment.');
  if (method === 'PATCH') return changeEvent(mailbox, request, event, parts.habits());
  if (method === 'DELETE') return deleteEvent(mailbox, request, event);
  return readEvent(request, event);
}
