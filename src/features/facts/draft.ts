import { z } from 'zod';
import { shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { byAction, textOf } from '../../desk/form-values.ts';
import type { Iso3, ObligationEvent, ObligationEventKind } from '../../treaty/facts.ts';

/** What the form in which an obligation is corrected holds, typed or filled in for the person. */
export interface CorrectionDraft {
  state: { iso3: Iso3; name: string } | null;
  /** `event:<id>` of the event that is wrong, or `new:4`, `new:3`, `new:4b` for one that is missing. */
  target: string;
  happened: ObligationEventKind | typeof TAKE_BACK | '';
  when: string;
  until: string;
  meeting: string;
  confidence: string;
  source: string;
  reason: string;
  /** What was warned about already, word for word. */
  seen: readonly string[];
  /** Counts how often the desk itself filled the fields, since Slack keeps what a field of the same name held. */
  turn: number;
  /** Whether it was begun from the list of facts to confirm, to which it leads back. */
  fromList: boolean;
}

export const TAKE_BACK = 'take_back';
export const FIELD = {
  state: 'facts:state',
  target: 'facts:target',
  happened: 'facts:happened',
  when: 'when',
  until: 'until',
  meeting: 'meeting',
  confidence: 'confidence',
  source: 'source',
  reason: 'reason',
} as const;

export const EMPTY: CorrectionDraft = {
  state: null,
  target: '',
  happened: '',
  when: '',
  until: '',
  meeting: '',
  confidence: 'high',
  source: '',
  reason: '',
  seen: [],
  turn: 0,
  fromList: false,
};

/** The form with what an event on record holds, ready to be put right. */
export const withEvent = (draft: CorrectionDraft, event: ObligationEvent): CorrectionDraft => ({
  ...draft,
  target: `event:${event.id}`,
  happened: event.event,
  when: vagueWords(event.date) ?? '',
  until: event.until === null ? '' : shortDate(event.until),
  meeting: event.meeting ?? '',
  turn: draft.turn + 1,
});

export const carried = z.object({
  state: z.string(),
  target: z.string(),
  seen: z.array(z.string()),
  turn: z.number().int(),
  fromList: z.boolean(),
});

/** What the form carries beside its fields. */
export const keptIn = ({ state, target, seen, turn, fromList }: CorrectionDraft): string =>
  JSON.stringify({ state: state?.iso3 ?? '', target, seen: [...seen], turn, fromList } satisfies z.infer<
    typeof carried
  >);

/** The form as it stands on the person's screen; `named` finds a State by its code. */
export function draftIn(
  values: ViewValues,
  metadata: string,
  named: (iso3: string) => CorrectionDraft['state'],
): CorrectionDraft {
  const kept = carriedBy(carried, metadata);
  const standing = byAction(values);
  const text = (action: string, otherwise = ''): string => (standing.has(action) ? textOf(values, action) : otherwise);
  return {
    state: named(text(FIELD.state, kept.state)),
    target: text(FIELD.target, kept.target),
    happened: text(FIELD.happened) as CorrectionDraft['happened'],
    when: text(FIELD.when),
    until: text(FIELD.until),
    meeting: text(FIELD.meeting),
    confidence: text(FIELD.confidence, 'high'),
    source: text(FIELD.source),
    reason: text(FIELD.reason),
    seen: kept.seen,
    turn: kept.turn,
    fromList: kept.fromList,
  };
}
