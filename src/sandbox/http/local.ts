import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { DESK_SPAN } from '../../desk/time.ts';
import { perform } from '../acts/act.ts';
import { actShape, clockShape, faultShape } from '../acts/act-shape.ts';
import { done, refusedAct } from '../acts/outcome.ts';
import { movedTo } from '../clock.ts';
import type { Fault } from '../fault.ts';
import { calendarAct } from '../graph/acts.ts';
import type { ActAnswer, ClockMove } from '../protocol.ts';
import type { Sandbox } from '../sandbox.ts';
import { TEAM } from '../world/cast.ts';
import { viewFor } from '../world/view-of.ts';
import type { Doorman } from './doorman.ts';
import { takeFile } from './files.ts';
import { tellChanges } from './live.ts';
import { bodyOf, sendJson } from './requests.ts';

/** Moves the desk's clock, or says why it cannot stand there. */
export function moveClock(sandbox: Sandbox, move: ClockMove): ActAnswer {
  const to = movedTo(sandbox.clock.now(), move);
  if (to === 'unreadable')
    return refusedAct(
      'unreadable_instant',
      'This is not a date and time with its zone, such as 2019-11-18T09:00+01:00.',
    );
  if (to === 'outside') return refusedAct('outside', `The clock of the desk goes from ${DESK_SPAN}.`);
  sandbox.clock.set(to, move.frozen);
  sandbox.world.changed();
  return done;
}

/** Makes something go wrong, now or next time. */
export async function orderFault(sandbox: Sandbox, fault: Fault): Promise<ActAnswer> {
  if (fault.fault === 'disconnect') sandbox.sockets.disconnect(fault.reason);
  else if (fault.fault === 'events-limited') sandbox.deliver.limited();
  else if (fault.fault === 'redeliver') {
    if (!(await sandbox.deliver.again())) return refusedAct('no_event', 'There has been no event yet.');
  } else sandbox.faults.order(fault);
  return done;
}

const UNREADABLE = refusedAct('unreadable', 'This request cannot be read.');

async function jsonBody(request: IncomingMessage): Promise<unknown> {
  if (!(request.headers['content-type'] ?? '').startsWith('application/json')) return undefined;
  const body = await bodyOf(request);
  try {
    return JSON.parse(body ?? '');
  } catch {
    return undefined;
  }
}

/** Reads the body by its shape and answers with what `act` says; 400 when it does not fit. */
async function post<T>(
  request: IncomingMessage,
  response: ServerResponse,
  shape: z.ZodType<T>,
  act: (read: T) => Promise<ActAnswer> | ActAnswer,
): Promise<void> {
  const read = shape.safeParse(await jsonBody(request));
  if (!read.success) return sendJson(response, 400, UNREADABLE);
  sendJson(response, 200, await act(read.data));
}

export interface LocalParts {
  sandbox: Sandbox;
  doorman: Doorman;
  url: URL;
  reset(): Promise<void>;
}

/** The local endpoints between the page and the stand-in (see protocol.ts). */
export async function serveLocal(request: IncomingMessage, response: ServerResponse, parts: LocalParts): Promise<void> {
  const { sandbox, doorman, url } = parts;
  const refusal = doorman.refusal(request);
  if (refusal)
    return sendJson(response, 403, refusedAct(refusal, 'Open the address that the desk printed when it started.'));
  switch (`${request.method} ${url.pathname}`) {
    case 'GET /sandbox/state': {
      const first = sandbox.world.state.people[0]?.id ?? '';
      const view = viewFor(sandbox, url.searchParams.get('as') ?? first);
      return view
        ? sendJson(response, 200, view)
        : sendJson(response, 400, refusedAct('user_not_found', 'Nobody here has this id.'));
    }
    case 'GET /sandbox/words': {
      const person = url.searchParams.get('as') ?? '';
      // Whoever is of another workspace has no such command.
      const mayType = sandbox.world.person(person)?.team === TEAM.id;
      return sendJson(response, 200, mayType ? await sandbox.words(person) : { verbs: [], states: [] });
    }
    case 'GET /sandbox/events':
      return tellChanges(response, sandbox.world);
    case 'GET /sandbox/outlook': {
      const [from, until] = ['from', 'until'].map((name) => url.searchParams.get(name) ?? '');
      const seen = sandbox.outlook.seen(from ?? '', until ?? '');
      return sendJson(response, seen === null ? 400 : 200, seen ?? UNREADABLE);
    }
    case 'POST /sandbox/outlook':
      return post(request, response, calendarAct, (act) => sandbox.outlook.act(act));
    case 'POST /sandbox/file':
      return sendJson(response, 200, await takeFile(request, sandbox, url));
    case 'POST /sandbox/act':
      return post(request, response, actShape, (act) => perform(sandbox, act));
    case 'POST /sandbox/clock':
      return post(request, response, clockShape, (move) => moveClock(sandbox, move));
    case 'POST /sandbox/fault':
      return post(request, response, faultShape, (fault) => orderFault(sandbox, fault));
    case 'POST /sandbox/reset':
      await parts.reset();
      return sendJson(response, 200, done);
    default:
      return sendJson(response, 404, refusedAct('unknown', 'There is nothing here.'));
  }
}
