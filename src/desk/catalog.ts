import { type Actor, may } from './actor.ts';
import type {
  Action,
  Clockwork,
  Command,
  Feature,
  FreeText,
  HomeSection,
  Joining,
  Options,
  Shortcut,
  Submission,
} from './describe.ts';

/** Everything that the features offer, ready to be looked up. */
export interface Catalog {
  /** In the order of the features. */
  commands: readonly Command[];
  verbs: ReadonlyMap<string, Command>;
  actions: ReadonlyMap<string, Action>;
  submissions: ReadonlyMap<string, Submission>;
  options: ReadonlyMap<string, Options>;
  shortcuts: ReadonlyMap<string, Shortcut>;
  /** From the top of App Home to its end. */
  home: readonly HomeSection[];
  freeText: FreeText;
  clockwork: readonly Clockwork[];
  joined: readonly ((joining: Joining) => Promise<void>)[];
}

function byKey<T>(what: string, entries: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const map = new Map<string, T>();
  for (const [key, value] of entries) {
    if (map.has(key)) throw new Error(`Two features offer the ${what} "${key}".`);
    map.set(key, value);
  }
  return map;
}

/** The catalogue of `features`; throws when two offer the same name, or none (or several) answers free text. */
export function catalogOf(features: readonly Feature[]): Catalog {
  const commands = features.flatMap((feature) => feature.commands ?? []);
  const [freeText, ...more] = features.flatMap((feature) => feature.freeText ?? []);
  if (freeText === undefined || more.length > 0) throw new Error('Exactly one feature answers free text.');
  return {
    commands,
    verbs: byKey(
      'verb',
      commands.flatMap((command) => [command.verb, ...command.also].map((verb) => [verb, command] as const)),
    ),
    actions: byKey(
      'action',
      features.flatMap((feature) => feature.actions ?? []).map((action) => [action.id, action] as const),
    ),
    submissions: byKey(
      'submission',
      features
        .flatMap((feature) => feature.submissions ?? [])
        .map((submission) => [submission.id, submission] as const),
    ),
    options: byKey(
      'select',
      features.flatMap((feature) => feature.options ?? []).map((options) => [options.action, options] as const),
    ),
    shortcuts: byKey(
      'shortcut',
      features.flatMap((feature) => feature.shortcuts ?? []).map((shortcut) => [shortcut.id, shortcut] as const),
    ),
    home: features.flatMap((feature) => feature.home ?? []).toSorted((a, b) => a.order - b.order),
    freeText,
    clockwork: features.flatMap((feature) => feature.clockwork ?? []),
    joined: features.flatMap((feature) => feature.joined ?? []),
  };
}

/** Those of `commands` that `actor` may use. */
export const offeredTo = (commands: readonly Command[], actor: Actor): readonly Command[] =>
  commands.filter(({ needs }) => needs === undefined || may(actor, needs));

/** The verb a text begins with and what follows it; null when its first word is no verb. An empty text is the verb "". */
export function commandIn(catalog: Catalog, text: string): { command: Command; rest: string } | null {
  const [, word = '', rest = ''] = /^(\S*)\s*([\s\S]*)$/.exec(text.trim()) ?? [];
  const command = catalog.verbs.get(word.toLowerCase());
  return command === undefined ? null : { command, rest: rest.trim() };
}
