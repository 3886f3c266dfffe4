/** How a request reached the desk, as the record names it. */
export type SourceKind = 'article7_report' | 'note_verbale' | 'letter' | 'meeting' | 'message' | 'email' | 'person';

const REPORT =
  /(?:\b(20\d{2})\s+(?:article 7|art\.? ?7|transparency|annual)\s+report)|(?:\b(?:article 7|art\.? ?7|transparency|annual)\s+report\s+(?:for\s+|of\s+|on\s+)?(20\d{2}))/i;

const INITIAL_REPORT = /\binitial\s+(?:article 7|art\.? ?7|transparency)\s+report\b/i;

const KINDS: readonly (readonly [RegExp, SourceKind])[] = [
  [/\bnote verbale\b/i, 'note_verbale'],
  [/\b(?:e-?mail|mail)\b/i, 'email'],
  [/\bletter\b/i, 'letter'],
  [/\b(?:slack )?message\b/i, 'message'],
  [/\b(?:meeting|workshop|side event|bilateral|conference|\d?msp|\d?rc)\b/i, 'meeting'],
];

/** The reporting year, where the source names itself an Article 7 report of one. */
export function reportingYearOf(source: string): number | null {
  const [, before, after] = REPORT.exec(source) ?? [];
  return before || after ? Number(before ?? after) : null;
}

/** What kind of source a person's words name; somebody's word where they name none. */
export function sourceKindOf(source: string): SourceKind {
  if (reportingYearOf(source) !== null || INITIAL_REPORT.test(source)) return 'article7_report';
  return KINDS.find(([words]) => words.test(source))?.[1] ?? 'person';
}
