import { vagueWords } from '../../blocks/vague-date-words.ts';
import type { HelpKind } from '../../db/read/rows.ts';
import type { ViewValues } from '../../desk/describe.ts';
import { blockOf } from '../../desk/form-values.ts';
import { readVagueDate } from '../../desk/typed-date.ts';
import type { Day } from '../../treaty/day.ts';
import type { Evidence } from '../../treaty/evidence.ts';
import type { ReportFact, TreatyRecord, VagueDate } from '../../treaty/facts.ts';
import type { ReportRef } from '../../treaty/report-warnings.ts';
import { isTheme, type Theme } from '../../treaty/theme.ts';
import { isEvidence, isKind } from './choices.ts';
import { FIELD, type ReceivedDraft } from './draft.ts';
import { yearIn } from './report-words.ts';
import { receiptOf } from './reports-of.ts';

/** A receipt as a person records it, checked field by field. */
export interface ReceiptInput extends ReportRef {
  stateName: string;
  date: VagueDate;
  forms: readonly string[];
  helpAsked: 'yes' | 'no' | 'unknown';
  themes: readonly Theme[];
  asked: string;
  kinds: readonly HelpKind[];
  evidence: readonly Evidence[];
  link: string | null;
  /** The receipt on record whose place it takes. */
  corrects: string | null;
  reason: string;
  /** The warnings that the person has been shown, word for word. */
  seen: readonly string[];
}

export type InputOutcome = { kind: 'read'; input: ReceiptInput } | { kind: 'errors'; errors: Record<string, string> };

const HELP: readonly string[] = ['yes', 'no', 'unknown'] satisfies ReportFact['helpAsked'][];
const LINK = /^https:\/\/[^\s|<>]+$/;

/** Checks the form; every wrong or missing field is named by its block, so that nothing typed is lost. */
export function receiptIn(draft: ReceivedDraft, values: ViewValues, record: TreatyRecord, today: Day): InputOutcome {
  const { state, reason, link } = draft;
  const wrong = (problems: Readonly<Record<string, string | null>>): InputOutcome => ({
    kind: 'errors',
    errors: Object.fromEntries(
      Object.entries(problems).flatMap(([action, problem]) =>
        problem === null ? [] : [[blockOf(values, action), problem]],
      ),
    ),
  });
  if (state === null) return wrong({ [FIELD.state]: 'Please choose a State from the list.' });
  const year = yearIn(draft.report);
  if (year === undefined) return wrong({ [FIELD.report]: 'Please choose which report it is.' });
  const date = readVagueDate(draft.when, today);
  const before = receiptOf(record.reports, { state: state.iso3, year });
  const themes = draft.help === 'yes' ? draft.themes.filter(isTheme) : [];
  const problems = {
    [FIELD.when]: date.ok ? null : date.problem,
    [FIELD.themes]: draft.help === 'yes' && themes.length === 0 ? 'Please tick what help is asked for.' : null,
    [FIELD.link]: link === '' || LINK.test(link) ? null : 'Please give a link that begins with https://, or none.',
    [FIELD.reason]:
      before !== undefined && reason === ''
        ? `On record as received${onRecord(before)}: please say why that is wrong. It stays on record with this reason.`
        : null,
  };
  if (Object.values(problems).some((problem) => problem !== null) || !date.ok) return wrong(problems);
  return {
    kind: 'read',
    input: {
      state: state.iso3,
      stateName: state.name,
      year,
      date: date.value,
      forms: draft.forms,
      helpAsked: HELP.includes(draft.help) ? (draft.help as ReceiptInput['helpAsked']) : 'unknown',
      themes,
      asked: draft.help === 'yes' ? draft.asked : '',
      kinds: draft.help === 'yes' ? draft.kinds.filter(isKind) : [],
      evidence: draft.help === 'yes' ? draft.evidence.filter(isEvidence) : [],
      link: link === '' ? null : link,
      corrects: before?.id ?? null,
      reason,
      seen: draft.seen,
    },
  };
}

const onRecord = ({ date }: ReportFact): string => {
  const words = vagueWords(date);
  return words === null ? '' : ` ${words}`;
};
