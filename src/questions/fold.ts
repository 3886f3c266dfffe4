/** `text` as it is compared: small letters, no accents, nothing invisible, no punctuation but what separates words. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/[’'`´]s\b/g, '')
    // French puts short words before vowels: "d'aide" is two words.
    .replace(/(?<![\p{L}\p{N}])(qu|jusqu|[cdjlmnst])[’'`´](?=\p{L})/gu, '$1 ')
    .replace(/[’'`´]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}.]+/gu, ' ')
    .replace(/\.(?!\d)/g, ' ')
    .trim()
    .replace(/\s+/g, ' ');

/** The words of `text`, folded. */
export const wordsIn = (text: string): string[] => {
  const folded = fold(text);
  return folded === '' ? [] : folded.split(' ');
};
