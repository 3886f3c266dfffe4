import type { Iso3 } from '../../treaty/facts.ts';
import type { Theme } from '../../treaty/theme.ts';
import { type Item, isCue } from '../items.ts';
import { isTopic, NOT_UNDERSTOOD, type Shape } from '../question.ts';
import type { Recognised } from '../recognise.ts';
import { type Clause, clausesOf, type Family } from './clauses.ts';
import { coordinators } from './coordinators.ts';
import { deadlines } from './deadlines.ts';
import { articleClash, bare } from './doubts.ts';
import { asksOfExtension, extensions } from './extensions.ts';
import { asksForFigures, figures } from './figures.ts';
import { meetings } from './meetings.ts';
import { merged } from './merge.ts';
import { needs } from './needs.ts';
import { has, hasOnly, isTimed, type Parts, partsOf } from './parts.ts';
import { ruleAsked } from './rules.ts';
import { standing } from './standing.ts';
import { statesThat } from './states.ts';

// A deadline in the singular asks what the treaty sets; deadlines are those of States.
const SINGULAR = ['deadline', 'due', 'delai', 'plazo', 'echeance', 'limite'];
const NEEDING = ['need', 'needs', 'needed', 'require', 'requires', 'want', 'wants', 'besoin', 'necesita', 'necesitan'];

/** The question that a text makes up; a reading with suggestions where its parts fit several. */
export function shapeOf({ items, words }: Pick<Recognised, 'items' | 'words'>): Shape {
  const all = merged(ofOneState(withoutToday(items)));
  const parts = partsOf(all);
  if (isDangling(parts)) return NOT_UNDERSTOOD;
  const clash = articleClash(parts);
  if (clash !== null) return clash;
  if (asksForFigures(parts)) return figures(parts);
  const rule = ruleAsked(
    parts,
    SINGULAR.some((word) => words.includes(word)),
  );
  if (rule !== null) return rule;
  if (isAboutMeetings(parts)) return meetings(parts);
  const clauses = clausesOf(all);
  const split = clauses === null ? null : sorted(clauses);
  if (split === null) return NOT_UNDERSTOOD;
  const shape = shapeOfClauses(split, words);
  return isTopic(shape) && isBroken(parts, shape) ? NOT_UNDERSTOOD : shape;
}

/** "Today" says nothing more of requests and standing, and is a date among dates. */
const withoutToday = (items: readonly Item[]): readonly Item[] =>
  items.some((item) => isCue(item, 'deadline', 'when', 'passed', 'days_left'))
    ? items
    : items.filter((item) => item.kind !== 'window' || !item.window.isToday);

/** "How long does Iraq have …": of a State that is named, the time that is left to it; of an extension, how long it is. */
const ofOneState = (items: readonly Item[]): readonly Item[] =>
  items.some((item) => item.kind === 'state') &&
  items.some((item) => isCue(item, 'must')) &&
  !items.some((item) => isCue(item, 'extension', 'extend', 'grant'))
    ? items.map((item) => (isCue(item, 'how_long') ? { kind: 'cue', cue: 'days_left', at: item.at } : item))
    : items;

const isAboutMeetings = (parts: Parts): boolean =>
  (parts.meetings.length > 0 || has(parts, 'meeting', 'preparatory')) &&
  !has(parts, 'extension', 'extend', 'need', 'request', 'decide', 'analysis_group') &&
  (parts.states.length === 0 || has(parts, 'presidency'));

/** "It", "their" with nothing before it that it could stand for. */
function isDangling({ items }: Parts): boolean {
  const pronoun = items.findIndex((item) => isCue(item, 'pronoun'));
  const named = items.findIndex(
    (item) => item.kind === 'state' || isCue(item, 'which', 'who', 'states', 'state', 'party', 'note', 'did'),
  );
  return pronoun >= 0 && (named < 0 || named > pronoun);
}

const NOTHING_SAID: Clause = { not: false, family: null, items: [], minus: null };

/** What the clauses say of States, one by one, beside the States and themes that are left out. */
interface Split {
  subject: Parts;
  said: readonly Clause[];
  without: readonly Iso3[];
  exclude: readonly Theme[];
  /** A theme is left out by no more than "no" or "not". */
  denied: boolean;
}

function sorted(clauses: readonly Clause[]): Split | null {
  const said = clauses.filter(({ family }) => family !== null);
  const plain = clauses.filter(({ family, not }) => family === null && !not);
  const left = clauses.filter(({ family, not }) => family === null && not).map(({ items }) => partsOf(items));
  for (const each of left) {
    const { states, themes, regions } = each;
    if (states.length > 0 === themes.length > 0 || regions.length > 0 || isTimed(each)) return null;
    if (!hasOnly(each, ['and', 'or', 'both', 'states', 'who', 'which'], ['states'])) return null;
  }
  // "Clearance besides victim assistance" may be clearance as well as victim assistance.
  const isTheme = ({ kind }: Item): boolean => kind === 'theme' || kind === 'article';
  const isNamed = ({ items }: Clause): boolean => items.some(({ kind }) => kind === 'state');
  if (
    clauses.some(({ minus, items }) => minus === 'besides' && items.some(isTheme)) &&
    ![...said, ...plain].some(isNamed)
  )
    return null;
  return {
    subject: partsOf(plain.flatMap(({ items }) => items)),
    said,
    without: left.flatMap(({ states }) => states),
    exclude: left.flatMap(({ themes }) => themes),
    denied: clauses.some(
      ({ family, not, minus, items }) => family === null && not && minus === null && items.some(isTheme),
    ),
  };
}

function shapeOfClauses(split: Split, words: readonly string[]): Shape {
  const { subject, said, without, exclude, denied } = split;
  const [clause, ...others] = said;
  if (clause === undefined) return withoutFamily(split);
  const family: Family = clause.family ?? 'asked';
  const whole = partsOf([...subject.items, ...clause.items].toSorted((a, b) => a.at - b.at));
  // "States that need no victim assistance": nobody said so.
  if (denied && !said.some(({ items }) => partsOf(items).themes.length > 0))
    return isNeeding(words) ? notNeeding(exclude) : NOT_UNDERSTOOD;
  if (others.length === 0 && !clause.not) {
    const single = singly(family, whole, split);
    if (single !== null) return single;
  }
  if (clause.not && family === 'asked' && isNeeding(words)) return notNeeding(whole.themes);
  return statesThat(subject, said, without, exclude);
}

const notNeeding = (themes: readonly Theme[]): Shape => ({ kind: 'ambiguous', doubt: { of: 'not_needing', themes } });

const isNeeding = (words: readonly string[]): boolean => NEEDING.some((word) => words.includes(word));

/** A question of one kind; null where it asks which States something is true of. */
function singly(family: Family, parts: Parts, { without, exclude }: Split): Shape | null {
  if (family === 'asked') return needs(parts, without, exclude);
  if (exclude.length > 0) return NOT_UNDERSTOOD;
  if (family === 'dated') return deadlines(parts, without);
  if (family === 'extension') return ofExtensions(parts, without);
  if (family === 'reported') {
    const isNoun = !has(parts, 'submit', 'received', 'reported', 'late', 'silent', 'passed');
    return has(parts, 'deadline', 'when', 'next') || isNoun ? deadlines(parts, without) : null;
  }
  if (family === 'finished' && has(parts, 'must', 'days_left')) return deadlines(parts, without);
  if (family === 'obliged' && has(parts, 'when', 'days_left', 'deadline')) return deadlines(parts, without);
  if (family === 'coordinating') return without.length > 0 ? NOT_UNDERSTOOD : coordinators(parts);
  if (family === 'standing' && without.length === 0 && !isTimed(parts) && parts.regions.length === 0)
    return standing(parts);
  return null;
}

function ofExtensions(parts: Parts, without: readonly Iso3[]): Shape | null {
  if (asksOfExtension(parts)) return extensions(parts);
  if (has(parts, 'grant', 'extend', 'announce')) return null;
  if (has(parts, 'decide')) return parts.states.length > 0 ? deadlines(parts, without) : null;
  const ahead = has(parts, 'must', 'could', 'deadline', 'when', 'next', 'days_left');
  const isNoun = !has(parts, 'need', 'request', 'submit', 'received', 'did', 'longest');
  return ahead || isNoun ? deadlines(parts, without) : null;
}

function withoutFamily({ subject, without, exclude }: Split): Shape {
  if (exclude.length > 0) return NOT_UNDERSTOOD;
  const { themes, states, cues, regions } = subject;
  if (has(subject, 'coordinator', 'presidency', 'analysis_group')) return coordinators(subject);
  if (has(subject, 'compare', 'common')) return without.length > 0 ? NOT_UNDERSTOOD : needs(subject, [], []);
  if ((themes.length > 0 && has(subject, 'when', 'days_left')) || (states.length > 0 && has(subject, 'days_left')))
    return deadlines(subject, without);
  if (themes.length > 0 && has(subject, 'must'))
    return statesThat(subject, [{ ...NOTHING_SAID, family: 'obliged' }], without, []);
  if (has(subject, 'party') && themes.length === 0) {
    if (without.length === 0 && !isTimed(subject) && regions.length === 0) return standing(subject);
    return statesThat(subject, [{ ...NOTHING_SAID, family: 'standing' }], without, []);
  }
  return cues.every((cue) => cue === 'what') && !isTimed(subject) && regions.length === 0 && without.length === 0
    ? bare(themes, states)
    : NOT_UNDERSTOOD;
}

/** A text whose words are all known and do not belong together. */
function isBroken(parts: Parts, shape: Shape): boolean {
  // "Do all States …?" is no list.
  if (has(parts, 'all') && has({ cues: parts.cues.slice(0, 1) }, 'is', 'did') && parts.states.length === 0) return true;
  if (
    !('about' in shape) ||
    (shape.about === 'deadlines' && shape.form === 'decides') ||
    shape.about === 'meetings' ||
    shape.about === 'coordinators'
  )
    return false;
  const named = 'states' in shape ? shape.states : [];
  // "Which States … Norway": whatever Norway is there, it is not who asks.
  return (
    named.length > 0 &&
    (has(parts, 'states', 'who') || (has(parts, 'which') && has(parts, 'state') && !has(parts, 'party')))
  );
}
