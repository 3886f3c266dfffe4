import type { SeenCommand, TypedWords } from '../../protocol.ts';
import type { Completion, Entry } from '../elements/entry.ts';
import type { Choice } from '../elements/surface.ts';
import { wordsAt } from './complete-words.ts';

/** What may be completed where somebody types. */
export interface Completable {
  commands: readonly SeenCommand[];
  people: readonly Choice[];
  /** Names without `#`. */
  channels: readonly Choice[];
  /** What may follow a command; null until it is known. */
  words: TypedWords | null;
}

/** Names that begin with what was typed come before those that only hold it. */
const beginning = (choices: readonly Choice[], sign: string, typed: string): Entry[] =>
  choices
    .map((choice) => ({ ...choice, at: choice.name.toLowerCase().indexOf(typed.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .toSorted((a, b) => Math.min(a.at, 1) - Math.min(b.at, 1))
    .slice(0, 8)
    .map(({ name }) => ({ key: `${sign}${name} `, text: `${sign}${name}` }));

/** What `text` could become at the caret: a command at its very beginning and what follows it, a person after `@`, a channel after `#`; null when nothing. */
export function completionAt(text: string, caret: number, offered: Completable): Completion | null {
  const before = text.slice(0, caret);
  const entries = (from: number, found: readonly Entry[]): Completion | null =>
    found.length === 0 || found.some((entry) => entry.text === before.slice(from)) ? null : { from, entries: found };
  if (/^\/\S*$/.test(before)) {
    const found = offered.commands
      .filter(({ command }) => command.startsWith(before.toLowerCase()) && command !== before.toLowerCase())
      .map(({ command, usageHint, description }) => ({
        key: `${command} `,
        text: usageHint === '' ? command : `${command} ${usageHint}`,
        about: description,
      }));
    return entries(0, found);
  }
  const command = offered.commands.find((one) => before.startsWith(`${one.command} `))?.command;
  const following = command === undefined || offered.words === null ? null : wordsAt(before, command, offered.words);
  if (following !== null) return following;
  const word = /(?:^|\s)([@#])([\p{L}\p{N}_-]*)$/u.exec(before);
  if (word === null) return null;
  const [, sign = '', typed = ''] = word;
  const from = caret - typed.length - 1;
  return entries(from, beginning(sign === '@' ? offered.people : offered.channels, sign, typed));
}

/** A line as it will be sent: a command with its text, or a message; null when there is nothing to send. */
export function lineTyped(text: string): { command: string; text: string } | { command: null; text: string } | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const [, command, rest = ''] = /^(\/\S+)\s*([\s\S]*)$/.exec(trimmed) ?? [];
  return command === undefined ? { command: null, text: trimmed } : { command, text: rest };
}
