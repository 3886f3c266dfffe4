import type { Act, ActAnswer, ClockMove, WorldView } from '../../protocol.ts';

const UNREACHED: ActAnswer = {
  ok: false,
  error: 'unreached',
  shown: 'The sandbox does not answer. Is it still running?',
};

const isAnswer = (value: unknown): value is ActAnswer => typeof value === 'object' && value !== null && 'ok' in value;

async function post(path: string, body: Act | ClockMove | object): Promise<ActAnswer> {
  try {
    const response = await fetch(`/sandbox/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    const answer: unknown = await response.json();
    return isAnswer(answer) ? answer : UNREACHED;
  } catch {
    return UNREACHED;
  }
}

/** Does what a person did; a refusal or a sandbox that is gone is an answer, never an exception. */
export const act = (what: Act): Promise<ActAnswer> => post('act', what);
export const moveClock = (move: ClockMove): Promise<ActAnswer> => post('clock', move);
export const reset = (): Promise<ActAnswer> => post('reset', {});

/** The world as `as` may see it, as whoever comes first without one; null when the sandbox does not answer. */
export async function worldSeenBy(as: string | null): Promise<WorldView | null> {
  try {
    const response = await fetch(as === null ? '/sandbox/state' : `/sandbox/state?as=${encodeURIComponent(as)}`);
    return response.ok ? ((await response.json()) satisfies WorldView) : null;
  } catch {
    return null;
  }
}
