import { actions, button, context, divider, header, present } from '../../blocks/build.ts';
import { fullDate } from '../../blocks/dates.ts';
import type { Block } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { type Actor, may, type Role } from '../../desk/actor.ts';
import type { Seen } from './seen.ts';

const ROLE_WORDS: Readonly<Record<Role, string>> = {
  coordinator: 'Coordinator on International Cooperation and Assistance',
  isu: 'Implementation Support Unit',
  admin: 'Admin of the desk',
  thematic: 'Thematic coordinator',
  presidency: "President's team",
  observer: 'Observer',
};

const ORDER: readonly Role[] = ['coordinator', 'isu', 'thematic', 'presidency', 'admin', 'observer'];

/** "Podgorica" for Europe/Podgorica: the city that a time zone is named after. */
const cityOf = (zone: string): string => (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

export const roleWords = ({ roles }: Actor): string =>
  ORDER.filter((role) => roles.includes(role))
    .map((role) => ROLE_WORDS[role])
    .join(', ') || 'Dates and meetings, as published';

/** The day, who one is to the desk, and the buttons that begin most things. */
export const topOf = ({ reader: { actor, today }, nameOf }: Seen): readonly Block[] =>
  present(
    header(fullDate(today)),
    context(
      md`${[roleWords(actor), actor.state === null ? null : nameOf(actor.state), `times in ${cityOf(actor.zone)}`].filter((part) => part !== null).join(' · ')}`,
    ),
    actions(
      button({ text: 'Ask', action: 'home:ask', primary: true }),
      ...(may(actor, 'log_request') ? [button({ text: 'Log a request', action: 'requests:log', value: '' })] : []),
      ...(may(actor, 'handle_request') ? [button({ text: 'Add a note', action: 'notes:add' })] : []),
    ),
    divider(),
  );
