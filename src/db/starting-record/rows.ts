import { z } from 'zod';
import { parseDay } from '../../treaty/day.ts';
import { OBLIGATION_EVENTS } from '../../treaty/facts.ts';
import { THEMES } from '../../treaty/theme.ts';

const needed = z.string().trim().min(1, 'is empty');
const text = z.string().trim();
const orNull = text.transform((value) => value || null);
const day = needed.refine((value) => parseDay(value) !== null, 'is not a date that exists (YYYY-MM-DD)');
const dayOrNull = text
  .refine((value) => value === '' || parseDay(value) !== null, 'is not a date that exists (YYYY-MM-DD)')
  .transform((value) => value || null);
const vague = text.refine(
  (value) => value === '' || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(value) || parseDay(value) !== null,
  'is neither a year, a month nor a day that exists',
);
const vagueOrNull = vague.transform((value) => value || null);
const number = needed.regex(/^\d+$/, 'is not a number').transform(Number);
const numberOrNull = text
  .refine((value) => /^\d*$/.test(value), 'is not a number')
  .transform((value) => (value === '' ? null : Number(value)));
const iso3 = needed.regex(/^[A-Z]{3}$/, 'is not an ISO 3166-1 alpha-3 code');
const iso2 = needed.regex(/^[A-Z]{2}$/, 'is not an ISO 3166-1 alpha-2 code');
const confidence = z.enum(['high', 'medium', 'low']);
const precision = z.enum(['day', 'month', 'year', 'by', 'unknown']);
const AS_EXACT = { day: /^.{10}$/, month: /^.{7}$/, year: /^.{4}$/, by: /./, unknown: /^$/ } as const;
const isAsExact = ({ date, precision: said }: { date: string; precision: keyof typeof AS_EXACT }): boolean =>
  AS_EXACT[said].test(date);
const NOT_AS_EXACT = { path: ['date'], message: 'is not as exact as its precision says' };
const theme = z.enum(THEMES);
const codes = text.transform((value) => value.split(/[;\s]+/).filter((code) => code !== ''));

const state = { iso2, iso3, name_official_un: needed, short_name: needed, region: needed, source: needed };

/** The shape of every file of the starting record; every fact has its source. */
export const FILES = {
  'states-parties': z.object({
    ...state,
    signature_date: dayOrNull,
    ratification_date: day,
    kind: z.enum(['ratification', 'accession', 'acceptance', 'approval']),
    entry_into_force: day,
    withdrawn_date: dayOrNull,
  }),
  'signatories-not-party': z.object({ ...state, signature_date: day }),
  'states-not-party': z.object(state),
  aliases: z.object({ iso3, alias: needed, lang: needed, kind: needed, source: needed }),
  'obligation-events': z
    .object({
      iso3,
      article: z.enum(['3', '4']).transform(Number),
      event: z.enum(OBLIGATION_EVENTS),
      date: vague,
      precision,
      until: dayOrNull,
      meeting: orNull,
      confidence,
      show: z.enum(['yes', 'no']),
      source: needed,
      note: text,
    })
    .refine(isAsExact, NOT_AS_EXACT),
  'article7-reports': z
    .object({
      iso3,
      kind: z.enum(['initial', 'annual']),
      year: numberOrNull,
      event: z.enum(['received', 'overdue']),
      date: vague,
      precision,
      as_of: day,
      confidence,
      source: needed,
    })
    .refine(isAsExact, NOT_AS_EXACT),
  sources: z.object({
    id: needed,
    kind: needed,
    title: needed,
    full_title: needed,
    date: dayOrNull,
    reporting_year: numberOrNull,
    link: orNull,
    language: needed,
    confidence,
  }),
  'needs-2018': z.object({
    iso3,
    theme,
    reporting_year: number,
    as_of: day,
    source: needed,
    note: text,
    sharing: z.enum(['published', 'agreed', 'private']),
  }),
  'stated-figures': z.object({
    as_of: day,
    subject: needed,
    theme: text.pipe(z.union([theme, z.literal('').transform(() => null)])),
    reporting_year: numberOrNull,
    stated: number,
    named: numberOrNull,
    names: codes,
    source: needed,
    note: text,
  }),
  meetings: z.object({
    code: needed,
    name: needed,
    type: z.enum(['MSP', 'RC', 'PREP', 'INFORMAL', 'INTERSESSIONAL', 'EXTERNAL']),
    planned_start: vagueOrNull,
    planned_end: vagueOrNull,
    known_from: dayOrNull,
    known_from_basis: text,
    actual_start: vagueOrNull,
    actual_end: vagueOrNull,
    replaced_by: codes,
    place: text,
    presidency: text,
    source: needed,
    confidence,
    note: text,
  }),
  coordinators: z
    .object({
      period: needed,
      theme: needed,
      states: needed,
      source: text,
      confidence: z.enum(['high', 'medium', 'low', 'none']),
    })
    .refine(({ source, confidence: sure }) => source !== '' || sure === 'none', {
      path: ['source'],
      message: 'is empty; only what was not found (confidence "none") has none',
    }),
  'action-plans': z.object({ plan: needed, action: needed, text: needed, note: text, source: needed, confidence }),
  'article7-forms': z.object({
    form: needed,
    title_or_fields: needed,
    treaty_reference: text,
    source: needed,
    confidence,
  }),
  'work-plan': z.object({
    kind: z.enum(['objective', 'activity', 'output', 'budget', 'implementer', 'partner', 'timeline']),
    position: number,
    when: vagueOrNull,
    until: vagueOrNull,
    short: text,
    text: needed,
  }),
} as const;

export type FileName = keyof typeof FILES;
export type RecordRows = { [Name in FileName]: z.infer<(typeof FILES)[Name]>[] };
