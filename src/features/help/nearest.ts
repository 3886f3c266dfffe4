import { distance } from 'fastest-levenshtein';
import type { Command } from '../../desk/describe.ts';
import { isOneSlip } from '../../questions/near.ts';

const LONGEST_WORD = 40;

const farFrom = (word: string, command: Command): number =>
  Math.min(
    ...[command.verb, ...command.also].map((verb) =>
      verb.startsWith(word) && word.length > 1 ? 0.5 : isOneSlip(word, verb) ? 1 : distance(word, verb),
    ),
  );

/** The commands whose verb is spelt most like `word`, nearest first; none when nothing comes near. */
export function nearestCommands(word: string, commands: readonly Command[], atMost = 3): readonly Command[] {
  const lower = word.trim().toLowerCase().slice(0, LONGEST_WORD);
  if (lower === '') return [];
  const allowed = Math.max(1, Math.floor(lower.length / 3));
  return commands
    .map((command) => ({ command, far: farFrom(lower, command) }))
    .filter(({ far }) => far <= allowed)
    .toSorted((a, b) => a.far - b.far)
    .slice(0, atMost)
    .map(({ command }) => command);
}
