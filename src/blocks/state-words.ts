import { listed } from './words.ts';

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

/** "You represent Montenegro: the Netherlands handles its requests." Nobody handles their own State. */
export const ownStateSentence = (own: string, handlers: readonly string[]): string =>
  `You represent ${inSentence(own)}: ${handlers.length === 0 ? 'another coordinator' : listed(handlers.map(inSentence))} handles its requests.`;

/** A State's short name within a sentence: "the Netherlands", "Lebanon". */
export const inSentence = (shortName: string): string => (WITH_ARTICLE.has(shortName) ? `the ${shortName}` : shortName);
