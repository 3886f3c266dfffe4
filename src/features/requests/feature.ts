import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Action, Feature } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { stateChoices } from '../../desk/state-choices.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { draftForState, draftFromMessage, draftFromWords } from './begin.ts';
import { HISTORY, OPEN, POST, UNDO_LOGGING } from './card.ts';
import { CHANGES, changeForm } from './change-form.ts';
import { type Draft, EMPTY } from './draft.ts';
import { STATE } from './fields.ts';
import { handlerNamed } from './handler.ts';
import { TURN } from './history-modal.ts';
import { carried } from './kept-in.ts';
import { ASK_FOR, lookUp } from './look-up.ts';
import { LOG, logModal } from './modal.ts';
import { postAgain } from './post-again.ts';
import { showHistory } from './show-history.ts';
import { submitLog } from './submit.ts';
import { undoLogging } from './undo-logging.ts';
import { undoneWords } from './undo-words.ts';
import { openRequestsOf } from './use-cases.ts';

const TITLE = 'Log a request';

/** The register of assistance requests: logging them, finding them, reading what was done with them. */
export function requestsFeature(desk: RecordDesk): Feature {
  const open = async (actor: Actor, begin: () => Promise<Draft>): Promise<Reply> => {
    if (!may(actor, 'log_request')) return say(await mayNot(desk, 'log a request'));
    const draft = await begin();
    const { state, theme } = draft;
    const there = state && theme ? await openRequestsOf(desk.db, state.iso3, theme) : [];
    const today = deskToday(desk.clock);
    const handler = await handlerNamed(desk.db, state?.iso3 ?? null, today);
    return { kind: 'modal', modal: logModal({ draft, open: there, handler }, today) };
  };
  const changes: readonly Action[] = CHANGES.map((id) => ({
    id,
    carries: carried,
    run: (press) => changeForm(desk, id, press),
  }));
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
        needs: 'log_request',
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
      { id: LOG, opens: TITLE, run: ({ actor, value }) => open(actor, () => draftForState(desk, value, actor)) },
      ...changes,
      ...[OPEN, ...ASK_FOR].map(
        (id): Action => ({ id, run: ({ actor, value, place }) => lookUp(desk, { actor, text: value, place }) }),
      ),
      {
        id: UNDO_LOGGING,
        run: async ({ actor, at, value }) => say(undoneWords(value, await undoLogging(desk, value, { actor, at }))),
      },
      { id: POST, run: ({ actor, value }) => postAgain(desk, actor, value) },
      {
        id: HISTORY,
        opens: 'History',
        run: ({ actor, value }) => showHistory(desk, actor, value),
      },
      ...[TURN.back, TURN.on].map(
        (id): Action => ({
          id,
          run({ actor, value }) {
            const [reference = '', page = '0'] = value.split(' ');
            return showHistory(desk, actor, reference, Number(page));
          },
        }),
      ),
    ],
    submissions: [{ id: LOG, carries: carried, submit: (filled) => submitLog(desk, filled) }],
    options: [{ action: STATE, options: async (typed) => stateChoices(await readStates(desk.db), typed) }],
  };
}
