/** One line of a list to choose from. */
export interface Entry {
  key: string;
  text: string;
  about?: string | undefined;
  /** The heading under which it stands. */
  group?: string | undefined;
  chosen?: boolean;
}

/** What a word that was begun could become. */
export interface Completion {
  /** Where the word begins. */
  from: number;
  /** `key` is the text to put in its place. */
  entries: readonly Entry[];
}
