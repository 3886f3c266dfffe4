import { actions, button, context, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import type { StateRow } from '../../db/read/rows.ts';

/** One id for each button of a row, since Slack wants them to differ within it. */
export const SHOW = ['states:show', 'states:show-2', 'states:show-3', 'states:show-4', 'states:show-5'] as const;

const buttons = (states: readonly StateRow[]) =>
  actions(
    ...SHOW.flatMap((action, at) => {
      const state = states[at];
      return state === undefined ? [] : [button({ text: state.shortName, action, value: state.iso3 })];
    }),
  );

/** Asks which of several States a name means. */
export const whichState = (typed: string, states: readonly StateRow[]): Message => {
  const name = clamp(typed, 80);
  const names = states.map(({ unName }) => unName);
  return {
    text: `“${name}” may be ${names.join(' or ')}. Please say which.`,
    blocks: present(section(md`*“${name}”: which State?*\n${names.join(' · ')}`), buttons(states)),
  };
};

/** Says that no State has such a name, with those whose names come nearest. */
export const noSuchState = (typed: string, nearest: readonly StateRow[]): Message => {
  const name = clamp(typed, 80);
  const near = nearest.length === 0 ? '' : ` The nearest: ${listed(nearest.map(({ shortName }) => shortName))}.`;
  return {
    text: `No State called “${name}” is on record.${near} For example: /ccm state Lebanon`,
    blocks: present(
      section(md`*No State called “${name}” is on record.*${near}`),
      nearest.length > 0 && buttons(nearest),
      context(md`For example: \`/ccm state Lebanon\` · \`/ccm state Lebanon as of 4 Sep 2020\``),
    ),
  };
};

/** Asks for the name of a State. */
export const nameAState = (): Message => ({
  text: 'Which State? For example: /ccm state Lebanon',
  blocks: present(
    section(md`*Which State?* For example \`/ccm state Lebanon\`, or \`/ccm state Lebanon as of 4 Sep 2020\`.`),
    actions(button({ text: 'Look up', action: 'states:look-up' })),
  ),
});
