import { actions, button, context, menu, option, present } from '../../blocks/build.ts';
import { dateSeenFrom } from '../../blocks/dates.ts';
import type { Message } from '../../blocks/message.ts';
import { md, mention } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { counted } from '../../blocks/words.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import type { Holding } from './holdings.ts';
import { heldWords } from './words.ts';

export const GIVE = 'people:give';
export const CHANGE = 'people:change';
export const END = 'people:end';
export const MORE = 'people:more';
export const HISTORY = 'people:history';
export const HAND_OVER = 'handover:open';

interface Everybody {
  people: readonly PersonRow[];
  holdings: readonly Holding[];
  today: Day;
  shortName(iso3: string): string;
}

/** Who holds which role today, until when, and who stands in for whom; admins give, change and end roles from here. */
export function peopleCard({ people, holdings, today, shortName }: Everybody, manages: boolean): Message {
  const holding = people.filter(({ roles }) => roles.length > 0);
  const nameOf = (slackId: string): string => people.find((each) => each.slackId === slackId)?.name ?? slackId;
  const words = ({ slackId, roles, state, away }: PersonRow): string => {
    const held = holdings.filter((each) => each.slackId === slackId);
    const all = roles.map((role) => held.find((each) => each.role === role) ?? { role, theme: null, until: null });
    const absent =
      away === null ? '' : ` · away until ${dateSeenFrom(today, away.until)}, ${nameOf(away.standIn)} stands in`;
    return `${all.map((each) => heldWords(each, today)).join(', ')}${state === null ? '' : ` · ${shortName(state)}`}${absent}`;
  };
  const first =
    holding.length === 0
      ? 'Nobody holds a role yet'
      : `${counted(holding.length, 'person holds', 'persons hold')} a role`;
  return {
    text: `${first}: ${holding.map((person) => `${person.name}, ${words(person)}`).join('; ')}`,
    blocks: present(
      ...paragraphs([
        md`*${first}*`,
        ...holding.slice(0, 100).map((person) => md`• ${mention(person.slackId)} · ${words(person)}`),
      ]),
      actions(
        ...(manages
          ? [
              button({ text: 'Give a role', action: GIVE, primary: true }),
              ...(holdings.length > 0
                ? [button({ text: 'Change a role', action: CHANGE }), button({ text: 'End a role', action: END })]
                : []),
            ]
          : []),
        button({ text: 'Hand over', action: HAND_OVER }),
        menu(MORE, [option('History', 'history'), option('Who sees what', 'sees')]),
      ),
      context(md`Coordinators, the ISU and admins see the register; everybody else what States have published.`),
    ),
  };
}
