import { addMonths, type Day } from './day.ts';

/**
 * Art. 20.3: a withdrawal takes effect six months after the depositary received it; for a State that is then in an armed
 * conflict not before its end. Null while that conflict goes on.
 */
export function withdrawalInEffect(received: Day, conflict: { ended: Day | null } | null = null): Day | null {
  const regular = addMonths(received, 6);
  if (conflict === null) return regular;
  return conflict.ended !== null && conflict.ended < regular ? regular : conflict.ended;
}
