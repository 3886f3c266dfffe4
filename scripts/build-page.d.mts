/** Builds the page into `folder` (dist/page without one), replacing what was there. */
export function buildPage(folder?: string): Promise<void>;
