import type { Theme } from '../../treaty/theme.ts';
import { type Cue, OF_STANDING } from '../lexicon/cue.ts';
import type { Dated, Filter, StandingSubject } from '../question.ts';
import { askedOf } from './asked.ts';
import type { Family } from './clauses.ts';
import { coordinatingRole } from './coordinators.ts';
import { datedOf } from './dated.ts';
import { has, hasOnly, isTimed, obligationArticles, type Parts, spanOf } from './parts.ts';

/** How one asks which States. */
export const WHICH_STATES = [
  'which',
  'who',
  'what',
  'states',
  'state',
  'party',
  'all',
  'is',
  'did',
  'and',
  'how_many',
  'that',
] as const satisfies readonly Cue[];
/** Words for the States themselves, which add nothing to a clause. */
const OF_STATES: readonly Cue[] = [...WHICH_STATES, 'pronoun'];

type Reader = (parts: Parts, exclude: readonly Theme[], not: boolean) => Filter | null;

const asked: Reader = (parts, exclude) => {
  const read = askedOf(parts, exclude, ['how_many', 'could']);
  return read === null || read.open ? null : { is: 'asked', not: false, asked: read.asked };
};

const dated: Reader = (parts) => {
  const read = datedOf(parts, ['how_many']);
  return read === null ? null : { is: 'dated', not: false, dated: read };
};

const obliged: Reader = (parts) => {
  const articles = obligationArticles(parts.themes);
  if (
    articles === null ||
    !hasOnly(parts, [...OF_STATES, 'obligation', 'open', 'both', 'or', 'must', 'finish', 'with'], ['states', 'regions'])
  )
    return null;
  if (has(parts, 'both') && articles.length < 2) return null;
  const combine = articles.length > 1 && !has(parts, 'or') ? 'all' : 'any';
  return { is: 'obliged', not: false, articles, combine };
};

const finished: Reader = (parts) => {
  // What is still to be finished has a date.
  if (has(parts, 'must')) return dated(parts, [], false);
  const articles = obligationArticles(parts.themes);
  if (
    articles === null ||
    articles.length > 1 ||
    !hasOnly(parts, [...OF_STATES, 'finish', 'obligation'], ['states', 'regions', 'windows', 'bounds'])
  )
    return null;
  return { is: 'finished', not: false, articles, span: spanOf(parts) };
};

/** Reads what was asked, granted or announced of extensions; a request in the future is a date. */
const extension: Reader = (parts) => {
  if (has(parts, 'could', 'must')) return dated(parts, [], false);
  const articles = obligationArticles(parts.themes);
  if (articles === null) return null;
  const allowed: readonly Cue[] = [
    ...OF_STATES,
    'need',
    'request',
    'extension',
    'extend',
    'grant',
    'announce',
    'decide',
    'deadline',
    'submit',
    'received',
    'with',
  ];
  if (!hasOnly(parts, allowed, ['states', 'regions', 'windows', 'bounds', 'meetings'])) return null;
  const stage = has(parts, 'announce')
    ? 'announced'
    : has(parts, 'grant') ||
        (has(parts, 'received', 'extend') && !has(parts, 'need')) ||
        (has(parts, 'did') && !has(parts, 'need', 'submit', 'decide'))
      ? 'granted'
      : 'requested';
  return { is: 'extension', not: false, stage, articles, meeting: parts.meetings[0] ?? null, span: spanOf(parts) };
};

const SUBJECTS: Partial<Record<Cue, StandingSubject>> = {
  party: 'party',
  join: 'ratify',
  ratify: 'ratify',
  sign: 'sign',
  signatory: 'signatory',
  in_force: 'in_force',
  became: 'in_force',
  standing: 'standing',
  withdraw: 'withdraw',
};

/** The one subject of standing that is named; null with none or with several, of which one would be dropped. */
export function standingSubject({ cues }: Parts): StandingSubject | null {
  const named = [...new Set(cues.filter((cue) => cue !== 'party').flatMap((cue) => SUBJECTS[cue] ?? []))];
  const [only, ...others] = named;
  if (only !== undefined) return others.length === 0 ? only : null;
  return cues.includes('party') ? 'party' : null;
}

const standing: Reader = (parts) => {
  const subject = standingSubject(parts);
  const allowed: readonly Cue[] = [...OF_STATES, ...OF_STANDING];
  // "States Parties in 2015" are not those that became so in that year.
  if (subject === null || subject === 'standing' || parts.themes.length > 0 || (subject === 'party' && isTimed(parts)))
    return null;
  if (!hasOnly(parts, allowed, ['states', 'regions', 'windows', 'bounds'])) return null;
  return { is: 'standing', not: false, subject, span: spanOf(parts) };
};

/** Reads whose report is in, is not on record, or is said by a source not to have come. */
const reported: Reader = (parts, _exclude, not) => {
  const themes = parts.themes.filter((theme) => theme !== 'TRANSPARENCY');
  const allowed: readonly Cue[] = [
    ...OF_STATES,
    'report',
    'reported',
    'submit',
    'received',
    'initial',
    'annual',
    'late',
    'silent',
    'passed',
  ];
  if (themes.length > 0 || !hasOnly(parts, allowed, ['states', 'regions', 'windows'])) return null;
  const [window] = parts.windows;
  const year = window?.window.year ?? null;
  const initial = has(parts, 'initial');
  if ((window !== undefined && year === null) || (initial && (has(parts, 'annual') || year !== null))) return null;
  // "Which States have not reported?" is asked of reports of either kind and of any year.
  const ofAny = not && year === null && has(parts, 'reported', 'submit');
  if (!initial && year === null && !ofAny && !has(parts, 'late', 'annual')) return null;
  const state = has(parts, 'silent') ? 'silent' : has(parts, 'late', 'passed') ? 'late' : 'received';
  if (state === 'received' && !has(parts, 'submit', 'received', 'reported')) return null;
  // "Overdue reports" are those of either kind.
  const isEither = (state === 'late' || ofAny) && !initial && year === null && !has(parts, 'annual');
  return { is: 'reported', not: false, report: isEither ? 'any' : initial ? 'initial' : 'annual', year, state };
};

const coordinating: Reader = (parts) => {
  const role = coordinatingRole(parts);
  if (
    role === 'unknown' ||
    !hasOnly(
      parts,
      [...OF_STATES, 'coordinator', 'presidency', 'analysis_group', 'universalization', 'cooperation'],
      ['states', 'regions'],
    )
  )
    return null;
  return { is: 'coordinating', not: false, role };
};

const READERS: Readonly<Record<Family, Reader>> = {
  asked,
  dated,
  obliged,
  finished,
  extension,
  standing,
  reported,
  coordinating,
};

/** "Has no clearance deadline": no open obligation; in a stretch of time, what the desk does not tell. */
function withoutDate({ kinds, span, only }: Dated): Filter | null {
  if (kinds === null || only !== null || span.from !== null || span.until !== null || span.meeting !== null)
    return null;
  const articles = kinds.map((kind) => (kind === 'clearance' ? 4 : kind === 'stockpile' ? 3 : null));
  if (articles.length === 0 || articles.includes(null)) return null;
  return { is: 'obliged', not: true, articles: articles.filter((article) => article !== null), combine: 'any' };
}

/** The filter that a clause of a family amounts to, States and regions aside; null where it says more than is known. */
export function filterOf(family: Family, parts: Parts, not: boolean, exclude: readonly Theme[] = []): Filter | null {
  // "No 2018 report on record" is silence of the record, and no more.
  const isSilence = not && family === 'reported' && !has(parts, 'submit', 'received', 'reported', 'late', 'silent');
  if (isSilence) return READERS.reported({ ...parts, cues: [...parts.cues, 'silent'] }, exclude, false);
  const read = READERS[family](parts, exclude, not);
  if (read === null) return null;
  // Who has not sent a report is a matter of what a source says, never of what is missing here.
  if (read.is === 'reported' && not) return read.state === 'received' ? { ...read, state: 'late' } : null;
  if (read.is === 'dated' && not) return withoutDate(read.dated);
  return { ...read, not };
}
