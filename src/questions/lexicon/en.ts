import type { Theme } from '../../treaty/theme.ts';

/** A phrase of one meaning, as folded words. */
export type Phrase<T> = readonly [phrase: string, meaning: T];

/** What themes are called. The longest phrase wins. */
export const THEME_PHRASES: readonly Phrase<Theme>[] = [
  ['victim assistance', 'VICTIM_ASSISTANCE'],
  ['victims assistance', 'VICTIM_ASSISTANCE'],
  ['assistance to victims', 'VICTIM_ASSISTANCE'],
  ['assistance for victims', 'VICTIM_ASSISTANCE'],
  ['help for victims', 'VICTIM_ASSISTANCE'],
  ['victim support', 'VICTIM_ASSISTANCE'],
  ['victims', 'VICTIM_ASSISTANCE'],
  ['survivors', 'VICTIM_ASSISTANCE'],
  ['va', 'VICTIM_ASSISTANCE'],
  ['article 5', 'VICTIM_ASSISTANCE'],
  ['art 5', 'VICTIM_ASSISTANCE'],
  ['survey and clearance', 'SURVEY_AND_CLEARANCE'],
  ['clearance and survey', 'SURVEY_AND_CLEARANCE'],
  ['clearance of remnants', 'SURVEY_AND_CLEARANCE'],
  ['clearance', 'SURVEY_AND_CLEARANCE'],
  ['clearing remnants', 'SURVEY_AND_CLEARANCE'],
  ['survey', 'SURVEY_AND_CLEARANCE'],
  ['demining', 'SURVEY_AND_CLEARANCE'],
  ['remnants', 'SURVEY_AND_CLEARANCE'],
  ['cmr', 'SURVEY_AND_CLEARANCE'],
  ['article 4', 'SURVEY_AND_CLEARANCE'],
  ['art 4', 'SURVEY_AND_CLEARANCE'],
  ['risk reduction education', 'RISK_REDUCTION_EDUCATION'],
  ['risk reduction', 'RISK_REDUCTION_EDUCATION'],
  ['risk education', 'RISK_REDUCTION_EDUCATION'],
  ['explosive ordnance risk education', 'RISK_REDUCTION_EDUCATION'],
  ['rre', 'RISK_REDUCTION_EDUCATION'],
  ['mre', 'RISK_REDUCTION_EDUCATION'],
  ['eore', 'RISK_REDUCTION_EDUCATION'],
  ['re', 'RISK_REDUCTION_EDUCATION'],
  ['stockpile destruction', 'STOCKPILE_DESTRUCTION'],
  ['destruction of stockpiles', 'STOCKPILE_DESTRUCTION'],
  ['destroying stockpiles', 'STOCKPILE_DESTRUCTION'],
  ['stockpiles', 'STOCKPILE_DESTRUCTION'],
  ['stockpile', 'STOCKPILE_DESTRUCTION'],
  ['article 3', 'STOCKPILE_DESTRUCTION'],
  ['art 3', 'STOCKPILE_DESTRUCTION'],
  ['national implementation', 'NATIONAL_IMPLEMENTATION'],
  ['national legislation', 'NATIONAL_IMPLEMENTATION'],
  ['article 9', 'NATIONAL_IMPLEMENTATION'],
  ['art 9', 'NATIONAL_IMPLEMENTATION'],
  ['transparency reporting', 'TRANSPARENCY'],
  ['transparency', 'TRANSPARENCY'],
  ['not covered by the convention', 'NOT_COVERED'],
  ['aerial bombs', 'NOT_COVERED'],
];

/** What a question is about. */
export type Cue =
  | 'need'
  | 'request'
  | 'deadline'
  | 'when'
  | 'party'
  | 'ratify'
  | 'sign'
  | 'in_force'
  | 'which'
  | 'how_many'
  | 'yes_no'
  | 'what'
  | 'both'
  | 'either'
  | 'and'
  | 'besides'
  | 'extension'
  | 'initial'
  | 'report'
  | 'states';

export const CUE_PHRASES: readonly Phrase<Cue>[] = [
  ...(
    [
      'need',
      'needs',
      'needed',
      'needing',
      'ask',
      'asks',
      'asked',
      'asking',
      'seek',
      'seeks',
      'sought',
      'seeking',
      'require',
      'requires',
      'required',
      'requested',
      'requesting',
      'want',
      'wants',
      'wanted',
      'wanting',
    ] as const
  ).map((word) => [word, 'need'] as const),
  ['request', 'request'],
  ['requests', 'request'],
  ...(['deadline', 'deadlines', 'due', 'dates', 'expire', 'expires'] as const).map(
    (word) => [word, 'deadline'] as const,
  ),
  ['when', 'when'],
  ['states parties', 'party'],
  ['state party', 'party'],
  ['state parties', 'party'],
  ['states party', 'party'],
  ['party', 'party'],
  ['parties', 'party'],
  ['member', 'party'],
  ['members', 'party'],
  ['joined', 'party'],
  ['join', 'party'],
  ...(['ratify', 'ratified', 'ratification', 'acceded', 'accede', 'accession', 'deposit', 'deposited'] as const).map(
    (word) => [word, 'ratify'] as const,
  ),
  ...(['sign', 'signed', 'signatory', 'signature'] as const).map((word) => [word, 'sign'] as const),
  ['in force', 'in_force'],
  ['entry into force', 'in_force'],
  ['entered into force', 'in_force'],
  ['enter into force', 'in_force'],
  ...(['which', 'who', 'list', 'whose'] as const).map((word) => [word, 'which'] as const),
  ['how many', 'how_many'],
  ['number of', 'how_many'],
  ...(['does', 'do', 'did', 'has', 'have', 'is', 'are', 'was'] as const).map((word) => [word, 'yes_no'] as const),
  ['what', 'what'],
  ['both', 'both'],
  ['or', 'either'],
  ['either', 'either'],
  ['and', 'and'],
  ['besides', 'besides'],
  ['except', 'besides'],
  ['apart from', 'besides'],
  ['other than', 'besides'],
  ['extension request', 'extension'],
  ['extension requests', 'extension'],
  ['extension', 'extension'],
  ['extensions', 'extension'],
  ['initial', 'initial'],
  ['report', 'report'],
  ['reports', 'report'],
  ['article 7 report', 'report'],
  ['article 7 reports', 'report'],
  ['annual report', 'report'],
  ['annual reports', 'report'],
  ['article 7', 'report'],
  ['states', 'states'],
  ['state', 'states'],
  ['countries', 'states'],
  ['country', 'states'],
];

/** Words that may be left out without changing what is asked. */
export const IDLE_WORDS: readonly string[] = (
  'a an the of for with in on to from by at its their his our my me us it they them there that this these those please show give tell find help support assistance ' +
  'international cooperation be been being currently now today any all every each as so far ccm convention cluster munitions munition latest most recent else ' +
  'fall falls end ends run runs out can could you would i we know want about under according your record were will still hello hi thanks thank'
).split(' ');

/** Things of which the record holds nothing at all, with the words for it. */
export const NO_DATA_PHRASES: readonly Phrase<string>[] = [
  ['casualties', 'casualties'],
  ['casualty', 'casualties'],
  ['contributions', 'contributions'],
  ['contribution', 'contributions'],
  ['contributed', 'contributions'],
  ['funding', 'contributions'],
  ['funded', 'contributions'],
  ['money', 'contributions'],
  ['donors', 'donors'],
  ['donor', 'donors'],
  ['partners', 'partners'],
  ['offers', 'offers of help'],
  ['offered', 'offers of help'],
  ['pledges', 'pledges'],
  ['pledged', 'pledges'],
  ['coalition', 'Country Coalitions'],
  ['coalitions', 'Country Coalitions'],
];

/** Other conventions and other clusters, which the desk does not answer for. */
export const OUTSIDE_PHRASES: readonly Phrase<string>[] = [
  ['apmbc', 'the Anti-Personnel Mine Ban Convention'],
  ['mine ban convention', 'the Anti-Personnel Mine Ban Convention'],
  ['mine ban treaty', 'the Anti-Personnel Mine Ban Convention'],
  ['ottawa convention', 'the Anti-Personnel Mine Ban Convention'],
  ['ottawa treaty', 'the Anti-Personnel Mine Ban Convention'],
  ['article 5 mine clearance', 'the Anti-Personnel Mine Ban Convention, where Article 5 is mine clearance'],
  ['mine clearance under article 5', 'the Anti-Personnel Mine Ban Convention, where Article 5 is mine clearance'],
  ['anti personnel mines', 'the Anti-Personnel Mine Ban Convention'],
  ['antipersonnel mines', 'the Anti-Personnel Mine Ban Convention'],
  ['landmines', 'the Anti-Personnel Mine Ban Convention'],
  ['arms trade treaty', 'the Arms Trade Treaty'],
  ['humanitarian cluster', 'humanitarian clusters'],
  ['humanitarian clusters', 'humanitarian clusters'],
  ['protection cluster', 'humanitarian clusters'],
  ['health cluster', 'humanitarian clusters'],
  ['weather', 'the weather'],
];
