import { actions, button, context, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { escapeText, join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted, listed } from '../../blocks/words.ts';
import type { Command } from '../../desk/describe.ts';

const LINES_A_SECTION = 12;
const FIRST = 8;

/** As many as help shows at once: those that come first, and of the others what there is room for. */
function firstOf(commands: readonly Command[]): readonly Command[] {
  const byRank = [...commands].toSorted((a, b) => Number(a.shown === 'more') - Number(b.shown === 'more'));
  const first = new Set(byRank.slice(0, FIRST));
  return commands.filter((command) => first.has(command));
}

/** What one types to use it: "/ccm log [State] [theme]". */
const typed = ({ verb, usage }: Command): string => `/ccm ${verb} ${usage}`.trim();

const example = ({ verb, example: words }: Command): string =>
  words.startsWith('/ccm')
    ? words
    : words.startsWith(`${verb} `) || words === verb
      ? `/ccm ${words}`
      : `/ccm ${verb} ${words}`.trim();

const line = (command: Command): Mrkdwn => md`• \`${typed(command)}\` · ${command.about}`;

function lines(commands: readonly Command[]) {
  const sections = [];
  for (let at = 0; at < commands.length; at += LINES_A_SECTION)
    sections.push(section(join(commands.slice(at, at + LINES_A_SECTION).map(line), '\n')));
  return sections;
}

const spelt = (commands: readonly Command[]): string =>
  commands.map((each) => `${typed(each)}: ${each.about}`).join('\n');

/** Who else reads a card; nothing is said of it in a thread, where everybody does. */
const readers = (isPublic: boolean): readonly Mrkdwn[] => (isPublic ? [] : [md`Only you see this.`]);

/** The verbs shown first, and where the rest is. */
export function helpCard(commands: readonly Command[], isPublic: boolean): Message {
  const first = firstOf(commands);
  const more = commands.length - first.length;
  const opening = 'Ask in plain words, or begin with one of these verbs.';
  const rest = more > 0 ? `${counted(more, 'more verb')}: /ccm help more` : '';
  return {
    text: [opening, spelt(first), rest].filter(Boolean).join('\n'),
    blocks: [
      section(md`*${opening}*`),
      ...lines(first),
      context(
        ...(more > 0 ? [md`${counted(more, 'more verb')}: \`/ccm help more\``] : []),
        md`One verb with an example: \`/ccm help ${first[0]?.verb ?? 'help'}\` · singular and plural are the same verb`,
        ...readers(isPublic),
      ),
    ],
  };
}

/** The verbs that the first page leaves out. */
export function moreCard(commands: readonly Command[], isPublic: boolean): Message {
  const first = firstOf(commands);
  const more = commands.filter((command) => !first.includes(command));
  if (more.length === 0) return helpCard(commands, isPublic);
  const opening = `${counted(more.length, 'more verb')} of the desk.`;
  return {
    text: `${opening}\n${spelt(more)}`,
    blocks: [section(md`*${opening}*`), ...lines(more), context(md`The others: \`/ccm help\``, ...readers(isPublic))],
  };
}

/** One verb: what it does, what may follow it, one that works. */
export function verbCard(command: Command, isPublic: boolean): Message {
  const also = command.also.length > 0 ? `The same: ${listed(command.also)}` : '';
  return {
    text: [`${typed(command)}: ${command.about}`, `For example: ${example(command)}`, also].filter(Boolean).join('\n'),
    blocks: [
      section(md`*\`${typed(command)}\`* · ${command.about}\nFor example: \`${example(command)}\``),
      context(...(also ? [escapeText(also)] : []), md`All verbs: \`/ccm help\``, ...readers(isPublic)),
    ],
  };
}

/** Says that what was typed is no verb, with those spelt most like it. */
export function noVerbCard(typedWord: string, nearest: readonly Command[]): Message {
  const word = clamp(typedWord, 80);
  const near = nearest.map((command) => `/ccm help ${command.verb}`);
  return {
    text: `“${word}” is no verb of the desk. ${near.length > 0 ? `Nearest: ${near.join(', ')}. ` : ''}All verbs: /ccm help`,
    blocks: [
      section(md`*“${word}” is no verb of the desk.*`),
      ...(nearest.length > 0 ? [section(md`Nearest:\n${join(nearest.map(line), '\n')}`)] : []),
      context(md`All verbs: \`/ccm help\` · or ask in plain words: \`/ccm which states need victim assistance?\``),
    ],
  };
}

/** The five doors of bare `/ccm`, with three examples; whoever may not plan a meeting has the dates in that place. */
export function doorsCard(commands: readonly Command[], isPublic: boolean): Message {
  const known = new Map(commands.map((command) => [command.verb, command]));
  const doors = [
    button({ text: 'Ask', action: 'home:ask', primary: true }),
    known.has('log') && button({ text: 'Log', action: 'requests:log', value: '' }),
    known.has('note') && button({ text: 'Note', action: 'notes:add' }),
    known.has('state') && button({ text: 'Look up', action: 'states:look-up' }),
    known.has('meet')
      ? button({ text: 'Plan', action: 'meetings:plan-new' })
      : known.has('deadlines') && button({ text: 'Deadlines', action: 'deadlines:all' }),
  ].filter((door) => door !== false);
  const shown = ['ask', known.has('log') ? 'log' : 'deadlines', 'state'].flatMap((verb) => known.get(verb) ?? []);
  const examples = shown.map(example);
  const names = doors.map((door) => door.text.text);
  const opening = `${listed(names).replace(' and ', ' or ')}?`;
  return {
    text: `${opening} For example: ${examples.join(' · ')}. Everything else: /ccm help`,
    blocks: present(
      section(md`*${opening}*`),
      actions(...doors),
      examples.length > 0 &&
        section(
          md`For example\n${join(
            examples.map((each) => md`• \`${each}\``),
            '\n',
          )}`,
        ),
      context(md`Everything else: \`/ccm help\``, ...readers(isPublic)),
    ),
  };
}
