import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { join, md, mention } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Role } from '../../desk/actor.ts';

export const GIVE = 'people:give';
export const END = 'people:end';

const ROLE_WORDS: Readonly<Record<Role, string>> = { admin: 'admin', coordinator: 'coordinator', isu: 'ISU' };

export const roleWord = (role: Role): string => ROLE_WORDS[role];

/** Who holds which role today; admins give and end roles from here. */
export function peopleCard(
  people: readonly PersonRow[],
  shortName: (iso3: string) => string,
  manages: boolean,
): Message {
  const holding = people.filter(({ roles }) => roles.length > 0);
  const words = ({ roles, state }: PersonRow): string =>
    `${roles.map(roleWord).join(', ')}${state === null ? '' : ` · ${shortName(state)}`}`;
  const first =
    holding.length === 0
      ? 'Nobody holds a role yet'
      : `${counted(holding.length, 'person holds', 'persons hold')} a role`;
  return {
    text: `${first}: ${holding.map((person) => `${person.name}, ${words(person)}`).join('; ')}`,
    blocks: present(
      section(
        join(
          [
            md`*${first}*`,
            ...holding.slice(0, 40).map((person) => md`• ${mention(person.slackId)} · ${words(person)}`),
          ],
          '\n',
        ),
      ),
      manages &&
        actions(
          button({ text: 'Give a role', action: GIVE, primary: true }),
          ...(holding.length > 0 ? [button({ text: 'End a role', action: END })] : []),
        ),
      context(md`Coordinators, the ISU and admins see the register; everybody else what States have published.`),
    ),
  };
}
