import { offeredTo } from '../../desk/catalog.ts';
import type { Command, Feature } from '../../desk/describe.ts';
import { say } from '../../desk/reply.ts';
import { doorsCard, helpCard, moreCard, noVerbCard, verbCard } from './card.ts';
import { nearestCommands } from './nearest.ts';

/** Help made from the commands themselves: the first verbs, then more, then one; and the doors of bare `/ccm`. */
export function helpFeature(others: readonly Command[]): Feature {
  const help: Command = {
    verb: 'help',
    also: ['?'],
    usage: '[verb]',
    example: 'help log',
    about: 'What the desk can do, one verb at a time.',
    shown: 'first',
    run: async ({ actor, text, place }) => {
      const [word = ''] = text
        .toLowerCase()
        .replace(/^\/?ccm\s+/, '')
        .split(/\s+/);
      const offered = offeredTo(commands, actor);
      if (word === '') return say(helpCard(offered, place.public));
      if (word === 'more') return say(moreCard(offered, place.public));
      const named = commands.find((command) => [command.verb, ...command.also].includes(word));
      return say(named ? verbCard(named, place.public) : noVerbCard(text, nearestCommands(word, offered)));
    },
  };
  const commands: readonly Command[] = [...others, help];
  const bare: Command = {
    verb: '',
    also: [],
    usage: '',
    example: '',
    about: 'The doors of the desk.',
    shown: 'more',
    run: async ({ actor, place }) => say(doorsCard(offeredTo(commands, actor), place.public)),
  };
  return {
    name: 'help',
    commands: [help, bare],
    actions: [{ id: 'help:open', run: async ({ actor }) => say(helpCard(offeredTo(commands, actor), false)) }],
  };
}
