import { z } from 'zod';
import { type Day, parseDay } from '../treaty/day.ts';
import type { Iso3 } from '../treaty/facts.ts';
import { REGIONS, type Region, SUBREGION_NAMES } from '../treaty/regions.ts';
import { REQUEST_STATUSES } from '../treaty/request-moves.ts';
import { THEMES, type Theme } from '../treaty/theme.ts';
import { RULES, type Rule } from './rules.ts';

const DAY = z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== null);
const STATE = z.string().regex(/^[A-Z]{3}$/);
const THEME = z.enum(THEMES);
const OTHER_REGIONS: readonly Region[] = ['sub-Saharan Africa', 'Latin America and the Caribbean'];
const REGION = z.enum([...REGIONS, ...SUBREGION_NAMES, ...OTHER_REGIONS] as [Region, ...Region[]]);

/** A stretch of time; a side may hang on a meeting instead of a day. */
const SPAN = z.strictObject({
  from: DAY.nullable(),
  until: DAY.nullable(),
  meeting: z.strictObject({ side: z.enum(['before', 'after']), code: z.string() }).nullable(),
});
export type Span = z.infer<typeof SPAN>;

/** Which requests of a State answer a question. */
const ASKED = z.strictObject({
  themes: z.array(THEME).readonly(),
  /** With several themes: all of them, any, or these and nothing else. */
  combine: z.enum(['all', 'any', 'only']),
  /** Themes of which it has asked for none. */
  exclude: z.array(THEME).readonly(),
  year: z.number().int().nullable(),
  status: z.enum([...REQUEST_STATUSES, 'open']).nullable(),
  unowned: z.boolean(),
  // A question that was kept before one could ask for it has it not.
  owned: z.boolean().default(false),
  olderThan: z.number().int().nullable(),
  /** How many themes a State asked for. */
  amount: z.strictObject({ least: z.number().int(), most: z.number().int().nullable() }).nullable(),
});
export type Asked = z.infer<typeof ASKED>;

const KIND = z.enum(['clearance', 'stockpile', 'initial_report', 'annual_report', 'extension_request']);
/** Which dates of the treaty answer a question. */
const DATED = z.strictObject({
  /** Null for every kind. */
  kinds: z.array(KIND).readonly().nullable(),
  /** Themes asked for; those without a clock have no kind. */
  themes: z.array(THEME).readonly(),
  span: SPAN,
  only: z.enum(['passed', 'doubtful']).nullable(),
  /** The meeting that decides, for extension requests. */
  decidedAt: z.string().nullable(),
});
export type Dated = z.infer<typeof DATED>;

const STANDING_SUBJECTS = ['party', 'ratify', 'sign', 'signatory', 'in_force', 'standing', 'withdraw'] as const;
export type StandingSubject = (typeof STANDING_SUBJECTS)[number];

const ARTICLES = z.array(z.union([z.literal(3), z.literal(4)])).readonly();

const ROLES = [
  'cooperation',
  'clearance',
  'stockpile',
  'victim_assistance',
  'universalization',
  'transparency',
  'national_implementation',
  'general_status',
  'presidency',
  'analysis_3',
  'analysis_4',
  'analysis',
] as const;
export type CoordinatingRole = (typeof ROLES)[number];

/** What is true of a State, or with `not` is not. */
const FILTER = z.intersection(
  z.object({ not: z.boolean() }),
  z.discriminatedUnion('is', [
    z.object({ is: z.literal('asked'), asked: ASKED }),
    z.object({ is: z.literal('dated'), dated: DATED }),
    z.object({ is: z.literal('obliged'), articles: ARTICLES, combine: z.enum(['all', 'any']) }),
    z.object({ is: z.literal('finished'), articles: ARTICLES, span: SPAN }),
    z.object({
      is: z.literal('extension'),
      stage: z.enum(['requested', 'granted', 'announced']),
      articles: ARTICLES,
      meeting: z.string().nullable(),
      span: SPAN,
    }),
    z.object({ is: z.literal('standing'), subject: z.enum(STANDING_SUBJECTS), span: SPAN }),
    z.object({
      is: z.literal('reported'),
      report: z.enum(['initial', 'annual', 'any']),
      year: z.number().int().nullable(),
      state: z.enum(['received', 'late', 'silent']),
    }),
    z.object({ is: z.literal('coordinating'), role: z.enum(ROLES).nullable() }),
    z.object({ is: z.literal('region'), region: REGION }),
    z.object({ is: z.literal('among'), states: z.array(STATE).readonly() }),
  ]),
);
export type Filter = z.infer<typeof FILTER>;
export type FilterOf<K extends Filter['is']> = Extract<Filter, { is: K }>;

const NEEDS = z.strictObject({
  about: z.literal('needs'),
  asked: ASKED,
  states: z.array(STATE).readonly(),
  without: z.array(STATE).readonly(),
  region: REGION.nullable(),
  form: z.enum([
    'list',
    'count_states',
    'count_requests',
    'yes_no',
    'what',
    'compare',
    'share_states',
    'share_requests',
    'most_states',
    'themes',
    'most_themes',
  ]),
});
const DEADLINES = z.strictObject({
  about: z.literal('deadlines'),
  dated: DATED,
  states: z.array(STATE).readonly(),
  without: z.array(STATE).readonly(),
  region: REGION.nullable(),
  pick: z.enum(['next', 'first', 'last']).nullable(),
  /** `states`: which States have such a date; `dates`: which dates there are; `decides`: which meeting decides. */
  form: z.enum(['states', 'dates', 'count_states', 'count_dates', 'days', 'yes_no', 'decides']),
});
const STANDING = z.strictObject({
  about: z.literal('standing'),
  subject: z.enum(STANDING_SUBJECTS),
  states: z.array(STATE).readonly(),
  form: z.enum(['yes_no', 'when', 'count', 'list', 'last']),
});
const STATES = z.strictObject({
  about: z.literal('states'),
  filters: z.array(FILTER).readonly(),
  form: z.enum(['list', 'count', 'yes_no', 'when']),
});
const EXTENSIONS = z.strictObject({
  about: z.literal('extensions'),
  states: z.array(STATE).readonly(),
  articles: ARTICLES,
  form: z.enum(['requested', 'granted', 'until', 'longest']),
});
const RULE = z.strictObject({ about: z.literal('rules'), rule: z.enum(RULES) });
const MEETINGS = z.strictObject({
  about: z.literal('meetings'),
  /** One by its code, or a type of them. */
  meeting: z.string().nullable(),
  type: z.enum(['MSP', 'RC', 'PREP', 'EXTERNAL']).nullable(),
  span: SPAN,
  only: z.enum(['ahead', 'held']).nullable(),
  form: z.enum(['when', 'where', 'who', 'list', 'count', 'days', 'next', 'last']),
});
const COORDINATORS = z.strictObject({
  about: z.literal('coordinators'),
  role: z.enum(ROLES).nullable(),
  states: z.array(STATE).readonly(),
  year: z.number().int().nullable(),
  form: z.enum(['list', 'count', 'yes_no', 'what']),
});
const FIGURES = z.strictObject({
  about: z.literal('figures'),
  theme: THEME.nullable(),
  form: z.enum(['discrepancy', 'named', 'stated']),
});

const TOPIC = z.discriminatedUnion('about', [
  NEEDS,
  DEADLINES,
  STANDING,
  STATES,
  EXTENSIONS,
  RULE,
  MEETINGS,
  COORDINATORS,
  FIGURES,
]);
/** What is asked, without the day. */
export type Topic = z.infer<typeof TOPIC>;

/** A question as the desk understood it; data, so that it can be printed, kept and run again. */
export const QUESTION = z.intersection(z.object({ asOf: DAY.nullable() }), TOPIC);

export type NeedsQuestion = z.infer<typeof NEEDS>;
export type DeadlinesQuestion = z.infer<typeof DEADLINES>;
export type StandingQuestion = z.infer<typeof STANDING>;
export type StatesQuestion = z.infer<typeof STATES>;
export type ExtensionsQuestion = z.infer<typeof EXTENSIONS>;
export type RuleQuestion = z.infer<typeof RULE>;
export type MeetingsQuestion = z.infer<typeof MEETINGS>;
export type CoordinatorsQuestion = z.infer<typeof COORDINATORS>;
export type FiguresQuestion = z.infer<typeof FIGURES>;

/** `asOf` is null for today. */
export type Question = Topic & { asOf: Day | null };

/** What a text leaves open; `doubt-words.ts` asks it back, with the readings that it may have. */
export type Doubt =
  /** A name that several States share; `before` and `after` are the rest of the text. */
  | { of: 'state'; typed: string; states: readonly Iso3[]; before: string; after: string }
  /** Two themes and nothing that says whether both are meant. */
  | { of: 'both_or_either'; themes: readonly Theme[]; year: number | null }
  /** Who "does not need" something: nobody has said so, who did not ask can be told. */
  | { of: 'not_needing'; themes: readonly Theme[] }
  /** An article beside a theme that stands in another. */
  | { of: 'article'; article: Theme; name: Theme; dates: boolean }
  /** A theme or a State alone. */
  | { of: 'subject'; theme: Theme | null; state: Iso3 | null }
  /** A rule that Articles 3 and 4 have each for themselves. */
  | { of: 'rule'; rules: readonly Rule[] };

/** What became of a text. */
export type Reading =
  | { kind: 'understood'; question: Question }
  | { kind: 'ambiguous'; doubt: Doubt }
  | { kind: 'no_data'; subject: string }
  | { kind: 'out_of_scope'; subject: string }
  | { kind: 'no_such_day'; text: string }
  | { kind: 'too_long' }
  | { kind: 'not_understood'; words: readonly string[]; nearest: readonly Iso3[] };

/** What the parts of a text make up before its day is added. */
export type Shape = Topic | Extract<Reading, { kind: 'ambiguous' | 'not_understood' }>;

/** A text of which every word is known, and that makes no question the desk can answer. */
export const NOT_UNDERSTOOD: Extract<Reading, { kind: 'not_understood' }> = {
  kind: 'not_understood',
  words: [],
  nearest: [],
};

export const isTopic = (shape: Shape): shape is Topic => 'about' in shape;
