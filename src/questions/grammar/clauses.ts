import { type Item, isCue } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';

/** What a clause says something about. */
export type Family =
  | 'asked'
  | 'dated'
  | 'obliged'
  | 'finished'
  | 'extension'
  | 'standing'
  | 'reported'
  | 'coordinating';

/** A stretch of a text that says one thing of States; with `not` that it is not so. */
export interface Clause {
  not: boolean;
  items: readonly Item[];
  family: Family | null;
  /** How it leaves something out, if it does: "besides" may also mean "in addition to". */
  minus: 'minus' | 'besides' | null;
}

const FAMILIES: Readonly<Record<Family, readonly Cue[]>> = {
  asked: ['need', 'request'],
  dated: ['deadline', 'passed', 'late'],
  obliged: ['obligation'],
  finished: ['finish'],
  extension: ['extension', 'extend', 'grant', 'announce', 'decide'],
  standing: ['join', 'ratify', 'sign', 'signatory', 'in_force', 'became', 'withdraw', 'standing'],
  reported: ['report', 'reported', 'submit', 'received', 'initial', 'annual', 'silent'],
  coordinating: ['coordinator', 'presidency', 'analysis_group'],
};
const FAMILY_OF = new Map<Cue, Family>(
  Object.entries(FAMILIES).flatMap(([family, cues]) => cues.map((cue) => [cue, family as Family] as const)),
);
/** Families that together say one thing: the second word names what it is in the end. */
const TOGETHER: readonly (readonly [Family, Family, Family])[] = [
  ['asked', 'extension', 'extension'],
  ['dated', 'extension', 'extension'],
  ['reported', 'extension', 'extension'],
  ['coordinating', 'extension', 'coordinating'],
  ['obliged', 'finished', 'finished'],
  ['dated', 'finished', 'finished'],
  ['dated', 'reported', 'reported'],
  ['asked', 'reported', 'asked'],
  ['obliged', 'dated', 'obliged'],
];

/** The family of two in one clause; null where they say two things. */
function together(a: Family | null, b: Family): Family | null {
  if (a === null || a === b) return b;
  const pair = TOGETHER.find(([one, other]) => (one === a && other === b) || (one === b && other === a));
  return pair?.[2] ?? null;
}

const VERBS: readonly Cue[] = [
  'need',
  'finish',
  'join',
  'ratify',
  'sign',
  'in_force',
  'became',
  'withdraw',
  'submit',
  'reported',
  'grant',
  'announce',
  'extend',
  'passed',
  'received',
  'decide',
  'coordinator',
];
const AUXILIARIES: readonly Cue[] = ['is', 'did', 'could', 'must'];
const LINKS: readonly Cue[] = ['that', 'with', 'but', 'which', 'who', 'what'];
const BEFORE_A_NOUN: readonly Item['kind'][] = ['theme', 'article', 'window', 'amount', 'region'];
const ADJECTIVES: readonly Cue[] = [
  'open',
  'and',
  'or',
  'both',
  'grant',
  'not',
  'initial',
  'annual',
  'doubtful',
  'passed',
  'only',
];

const familyOf = (item: Item | undefined): Family | null =>
  item?.kind === 'cue' ? (FAMILY_OF.get(item.cue) ?? null) : null;

/** The family of the noun that stands next, with nothing before it but what describes it. */
function nounAhead(items: readonly Item[], from: number): Family | null {
  for (let at = from; at < items.length; at += 1) {
    const item = items[at];
    if (item === undefined) return null;
    if (item.kind === 'cue' && ADJECTIVES.includes(item.cue)) continue;
    if (BEFORE_A_NOUN.includes(item.kind)) continue;
    return item.kind === 'cue' && !VERBS.includes(item.cue) ? familyOf(item) : null;
  }
  return null;
}

/** The next family within the clause that begins at `from`. */
function familyAhead(items: readonly Item[], from: number): Family | null {
  for (let at = from; at < items.length; at += 1) {
    if (at > from && isCue(items[at], ...LINKS, 'minus')) return null;
    const family = familyOf(items[at]);
    if (family !== null) return family;
  }
  return null;
}

interface Open {
  not: boolean;
  items: Item[];
  family: Family | null;
  minus: Clause['minus'];
}

const fresh = (minus: Open['minus'] = null): Open => ({ not: minus !== null, items: [], family: null, minus });

/**
 * Splits a text where another thing begins to be said of States: "with a deadline in 2021 that asked for help". Null
 * where two things run into each other.
 */
export function clausesOf(items: readonly Item[]): readonly Clause[] | null {
  const clauses: Clause[] = [];
  let open = fresh();
  let isBroken = false;
  let isAfterBut = false;
  const close = (minus: Open['minus'] = null): void => {
    const { not, items: own, family, minus: left } = open;
    // "But" sets one thing that is said against another.
    isBroken ||= isAfterBut && own.length > 0 && family === null;
    if (own.length > 0) isAfterBut = false;
    if (own.length > 0 || not) clauses.push({ not, items: own, family, minus: left });
    open = fresh(minus);
  };
  for (const [at, item] of items.entries()) {
    if (isCue(item, 'minus', 'besides')) {
      close(isCue(item, 'minus') ? 'minus' : 'besides');
      continue;
    }
    // "Excluding States that asked …" goes on; "besides Chad, who …" has ended.
    if (open.minus !== null && isListed(open.items) && !continuesList(item) && !open.items.every(isNoun)) close();
    if (isBoundary(items, at, open)) {
      if (open.minus === null || !open.items.every(isNoun)) close();
      if (isCue(item, 'and', 'also')) continue;
    }
    if (isCue(item, 'but')) {
      isBroken ||= isAfterBut || !clauses.some(({ family }) => family !== null);
      isAfterBut = true;
      continue;
    }
    if (isLink(item, at)) {
      if (isCue(item, 'who', 'which', 'what')) open.items.push(item);
      continue;
    }
    if (isCue(item, 'not')) {
      open.not = !open.not;
      continue;
    }
    const family = familyOf(item);
    if (family !== null) {
      const joint = together(open.family, family);
      // "Accession deadline": no verb begins anything new.
      isBroken ||= joint === null && !isCue(item, ...VERBS);
      if (joint === null) close();
      open.family = joint ?? family;
    }
    open.items.push(item);
  }
  close();
  isBroken ||= isAfterBut;
  return isBroken ? null : joined(clauses);
}

const isLink = (item: Item, at: number): boolean =>
  item.kind === 'cue' && LINKS.includes(item.cue) && (at > 0 || isCue(item, 'with', 'that', 'but'));
const isNoun = (item: Item): boolean => isCue(item, 'states', 'state', 'party', 'who', 'which');
const isListed = (items: readonly Item[]): boolean =>
  items.length > 0 && items.every((item) => continuesList(item) || isNoun(item));
const continuesList = (item: Item): boolean =>
  ['state', 'theme', 'article', 'region'].includes(item.kind) || isCue(item, 'and', 'or', 'both') || familyIsNoun(item);
const familyIsNoun = (item: Item): boolean =>
  familyOf(item) !== null && item.kind === 'cue' && !VERBS.includes(item.cue);

function isBoundary(items: readonly Item[], at: number, { family, items: before }: Open): boolean {
  const item = items[at];
  if (item === undefined || before.length === 0) return false;
  if (isCue(item, 'with')) return nounAhead(items, at + 1) !== null;
  if (isLink(item, at)) return familyAhead(items, at + 1) !== null || isCue(item, 'but');
  if (isCue(item, 'and', 'also')) {
    const next = items[at + 1];
    if (isCue(next, 'not', ...AUXILIARIES, ...VERBS)) return family !== null && familyAhead(items, at + 1) !== null;
    const noun = nounAhead(items, at + 1);
    return noun !== null && family !== null && together(family, noun) === null;
  }
  if (isCue(item, ...AUXILIARIES)) {
    const ahead = familyAhead(items, at);
    return family !== null && ahead !== null && together(family, ahead) === null;
  }
  if (isCue(item, 'not')) return family !== null;
  return false;
}

/** Clauses that say nothing by themselves belong to the one before, unless they leave something out. */
function joined(clauses: readonly Clause[]): readonly Clause[] {
  const found: Clause[] = [];
  for (const clause of clauses) {
    const last = found.at(-1);
    if (clause.family !== null || clause.not || last === undefined || (last.not && last.family === null))
      found.push(clause);
    else found[found.length - 1] = { ...last, items: [...last.items, ...clause.items] };
  }
  return found;
}
