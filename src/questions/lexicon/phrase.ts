/** A phrase of one meaning, as folded words. */
export type Phrase<T> = readonly [phrase: string, meaning: T];

/** The words of a line, each of them meaning the same. */
export const each = <const T>(words: string, meaning: T): readonly Phrase<T>[] =>
  words.split(' ').map((word) => [word, meaning] as const);
