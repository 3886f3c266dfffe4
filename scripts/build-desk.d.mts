/** Builds the desk and its command line into `folder`, two levels below the project's root; `dist/desk` by itself. */
export function buildDesk(folder?: string): Promise<void>;
