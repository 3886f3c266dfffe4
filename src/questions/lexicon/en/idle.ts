import type { Phrase } from '../phrase.ts';

/**
 * Words and phrases that may be left out without changing what is asked. Nothing that limits, compares, ranks, denies or
 * points elsewhere may stand here ("most", "only", "each", "my"): leaving it out would answer another question.
 */
export const IDLE_PHRASES: readonly string[] = [
  ...(
    'a an the of for with in on to from at by please show find tell help support assistance international cooperation be been being ' +
    'currently now any so far ccm convention cluster munitions munition know about under according still hello hi thanks thank that'
  ).split(' '),
  ...[
    'are there',
    'is there',
    'were there',
    'was there',
    'there are',
    'there is',
    'there were',
    'give me',
    'give us',
    'show me',
    'show us',
    'tell me',
    'tell us',
    'can you',
    'could you',
    'would you',
    'can i',
    'do you know',
    'do we know',
    'let me know',
    'i want',
    'we want',
    'i need',
    'we need',
    'i would like',
    'we would like',
    'i want to know',
    'we want to know',
    'i need to know',
    'we need to know',
    'i would like to know',
    'we would like to know',
    'those that',
    'on record',
    'on your record',
    'on the record',
    'whether',
    'what about',
    'how about',
    'up to now',
    'as of now',
    'as of today',
    'fall',
    'falls',
    'end',
    'ends',
    'run out',
    'runs out',
    'will fall',
    'will end',
    'will expire',
    'will be',
    'in their reports',
    'in their article 7 reports',
    'in article 7 reports',
    'in the article 7 reports',
    'in their latest reports',
    'in their latest article 7 reports',
    'in their most recent reports',
    'in their transparency reports',
    'in its report',
    'in its article 7 report',
    'in its latest report',
    'in its latest article 7 report',
  ],
];

/** Phrases of known words that mean more than their words, and that the desk does not answer. */
export const UNCLEAR_PHRASES: readonly string[] = [
  ...[
    'need',
    'needs',
    'needed',
    'ask',
    'asks',
    'asked',
    'want',
    'wants',
    'wanted',
    'seek',
    'seeks',
    'require',
    'required',
  ].map((verb) => `${verb} to`),
  'of them',
  'of that',
  'that state',
  'that country',
  'this state',
  'all of',
  'or not',
  'so many',
  'end of',
];

/** Things of which the record holds nothing at all, with the words for it. */
export const NO_DATA_PHRASES: readonly Phrase<string>[] = [
  ...words('casualties casualty killed injured deaths accidents', 'casualties'),
  ['how many victims', 'casualties'],
  ['how many survivors', 'casualties'],
  ['number of victims', 'casualties'],
  ['number of survivors', 'casualties'],
  ...words('contributions contribution contributed contribute contributes contributor contributors', 'contributions'),
  ...words('funding funded fund funds finance finances financed money paid pay pays sponsor sponsors', 'contributions'),
  ...words('give gives gave provide provides provided donate donates donated donation donations', 'contributions'),
  ...words('donors donor', 'donors'),
  ...words('partners partner operators operator ngos ngo', 'partners'),
  ...words('offers offered offer offering', 'offers of help'),
  ...words('pledges pledged pledge', 'pledges'),
  ...words('coalition coalitions', 'Country Coalitions'),
  ...words('contaminated contamination hectares', 'contaminated areas'),
  ['how much', 'amounts and quantities'],
  ...words('dollars euros amount amounts', 'amounts and quantities'),
];

const MINE_BAN = 'the Anti-Personnel Mine Ban Convention';

/** Other conventions and other clusters, which the desk does not answer for. */
export const OUTSIDE_PHRASES: readonly Phrase<string>[] = [
  ['apmbc', MINE_BAN],
  ['mine ban convention', MINE_BAN],
  ['mine ban treaty', MINE_BAN],
  ['ottawa convention', MINE_BAN],
  ['ottawa treaty', MINE_BAN],
  ['anti personnel mines', MINE_BAN],
  ['antipersonnel mines', MINE_BAN],
  ['anti personnel mine', MINE_BAN],
  ['landmines', MINE_BAN],
  ['landmine', MINE_BAN],
  ['mine clearance', `mine clearance, which is Article 5 of ${MINE_BAN}`],
  ['arms trade treaty', 'the Arms Trade Treaty'],
  ['humanitarian cluster', 'humanitarian clusters'],
  ['humanitarian clusters', 'humanitarian clusters'],
  ['protection cluster', 'humanitarian clusters'],
  ['health cluster', 'humanitarian clusters'],
];

function words(line: string, subject: string): readonly Phrase<string>[] {
  return line.split(' ').map((word) => [word, subject] as const);
}
