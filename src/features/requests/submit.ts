import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Filled } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { cardFor, OPEN, ownStateWords, postButton, readsWords, UNDO_LOGGING } from './card.ts';
import { isUpToDate, placeSpoken, placeWords } from './card-place.ts';
import { cardSettled } from './cards.ts';
import type { Draft, Offered } from './draft.ts';
import { STATE } from './fields.ts';
import { handlerNamed } from './handler.ts';
import { inputFrom } from './input.ts';
import { blockOf, draftIn } from './kept-in.ts';
import { logModal } from './modal.ts';
import { type RequestSeen, readRequest } from './read.ts';
import { type LogOutcome, logRequest } from './use-cases.ts';

/** How long a person waits to be told where the card stands; after that it is said to be on its way. */
const PATIENCE_MS = 2_000;

/** What becomes of the form: kept, or shown again with what is wrong, what is missing, or what is there already. */
export async function submitLog(desk: RecordDesk, filled: Filled): Promise<Reply> {
  const { actor, values, metadata, at, submission, place } = filled;
  const alone = place.thread === null && (place.kind === 'direct' || place.channel === '');
  const states = await readStates(desk.db);
  const today = deskToday(desk.clock);
  const draft = draftIn(values, metadata, (code) => {
    const state = states.find(({ iso3 }) => iso3 === code);
    return state ? { iso3: state.iso3, name: state.shortName } : null;
  });
  const read = inputFrom(draft, values, today);
  if (read.kind === 'errors') return { kind: 'errors', errors: read.errors };
  if (read.kind === 'ask_where')
    return again({ ...draft, remark: 'Nothing is kept yet: please say where the State published it.' }, [], true);
  const { link, through } = draft;
  const outcome = await logRequest(desk, read.input, { actor, at, submission, through, link, alone });
  switch (outcome.kind) {
    case 'not_allowed':
      return { kind: 'errors', errors: { [blockOf(values, STATE)]: (await mayNot(desk, 'log a request')).text } };
    case 'existing':
      return again({ ...draft, remark: 'Nothing is kept yet: please choose.' }, outcome.open);
    case 'gone':
      return again({ ...draft, decision: null, remark: goneWords(outcome) }, outcome.open);
    case 'kept':
      return { kind: 'close', messages: afterKeeping(desk, outcome, actor, alone) };
  }

  async function again(shown: Draft, open: Offered['open'], whereIsOpen = false): Promise<Reply> {
    const handler = await handlerNamed(desk.db, shown.state?.iso3 ?? null, today);
    return { kind: 'modal', modal: logModal({ draft: shown, open, handler }, today, whereIsOpen) };
  }
}

const goneWords = ({ need }: Extract<LogOutcome, { kind: 'gone' }>): string =>
  need === null
    ? 'That request is not on record any more. Nothing is kept yet.'
    : `${need.reference} is no longer open for this. Nothing is kept yet: please choose.`;

/** Says what was kept, and where the card stands if that is known soon; on their own they have the card already, and hear what Slack refuses. */
async function* afterKeeping(
  { db, clock }: RecordDesk,
  { how, reference }: Extract<LogOutcome, { kind: 'kept' }>,
  actor: Actor,
  alone: boolean,
): AsyncGenerator<Message> {
  await cardSettled(db, reference, PATIENCE_MS);
  const seen = await readRequest(db, reference, deskToday(clock));
  if (seen === null) throw new Error(`${reference} was kept and cannot be read.`);
  if (how === 'added') yield addedMessage(seen);
  else if (!alone) yield loggedMessage(seen, actor);
  else if (postButton(seen)) yield placeMessage(seen);
}

/** Where the card stands, as a message of its own. */
export function placeMessage(seen: RequestSeen): Message {
  return { text: placeSpoken(seen), blocks: present(section(placeWords(seen)), postButton(seen)) };
}

/** "Added to AR-2018-005. Private to coordinators and ISU. [Open]". */
function addedMessage(seen: RequestSeen): Message {
  const { reference } = seen.need;
  const words = placeWords(seen);
  return {
    text: `Added to ${reference}. Private to coordinators and ISU. ${placeSpoken(seen)}`,
    blocks: present(
      section(
        md`*Added to ${reference}.* Private to coordinators and ISU.`,
        button({ text: 'Open', action: OPEN, value: reference }),
      ),
      actions(button({ text: 'Undo', action: UNDO_LOGGING, value: reference })),
      context(words),
      postButton(seen),
    ),
  };
}

/** The card for the person, under what has just been kept. */
function loggedMessage(seen: RequestSeen, actor: Actor): Message {
  const { need } = seen;
  const reads = readsWords(need);
  const words = placeWords(seen);
  const own = ownStateWords(seen, actor);
  const card = cardFor(seen, actor);
  return {
    text: `Kept as ${need.reference}. ${reads} ${placeSpoken(seen)} ${own === null ? '' : `${own} `}${card.text}`,
    blocks: present(
      section(
        md`*Kept as ${need.reference}.* ${reads}`,
        button({ text: 'Undo', action: UNDO_LOGGING, value: need.reference }),
      ),
      ...card.blocks,
      (seen.card === null || isUpToDate(seen.card)) && context(words),
    ),
  };
}
