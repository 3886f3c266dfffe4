import type { z } from 'zod';

/** What a window carries beside its fields, as its feature reads it; null where it was opened by an older desk, or is no JSON. */
export function carriedIn<T>(shape: z.ZodType<T>, metadata: string): T | null {
  try {
    const parsed = shape.safeParse(JSON.parse(metadata));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** The same of a window that the router has looked at already: it opens no form whose `carries` it cannot read. */
export function carriedBy<T>(shape: z.ZodType<T>, metadata: string): T {
  const carried = carriedIn(shape, metadata);
  if (carried === null) throw new Error('The router lets no window through whose metadata cannot be read.');
  return carried;
}
