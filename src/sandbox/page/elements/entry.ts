/** One line of a list to choose from. */
export interface Entry {
  key: string;
  text: string;
  about?: string | undefined;
  /** The heading under which it stands. */
  group?: string | undefined;
  chosen?: boolean;
}
