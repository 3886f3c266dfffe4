import type { Fault } from '../../fault.ts';
import type { OutlookAct, SeenCalendar } from '../../outlook-protocol.ts';
import type { Act, ActAnswer, ClockMove, TypedWords, WorldView } from '../../protocol.ts';

const UNREACHED: ActAnswer = {
  ok: false,
  error: 'unreached',
  shown: 'The sandbox does not answer. Is it still running?',
};

const isAnswer = (value: unknown): value is ActAnswer => typeof value === 'object' && value !== null && 'ok' in value;

async function post(path: string, body: BodyInit, type: string): Promise<ActAnswer> {
  try {
    const response = await fetch(`/sandbox/${path}`, { method: 'POST', headers: { 'content-type': type }, body });
    const answer: unknown = await response.json();
    return isAnswer(answer) ? answer : UNREACHED;
  } catch {
    return UNREACHED;
  }
}

const postJson = (path: string, body: Act | ClockMove | Fault | object): Promise<ActAnswer> =>
  post(path, JSON.stringify(body), 'application/json');

/** Does what a person did; a refusal or a sandbox that is gone is an answer, never an exception. */
export const act = (what: Act): Promise<ActAnswer> => postJson('act', what);
export const moveClock = (move: ClockMove): Promise<ActAnswer> => postJson('clock', move);
export const orderFault = (fault: Fault): Promise<ActAnswer> => postJson('fault', fault);
export const actInOutlook = (what: OutlookAct): Promise<ActAnswer> => postJson('outlook', what);
export const reset = (): Promise<ActAnswer> => postJson('reset', {});

/** Sends a file that `as` has chosen; the answer carries its id. */
export const sendFile = (as: string, file: File): Promise<ActAnswer> =>
  post(`file?${new URLSearchParams({ as, name: file.name })}`, file, 'application/octet-stream');

/** What `as` may type after the app's command; nothing where the sandbox cannot say. */
export async function wordsFor(as: string): Promise<TypedWords> {
  try {
    const response = await fetch(`/sandbox/words?as=${encodeURIComponent(as)}`);
    if (response.ok) return (await response.json()) satisfies TypedWords;
  } catch {
    // Whether the sandbox answers at all is said elsewhere on the page.
  }
  return { verbs: [], states: [] };
}

/** What stands in Outlook from a day until before another; null where the sandbox cannot say. */
export async function calendarOf(from: string, until: string): Promise<SeenCalendar | null> {
  try {
    const response = await fetch(`/sandbox/outlook?${new URLSearchParams({ from, until })}`);
    return response.ok ? ((await response.json()) satisfies SeenCalendar) : null;
  } catch {
    // Whether the sandbox answers at all is said elsewhere on the page.
    return null;
  }
}

/** The world as the page has it: what it saw last, and whether the sandbox answers and lets this page in. */
export type Look = { world: WorldView } | { world: null; why: 'unreached' | 'locked' };

/** The world as `as` may see it; as whoever comes first when `as` is null, or nobody there. */
export async function look(as: string | null): Promise<Look> {
  try {
    const response = await fetch(as === null ? '/sandbox/state' : `/sandbox/state?as=${encodeURIComponent(as)}`);
    if (response.ok) return { world: (await response.json()) satisfies WorldView };
    if (response.status === 400 && as !== null) return look(null);
    return { world: null, why: response.status === 403 ? 'locked' : 'unreached' };
  } catch {
    return { world: null, why: 'unreached' };
  }
}
