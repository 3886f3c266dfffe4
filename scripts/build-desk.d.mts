import type { BuildOptions } from 'esbuild';

/** How TypeScript and the packages it needs become something that Node runs as it is, as deep in the project as `dist/desk`. */
export const forNode: BuildOptions;

/** Builds the desk and its command line into `folder`, two levels below the project's root; `dist/desk` by itself. */
export function buildDesk(folder?: string): Promise<void>;
