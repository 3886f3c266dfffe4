/** `items` with their places as keys, for lists that have no identity of their own and are drawn in a fixed order. */
export const inOrder = <T>(items: readonly T[]): readonly (readonly [key: string, item: T])[] =>
  items.map((item, place) => [String(place), item] as const);
