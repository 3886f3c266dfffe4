import { LIMITS, lengthOf } from '../../blocks/limits.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import { readDeadline, readVagueDate } from '../../desk/typed-date.ts';
import type { Day } from '../../treaty/day.ts';
import type { Confidence, TreatyRecord } from '../../treaty/facts.ts';
import { computedDeadline } from '../../treaty/warnings.ts';
import { LONGEST_REASON, LONGEST_SOURCE } from './correct-modal.ts';
import { type CorrectionDraft, FIELD, TAKE_BACK } from './draft.ts';
import type { EventInput } from './input.ts';

export type CorrectionInput =
  | { kind: 'event'; input: EventInput }
  | { kind: 'take_back'; id: string; reason: string }
  | { kind: 'errors'; errors: Record<string, string> };

const CONFIDENCES: readonly string[] = ['high', 'medium', 'low'] satisfies Confidence[];

/** Checks the form; every wrong or missing field is named by its block, so that nothing typed is lost. */
export function correctionIn(
  draft: CorrectionDraft,
  values: ViewValues,
  record: TreatyRecord,
  today: Day,
): CorrectionInput {
  const { state, target, happened, reason } = draft;
  const wrong = (problems: Readonly<Record<string, string | null>>): CorrectionInput => ({
    kind: 'errors',
    errors: Object.fromEntries(
      Object.entries(problems).flatMap(([action, problem]) =>
        problem === null ? [] : [[blockOf(values, action), problem]],
      ),
    ),
  });
  if (state === null) return wrong({ [FIELD.state]: 'Please choose a State from the list.' });
  if (target === '') return wrong({ [FIELD.target]: 'Please choose the entry that is wrong, or what is missing.' });
  if (happened === '') return wrong({ [FIELD.happened]: 'Please say what happened.' });
  const corrects = target.startsWith('event:') ? target.slice(6) : null;
  const corrected = record.events.find(({ id }) => id === corrects) ?? null;
  const why = reasonProblem(reason, corrects !== null);
  if (happened === TAKE_BACK)
    return why === null && corrects !== null
      ? { kind: 'take_back', id: corrects, reason }
      : wrong({ [FIELD.reason]: why });
  const obligation = {
    article: (corrected?.article ?? (target === 'new:3' ? 3 : 4)) as 3 | 4,
    newRemnants: corrected?.newRemnants ?? target === 'new:4b',
  };
  const date = readVagueDate(draft.when, today);
  const until = readDeadline(draft.until, today);
  const base = happened === 'obligation' || happened === 'obligation_unclear';
  const facts = record.states.find(({ iso3 }) => iso3 === state.iso3);
  const computed = base && date.ok && facts ? computedDeadline({ ...obligation, date: date.value }, facts) : null;
  const deadline = until.ok ? (until.value ?? computed) : null;
  const needsDeadline = (happened === 'extension_granted' || base) && until.ok && date.ok && deadline === null;
  const problems = {
    [FIELD.when]: date.ok ? null : date.problem,
    [FIELD.until]: until.ok
      ? needsDeadline
        ? 'Please give the deadline: the day until which it is granted or lasts.'
        : null
      : until.problem,
    [FIELD.source]: sourceProblem(draft.source),
    [FIELD.reason]: why,
  };
  if (Object.values(problems).some((problem) => problem !== null) || !date.ok || !until.ok) return wrong(problems);
  return {
    kind: 'event',
    input: {
      state: state.iso3,
      ...obligation,
      corrects,
      event: happened,
      date: date.value,
      until: base || happened === 'extension_granted' ? deadline : null,
      meeting: draft.meeting === '' ? null : draft.meeting,
      confidence: CONFIDENCES.includes(draft.confidence) ? (draft.confidence as Confidence) : 'high',
      source: draft.source,
      reason,
      seen: draft.seen,
    },
  };
}

function reasonProblem(reason: string, correcting: boolean): string | null {
  if (reason === '') return correcting ? 'Please say why: the earlier entry stays on record with this reason.' : null;
  return lengthOf(reason) > LONGEST_REASON ? `Please keep it to ${LONGEST_REASON} characters.` : null;
}

/** What is wrong with a source; null where nothing is. */
export function sourceProblem(source: string): string | null {
  if (source === '') return 'Please say which document or person says so.';
  return lengthOf(source) > Math.min(LONGEST_SOURCE, LIMITS.plainInput)
    ? `Please keep it to ${LONGEST_SOURCE} characters.`
    : null;
}
