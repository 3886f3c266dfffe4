import { option } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { readHistory } from '../../db/read/history.ts';
import { readStates } from '../../db/read/states.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Feature } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { fold } from '../../questions/fold.ts';
import { mayNot } from '../people/use-cases.ts';
import { HISTORY } from './card.ts';
import type { RequestsDesk } from './cards-due.ts';
import { draftFromMessage, draftFromWords, withExisting } from './draft.ts';
import { historyModal } from './history-modal.ts';
import { lookUp } from './look-up.ts';
import { type Draft, EMPTY, LOG, logModal, STATE } from './modal.ts';
import { readRequest } from './read.ts';
import { submitLog } from './submit.ts';

const TITLE = 'Log a request';

/** The register of assistance requests: logging them, finding them, reading what was done with them. */
export function requestsFeature(desk: RequestsDesk): Feature {
  const open = async (actor: Actor, draft: () => Promise<Draft>): Promise<Reply> => {
    if (!may(actor, 'log_request')) return say(await mayNot(desk, 'log a request'));
    return { kind: 'modal', modal: logModal(await draft(), deskToday(desk.clock)) };
  };
  const forState = async (iso3: string): Promise<Draft> => {
    const state = (await readStates(desk.db)).find((each) => each.iso3 === iso3);
    return withExisting(desk, { ...EMPTY, through: 'button', state: state ? { iso3, name: state.shortName } : null });
  };
  return {
    name: 'requests',
    commands: [
      {
        verb: 'log',
        also: [],
        usage: '[State] [theme]',
        example: 'log Chad victim assistance',
        about: 'Logs a request for assistance: five fields, filled in from what you type.',
        shown: 'first',
        opens: TITLE,
        run: ({ actor, text }) => open(actor, () => draftFromWords(desk, text)),
      },
      {
        verb: 'request',
        also: ['requests'],
        usage: '[AR-… | State, theme, status, year]',
        example: 'request AR-2018-005',
        about: 'Shows one request by its reference, or those that fit.',
        shown: 'first',
        run: (asking) => lookUp(desk, asking),
      },
    ],
    shortcuts: [
      {
        id: 'requests:log_message',
        kind: 'message',
        name: 'Log as request',
        about: 'Keeps this message as a request for assistance.',
        opens: TITLE,
        run: (use) => open(use.actor, () => draftFromMessage(desk, use)),
      },
      {
        id: 'requests:log_anywhere',
        kind: 'global',
        name: TITLE,
        about: 'Logs a request for assistance.',
        opens: TITLE,
        run: ({ actor }) => open(actor, async () => ({ ...EMPTY, through: 'shortcut' })),
      },
    ],
    actions: [
      { id: LOG, opens: TITLE, run: ({ actor, value }) => open(actor, () => forState(value)) },
      {
        id: HISTORY,
        opens: 'History',
        run: async ({ actor, value }) => {
          const seen = may(actor, 'read_register') ? await readRequest(desk.db, value, deskToday(desk.clock)) : null;
          if (seen === null) return say(notice('The history of requests is for the coordinators and the ISU.'));
          return { kind: 'modal', modal: historyModal(seen, await readHistory(desk.db, value)) };
        },
      },
    ],
    submissions: [{ id: LOG, submit: (filled) => submitLog(desk, filled) }],
    options: [
      {
        action: STATE,
        async options(query) {
          const wanted = fold(query);
          const states = await readStates(desk.db);
          const found = states.filter(({ shortName, aliases }) =>
            [shortName, ...aliases.map(({ text }) => text)].some((name) => fold(name).includes(wanted)),
          );
          const startsWith = (name: string): number => (fold(name).startsWith(wanted) ? 0 : 1);
          return found
            .toSorted(
              (a, b) =>
                startsWith(a.shortName) - startsWith(b.shortName) || a.shortName.localeCompare(b.shortName, 'en'),
            )
            .slice(0, LIMITS.options)
            .map(({ iso3, shortName }) => option(shortName, iso3));
        },
      },
    ],
  };
}
