import type { Theme } from '../../treaty/theme.ts';
import { isCue } from '../items.ts';
import type { Cue } from '../lexicon/cue.ts';
import { NOT_UNDERSTOOD, type Shape } from '../question.ts';
import { RULES, type Rule } from '../rules.ts';
import { has, hasOnly, type Parts } from './parts.ts';

const CUES: readonly Cue[] = [
  'what',
  'when',
  'who',
  'which',
  'how_long',
  'is',
  'did',
  'could',
  'must',
  'states',
  'state',
  'party',
  'deadline',

  'extension',
  'extend',
  'maximum',
  'longest',
  'grant',
  'say',
  'content',
  'advance',
  'renew',
  'decide',
  'submit',
  'finish',

  'initial',
  'annual',
  'report',
  'in_force',
  'withdraw',
  'pronoun',
  'meeting',
  'after',
  'all',
  'days',
  'years',
  'request',
  'need',
];

/** Reads a question about what the treaty itself says; null where it asks for none of its rules. */
export function ruleAsked(parts: Parts, singular: boolean): Shape | null {
  const { states, regions, windows, bounds, meetings } = parts;
  if (states.length + regions.length + windows.length + bounds.length + meetings.length > 0) return null;
  const rules = rulesOf(parts, singular);
  if (rules === null) return null;
  // "How long can an extension last?"
  const allowed = has(parts, 'how_long') && has(parts, 'could') ? [...CUES, 'last' as const] : CUES;
  if (!hasOnly(parts, allowed, ['articles'])) return NOT_UNDERSTOOD;
  const [rule, other] = rules;
  if (rule === undefined) return NOT_UNDERSTOOD;
  if (other !== undefined) return { kind: 'ambiguous', doubt: { of: 'rule', rules } };
  return { about: 'rules', rule };
}

type Pair = readonly [stockpiles: Rule, clearance: Rule];

/** The rules that are meant; two where the article is left open, none where another theme is named. */
function rulesOf(parts: Parts, singular: boolean): readonly Rule[] | null {
  const { themes } = parts;
  const byArticle = (pair: Pair): readonly Rule[] => {
    if (themes.length === 0) return pair;
    if (themes.length > 1) return [];
    return themes[0] === 'STOCKPILE_DESTRUCTION' ? [pair[0]] : themes[0] === 'SURVEY_AND_CLEARANCE' ? [pair[1]] : [];
  };
  const extension = has(parts, 'extension', 'extend');
  if (
    extension &&
    (has(parts, 'maximum') ||
      (has(parts, 'how_long', 'longest') &&
        has(parts, 'could', 'is') &&
        parts.states.length === 0 &&
        themes.length > 0))
  )
    return byArticle(['stockpile_extension', 'clearance_extension']);
  if (extension && has(parts, 'advance')) return ['extension_submission'];
  if (extension && has(parts, 'content')) return byArticle(['stockpile_request_content', 'clearance_request_content']);
  if (extension && has(parts, 'renew')) return ['extension_renewal'];
  if (extension && has(parts, 'decide') && has(parts, 'who', 'which')) return ['extension_decision'];
  if (has(parts, 'withdraw') && has(parts, 'how_long', 'when') && has(parts, 'is')) return ['withdrawal'];
  if (
    has(parts, 'initial') &&
    has(parts, 'report') &&
    (has(parts, 'how_long', 'in_force', 'days_left') ||
      (has(parts, 'when') && has(parts, 'must') && has(parts, 'state') && !has(parts, 'after')))
  )
    return ['initial_report'];
  if (has(parts, 'in_force') && has(parts, 'when') && !has(parts, 'initial', 'deadline'))
    return has(parts, 'state', 'party') ? ['entry_into_force'] : ['convention_in_force'];
  if (
    has(parts, 'when') &&
    has(parts, 'must') &&
    !has(parts, 'which', 'who', 'extension', 'report', 'initial', 'annual')
  )
    return obligationRule(themes, byArticle);
  if (has(parts, 'how_long') && has(parts, 'must', 'is', 'did', 'deadline')) return obligationRule(themes, byArticle);
  if (
    has(parts, 'deadline') &&
    has(parts, 'what', 'when') &&
    singular &&
    !has(parts, 'next', 'first', 'last', 'days_left', 'passed', 'doubtful', 'which')
  )
    return deadlineRule(parts, byArticle);
  return articleRule(parts);
}

const obligationRule = (
  themes: readonly Theme[],
  byArticle: (pair: Pair) => readonly Rule[],
): readonly Rule[] | null => (themes.length === 1 ? byArticle(['stockpile_deadline', 'clearance_deadline']) : null);

function deadlineRule(parts: Parts, byArticle: (pair: Pair) => readonly Rule[]): readonly Rule[] | null {
  const { themes } = parts;
  if (has(parts, 'extension')) return ['extension_submission'];
  if (has(parts, 'initial')) return ['initial_report'];
  if (has(parts, 'annual')) return ['annual_report'];
  const found =
    themes.length === 1 && !has(parts, 'report') ? byArticle(['stockpile_deadline', 'clearance_deadline']) : [];
  return found.length === 0 ? null : found;
}

/** "What does Article 5 say?": an article and nothing else. */
function articleRule({ items, cues, themes, byArticle, articles }: Parts): readonly Rule[] | null {
  const named = items.flatMap((item) => (item.kind === 'article' ? [item.article] : []));
  const [article] = named;
  // "What does Article 4 require?" asks the article, "what needs under Article 4" its States.
  const requires =
    cues.indexOf('need') > cues.indexOf('is') &&
    items.findIndex(({ kind }) => kind === 'article') < items.findIndex((item) => isCue(item, 'need'));
  const isAsked =
    cues.includes('what') && cues.every((cue) => ['what', 'is', 'say'].includes(cue) || (cue === 'need' && requires));
  if (article === undefined || named.length > 1 || !isAsked || themes.length > byArticle.length || articles.length > 1)
    return null;
  const name = `article_${article.replace(/[.(]/g, '_').replace(')', '')}`;
  const plain = `article_${article.replace(/\..*/, '')}`;
  const rule = RULES.find((each) => each === name) ?? RULES.find((each) => each === plain);
  return rule === undefined ? [] : [rule];
}
