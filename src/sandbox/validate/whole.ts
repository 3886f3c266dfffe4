import { block } from './blocks.ts';
import { list, type Problem, problem } from './check.ts';
import { codePoints, SLACK_LIMITS, WHOLE } from './limits.ts';
import { isRecord, type Part } from './part.ts';
import { ONLY_ON, type Surface } from './places.ts';
import { cellText } from './tables.ts';

/** Every object inside `value` that has a type, with its pointer. */
export function* typedIn(value: unknown, at: string): Generator<[Part, string]> {
  if (Array.isArray(value)) {
    for (const [n, item] of value.entries()) yield* typedIn(item, `${at}/${n}`);
  } else if (isRecord(value)) {
    if (typeof value.type === 'string') yield [value, at];
    for (const [name, inner] of Object.entries(value)) yield* typedIn(inner, `${at}/${name}`);
  }
}

const surfaceProblems = (blocks: unknown, surface: Surface, at: string): Problem[] =>
  [...typedIn(blocks, at)].flatMap(([{ type }, pointer]) => {
    const allowed = Object.hasOwn(ONLY_ON, String(type)) ? ONLY_ON[String(type)] : undefined;
    return allowed === undefined || allowed.includes(surface)
      ? []
      : [problem('unsupported_surface', `unsupported type: ${type}`, `${pointer}/type`)];
  });

/** block_id once in the whole, action_id once in its block, focus_on_load once. */
function repeated(blocks: readonly unknown[], at: string): Problem[] {
  const found: Problem[] = [];
  const blockIds = new Set<string>();
  let focused = 0;
  for (const [n, each] of blocks.entries()) {
    const actionIds = new Set<string>();
    for (const [part, pointer] of typedIn(each, `${at}/${n}`)) {
      const { block_id, action_id } = part;
      if (typeof block_id === 'string' && blockIds.size === blockIds.add(block_id).size)
        found.push(problem('duplicate_block_id', `\`block_id\` ${block_id} already exists`, `${pointer}/block_id`));
      if (typeof action_id === 'string' && actionIds.size === actionIds.add(action_id).size)
        found.push(
          problem(
            'duplicate_action_id',
            `\`action_id\` ${action_id} already exists in this block`,
            `${pointer}/action_id`,
          ),
        );
      if (part.focus_on_load !== true) continue;
      focused += 1;
      if (focused > 1)
        found.push(problem('duplicate_focus', 'only one element may have focus_on_load', `${pointer}/focus_on_load`));
    }
  }
  return found;
}

const ofType = (blocks: readonly unknown[], type: string): Part[] =>
  blocks.filter((each): each is Part => isRecord(each) && each.type === type);

function acrossBlocks(blocks: readonly unknown[], at: string): Problem[] {
  const tables = ofType(blocks, 'table');
  const cells = [...tables, ...ofType(blocks, 'data_table')].reduce((sum, each) => sum + cellText(each), 0);
  const marked = ofType(blocks, 'markdown');
  const markdown = marked.reduce((sum, each) => sum + codePoints(String(each.text ?? '')), 0);
  return [
    ...(tables.length > 1 ? [problem('only_one_table', 'only one table block is allowed in a message', at)] : []),
    ...(cells > WHOLE.tableText
      ? [problem('tables_too_long', `the cells of all tables must be less than ${WHOLE.tableText + 1} characters`, at)]
      : []),
    ...(marked.length > 1 && markdown > SLACK_LIMITS.markdownText.max
      ? [
          problem(
            'markdown_too_long',
            `all markdown blocks must be less than ${SLACK_LIMITS.markdownText.max + 1} characters`,
            at,
          ),
        ]
      : []),
  ];
}

/** What Slack would refuse in `blocks` on `surface`. An empty list of blocks is allowed in messages alone. */
export function blockProblems(blocks: unknown, surface: Surface, at = '/blocks'): Problem[] {
  const range = surface === 'message' ? { min: 0, max: SLACK_LIMITS.messageBlocks.max } : SLACK_LIMITS.viewBlocks;
  const found = list(block, range)(blocks, at);
  if (!Array.isArray(blocks)) return found;
  return [
    ...found,
    ...surfaceProblems(blocks, surface, at),
    ...repeated(blocks, at),
    ...(surface === 'message' ? acrossBlocks(blocks, at) : []),
  ];
}

/** Code points of all text in `blocks`, cells of tables left aside; what `msg_blocks_too_long` is measured on. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textIn(item), 0);
  if (!isRecord(value) || value.type === 'data_table' || value.type === 'table') return 0;
  return Object.entries(value).reduce(
    (sum, [name, inner]) => sum + (name === 'text' && typeof inner === 'string' ? codePoints(inner) : textIn(inner)),
    0,
  );
}
