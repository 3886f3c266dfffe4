import { type Patience, waitFor } from './patience.ts';
import type { Answered, Asked, Wire } from './wire.ts';

const ATTEMPTS = 4;

/** Asks what changes nothing, and so may be asked again: when Graph is busy after the time it names, after its own errors soon. */
export async function askPatiently(
  wire: Wire,
  patience: Patience,
  asked: Asked,
  attempts = ATTEMPTS,
): Promise<Answered> {
  const answer = await wire.ask(asked);
  const failed = answer.kind === 'silence' || answer.status === 429 || answer.status >= 500;
  if (!failed || attempts <= 1 || patience.ended?.()) return answer;
  const wait = waitFor(answer.kind === 'answer' ? answer.headers.get('retry-after') : '1', patience.now());
  if (wait === null) return answer;
  await patience.wait(wait);
  return askPatiently(wire, patience, asked, attempts - 1);
}
