import type { ViewValue, ViewValues } from './describe.ts';

/** What each action of a form holds, whichever block it stands in. */
export const byAction = (values: ViewValues): ReadonlyMap<string, ViewValue> =>
  new Map(Object.values(values).flatMap((block) => Object.entries(block)));

/** The text or choice of one action; empty when it was left so or does not stand in the form. */
export function textOf(values: ViewValues, action: string): string {
  const value = byAction(values).get(action);
  return typeof value === 'string' ? value.trim() : '';
}

/** What was ticked in a list of choices. */
export function choicesOf(values: ViewValues, action: string): readonly string[] {
  const value = byAction(values).get(action);
  return Array.isArray(value) ? value : [];
}

/** The block in which an action stands in a form, for an error to be shown there. */
export const blockOf = (values: ViewValues, action: string): string =>
  Object.entries(values).find(([, held]) => action in held)?.[0] ?? action;
