/** What words do in a question, whatever the language: how it asks, what it is about, how its parts belong together. */
export const CUES = [
  // How it asks.
  ...([
    'which',
    'who',
    'what',
    'when',
    'where',
    'why',
    'how_many',
    'how_long',
    'days_left',
    'share',
    'compare',
  ] as const),
  ...(['most', 'next', 'first', 'last', 'all', 'is', 'did', 'could', 'must'] as const),
  // Of whom.
  ...(['states', 'state', 'party', 'owner', 'themes'] as const),
  // Of the register.
  ...(['need', 'request', 'open', 'unowned', 'older', 'days', 'weeks', 'months', 'years'] as const),
  ...(['logged', 'verified', 'acknowledged', 'relayed', 'offered', 'matched', 'in_progress', 'fulfilled'] as const),
  ...(['on_hold', 'withdrawn', 'superseded'] as const),
  // Of the treaty's dates and obligations.
  ...(['deadline', 'obligation', 'finish', 'passed', 'doubtful', 'extension', 'extend', 'grant', 'announce'] as const),
  ...(['decide', 'submit', 'received', 'initial', 'annual', 'report', 'reported', 'late', 'silent'] as const),
  // Of the standing of States.
  ...(['join', 'ratify', 'sign', 'signatory', 'in_force', 'became', 'withdraw', 'standing'] as const),
  // Of meetings, people, papers and rules.
  ...([
    'meeting',
    'preparatory',
    'ahead',
    'held',
    'coordinator',
    'presidency',
    'analysis_group',
    'universalization',
  ] as const),
  ...([
    'cooperation',
    'note',
    'figure',
    'discrepancy',
    'seventh',
    'maximum',
    'longest',
    'say',
    'content',
    'advance',
    'renew',
  ] as const),
  // How its parts belong together.
  ...(['and', 'also', 'or', 'both', 'only', 'not', 'minus', 'but', 'else', 'with', 'that', 'more_than'] as const),
  ...([
    'at_least',
    'or_more',
    'exactly',
    'less_than',
    'several',
    'common',
    'pronoun',
    'before',
    'after',
    'besides',
  ] as const),
] as const;

export type Cue = (typeof CUES)[number];
