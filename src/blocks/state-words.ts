const WITH_ARTICLE: ReadonlySet<string> = new Set([
  'Bahamas',
  'Central African Republic',
  'Comoros',
  'Cook Islands',
  'Dominican Republic',
  'DPRK',
  'DR Congo',
  'Gambia',
  'Holy See',
  'Lao PDR',
  'Maldives',
  'Marshall Islands',
  'Netherlands',
  'Philippines',
  'Republic of Korea',
  'Solomon Islands',
  'State of Palestine',
  'United Arab Emirates',
  'United Kingdom',
  'United States',
]);

/** A State's short name within a sentence: "the Netherlands", "Lebanon". */
export const inSentence = (shortName: string): string => (WITH_ARTICLE.has(shortName) ? `the ${shortName}` : shortName);
