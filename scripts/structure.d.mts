/** What was looked at under src/, and everything wrong with it. */
export interface Structure {
  problems: readonly string[];
  modules: number;
  /** Lines of the median module. */
  median: number;
  /** The longest module with its lines. */
  longest: string;
}

/** Looks at src/ of the project in `root` by the rules that lie beside it. */
export function structureOf(root: string): Promise<Structure>;
