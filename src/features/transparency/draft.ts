import { z } from 'zod';
import { shortDate } from '../../blocks/dates.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { RecordedReport } from '../../db/read/recorded-reports.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { byAction, choicesOf, textOf } from '../../desk/form-values.ts';
import type { Day } from '../../treaty/day.ts';
import type { Iso3 } from '../../treaty/facts.ts';

/** What the form in which a report is recorded as received holds. */
export interface ReceivedDraft {
  state: { iso3: Iso3; name: string } | null;
  /** `initial` or the year that it covers; empty while none is chosen. */
  report: string;
  when: string;
  forms: readonly string[];
  /** yes, no, unknown */
  help: string;
  themes: readonly string[];
  asked: string;
  kinds: readonly string[];
  evidence: readonly string[];
  link: string;
  reason: string;
  /** What was warned about already, word for word. */
  seen: readonly string[];
  /** Counts how often the desk itself filled the fields, since Slack keeps what a field of the same name held. */
  turn: number;
  /** The list of facts to confirm from which it was begun, narrowed to a State or not; null where it was not. */
  list: { state: Iso3 | null } | null;
}

export const FIELD = {
  state: 'transparency:state',
  report: 'transparency:report',
  help: 'transparency:help',
  when: 'when',
  forms: 'forms',
  themes: 'themes',
  asked: 'asked',
  kinds: 'kinds',
  evidence: 'evidence',
  link: 'link',
  reason: 'reason',
} as const;

export const emptyFor = (today: Day): ReceivedDraft => ({
  state: null,
  report: '',
  when: shortDate(today),
  forms: [],
  help: 'unknown',
  themes: [],
  asked: '',
  kinds: [],
  evidence: [],
  link: '',
  reason: '',
  seen: [],
  turn: 0,
  list: null,
});

/** The form with what a receipt on record holds, ready to be put right. */
export const withReceipt = (
  draft: ReceivedDraft,
  receipt: RecordedReport,
  themes: readonly string[],
): ReceivedDraft => ({
  ...draft,
  when: vagueWords(receipt.date) ?? '',
  forms: receipt.forms,
  help: receipt.helpAsked ?? 'unknown',
  themes,
  evidence: receipt.evidence,
  link: receipt.link ?? '',
});

export const carried = z.object({
  state: z.string(),
  report: z.string(),
  seen: z.array(z.string()),
  turn: z.number().int(),
  list: z.object({ state: z.string().nullable() }).nullable(),
});

/** What the form carries beside its fields. */
export const keptIn = ({ state, report, seen, turn, list }: ReceivedDraft): string =>
  JSON.stringify({ state: state?.iso3 ?? '', report, seen: [...seen], turn, list } satisfies z.infer<typeof carried>);

/** The form as it stands on the person's screen; `named` finds a State by its code. */
export function draftIn(
  values: ViewValues,
  metadata: string,
  named: (iso3: string) => ReceivedDraft['state'],
  today: Day,
): ReceivedDraft {
  const { state, report, ...kept } = carriedBy(carried, metadata);
  const standing = byAction(values);
  const text = (action: string, otherwise = ''): string => (standing.has(action) ? textOf(values, action) : otherwise);
  return {
    state: named(text(FIELD.state, state)),
    report: text(FIELD.report, report),
    when: text(FIELD.when, shortDate(today)),
    forms: choicesOf(values, FIELD.forms),
    help: text(FIELD.help, 'unknown'),
    themes: choicesOf(values, FIELD.themes),
    asked: text(FIELD.asked),
    kinds: choicesOf(values, FIELD.kinds),
    evidence: choicesOf(values, FIELD.evidence),
    link: text(FIELD.link),
    reason: text(FIELD.reason),
    ...kept,
  };
}
