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
    run: async ({ text }) => {
      const word = text.toLowerCase().replace(/^\/?ccm\s+/, '');
      if (word === '') return say(helpCard(commands));
      if (word === 'more') return say(moreCard(commands));
      const named = commands.find((command) => [command.verb, ...command.also].includes(word));
      return say(named ? verbCard(named) : noVerbCard(text, nearestCommands(word, commands)));
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
    run: async ({ actor }) => say(doorsCard(commands, actor)),
  };
  return {
    name: 'help',
    commands: [help, bare],
    actions: [{ id: 'help:open', run: async () => say(helpCard(commands)) }],
  };
}
