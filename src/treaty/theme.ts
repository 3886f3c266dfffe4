/** The themes under which States ask for help: codes as in the record and in the command line's answers. */
export const THEMES = [
  'STOCKPILE_DESTRUCTION',
  'SURVEY_AND_CLEARANCE',
  'RISK_REDUCTION_EDUCATION',
  'VICTIM_ASSISTANCE',
  'NATIONAL_IMPLEMENTATION',
  'TRANSPARENCY',
  'NOT_COVERED',
] as const;

export type Theme = (typeof THEMES)[number];

export interface ThemeWords {
  /** As in a sentence: "survey and clearance". */
  name: string;
  /** As in a table column: "Clearance", "RRE". */
  short: string;
  /** The article of the Convention; null for what it does not cover. */
  article: string | null;
}

/** Names of each theme; articles as in the Convention (Art. 3, 4, 4.2(e), 5, 7, 9). */
export const THEME_WORDS: Readonly<Record<Theme, ThemeWords>> = {
  STOCKPILE_DESTRUCTION: { name: 'stockpile destruction', short: 'Stockpiles', article: '3' },
  SURVEY_AND_CLEARANCE: { name: 'survey and clearance', short: 'Clearance', article: '4' },
  RISK_REDUCTION_EDUCATION: { name: 'risk reduction education', short: 'RRE', article: '4.2(e)' },
  VICTIM_ASSISTANCE: { name: 'victim assistance', short: 'Victim assistance', article: '5' },
  NATIONAL_IMPLEMENTATION: { name: 'national implementation', short: 'National law', article: '9' },
  TRANSPARENCY: { name: 'transparency reporting', short: 'Transparency', article: '7' },
  NOT_COVERED: { name: 'munitions not covered by the Convention', short: 'Not covered', article: null },
};

export const isTheme = (text: string): text is Theme => (THEMES as readonly string[]).includes(text);
