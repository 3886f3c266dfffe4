const SMALL = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** "nine", "twelve", "13": numbers up to twelve in words, as in running text. */
export const numberWord = (n: number): string => SMALL[n] ?? String(n);

/** The same words as at the beginning of a sentence. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A number at the beginning of a sentence. */
export const NumberWord = (n: number): string => capital(numberWord(n));

/** "1 request", "3 requests". */
export const counted = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;

/** "A, B and C". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
