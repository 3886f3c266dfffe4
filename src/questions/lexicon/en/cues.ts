import { each, type Phrase } from '../phrase.ts';

/** What a question is about, and how it asks. */
export type Cue =
  // Of the register.
  | 'need'
  | 'request'
  // Of the treaty's dates.
  | 'deadline'
  | 'extension'
  | 'initial'
  | 'annual'
  | 'report'
  // Of the standing of States.
  | 'party'
  | 'join'
  | 'ratify'
  | 'sign'
  | 'signatory'
  | 'in_force'
  | 'standing'
  // How it asks, and of whom.
  | 'which'
  | 'who'
  | 'what'
  | 'when'
  | 'how_many'
  | 'yes_no'
  | 'states'
  | 'state'
  | 'all'
  // How its parts belong together.
  | 'both'
  | 'either'
  | 'and'
  | 'besides'
  | 'else'
  /** "their", "it": stands for a State or a question named before it in the same text. */
  | 'pronoun';

export const CUE_PHRASES: readonly Phrase<Cue>[] = [
  ...each(
    'need needs needed needing ask asks asked asking seek seeks sought seeking require requires required',
    'need',
  ),
  ...each('requested requesting want wants wanted wanting', 'need'),
  ...each('request requests', 'request'),
  ['requests made', 'request'],
  ...each('deadline deadlines due dates expire expires', 'deadline'),
  ['due date', 'deadline'],
  ['due dates', 'deadline'],
  ['extension request', 'extension'],
  ['extension requests', 'extension'],
  ['request for an extension', 'extension'],
  ['requests for an extension', 'extension'],
  ['requests for extension', 'extension'],
  ['requests for extensions', 'extension'],
  ['initial', 'initial'],
  ['annual', 'annual'],
  ...each('report reports', 'report'),
  ['article 7', 'report'],
  ['art 7', 'report'],
  ['art. 7', 'report'],
  ['article 7 report', 'report'],
  ['article 7 reports', 'report'],
  ['transparency report', 'report'],
  ['transparency reports', 'report'],
  ['article 7 transparency report', 'report'],
  ['article 7 transparency reports', 'report'],
  ['states parties', 'party'],
  ['state party', 'party'],
  ['state parties', 'party'],
  ['states party', 'party'],
  ...each('party parties member members', 'party'),
  ...each('joined join', 'join'),
  ...each('ratify ratified ratification acceded accede accession deposit deposited', 'ratify'),
  ...each('sign signed signature', 'sign'),
  ...each('signatory signatories', 'signatory'),
  ['in force', 'in_force'],
  ['entry into force', 'in_force'],
  ['entered into force', 'in_force'],
  ['enter into force', 'in_force'],
  ...each('standing status', 'standing'),
  ...each('which list whose', 'which'),
  ['who', 'who'],
  ['those who', 'who'],
  ['what', 'what'],
  ['when', 'when'],
  ['how many', 'how_many'],
  ['number of', 'how_many'],
  ...each('does do did has have is are was were', 'yes_no'),
  ...each('states countries', 'states'),
  ...each('state country', 'state'),
  ['all', 'all'],
  ['both', 'both'],
  ['for all of', 'both'],
  ...each('or either', 'either'),
  ['and', 'and'],
  ['as well as', 'and'],
  ...each('besides except', 'besides'),
  ['apart from', 'besides'],
  ['other than', 'besides'],
  ['else', 'else'],
  ...each('its their it they them his', 'pronoun'),
];
