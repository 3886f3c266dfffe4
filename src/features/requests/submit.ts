import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { readStates } from '../../db/read/states.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Filled } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { cardFor, OPEN, ownStateWords, POST } from './card.ts';
import { placeSpoken, placeWords } from './card-place.ts';
import { postDueCards, type RequestsDesk } from './cards-due.ts';
import type { Draft } from './draft.ts';
import { STATE } from './fields.ts';
import { inputFrom } from './input.ts';
import { blockOf, draftIn } from './kept-in.ts';
import { logModal } from './modal.ts';
import { type RequestSeen, readRequest } from './read.ts';
import { type LogOutcome, logRequest } from './use-cases.ts';

/** How long a person waits to be told where the card stands; what comes of it after that is told by itself. */
const PATIENCE_MS = 3_000;

/** What becomes of the form: kept, or shown again with what is wrong, what is missing, or what is there already. */
export async function submitLog(desk: RequestsDesk, filled: Filled): Promise<Reply> {
  const { actor, values, metadata, at, submission } = filled;
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
  const outcome = await logRequest(desk, read.input, { actor, at, submission, through, link });
  switch (outcome.kind) {
    case 'not_allowed':
      return { kind: 'errors', errors: { [blockOf(values, STATE)]: (await mayNot(desk, 'log a request')).text } };
    case 'existing':
      return again({ ...draft, remark: 'Nothing is kept yet: please choose.' }, outcome.open);
    case 'gone':
      return again({ ...draft, decision: null, remark: goneWords(outcome) }, outcome.open);
    case 'kept':
      return { kind: 'close', messages: afterKeeping(desk, outcome, actor) };
  }

  function again(shown: Draft, open: Parameters<typeof logModal>[0]['open'], whereIsOpen = false): Reply {
    return { kind: 'modal', modal: logModal({ draft: shown, open }, today, whereIsOpen) };
  }
}

const goneWords = ({ need }: Extract<LogOutcome, { kind: 'gone' }>): string =>
  need === null
    ? 'That request is not on record any more. Nothing is kept yet.'
    : `${need.reference} is no longer open for this. Nothing is kept yet: please choose.`;

/** Sends the card and says what was kept and where the card stands; once more where Slack refuses it after a while. */
async function* afterKeeping(
  desk: RequestsDesk,
  { how, reference }: Extract<LogOutcome, { kind: 'kept' }>,
  actor: Actor,
): AsyncGenerator<Message> {
  const read = async (): Promise<RequestSeen> => {
    const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
    if (seen === null) throw new Error(`${reference} was kept and cannot be read.`);
    return seen;
  };
  const sending = postDueCards(desk, reference);
  try {
    const inTime = await within(PATIENCE_MS, sending);
    const seen = await read();
    yield how === 'added' ? addedMessage(seen) : loggedMessage(seen, actor);
    if (!inTime && (await sending).refused.length > 0) yield placeMessage(await read());
  } finally {
    await sending;
  }
}

/** Whether `work` is done within so many milliseconds. */
async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((ring) => {
    bell = setTimeout(() => ring(false), milliseconds);
  });
  const inTime = await Promise.race([work.then(() => true), late]);
  clearTimeout(bell);
  return inTime;
}

/** Where the card stands, as a message of its own. */
export function placeMessage(seen: RequestSeen): Message {
  return { text: placeSpoken(seen), blocks: present(section(placeWords(seen)), postButton(seen)) };
}

const postButton = ({ card, need }: RequestSeen) =>
  card?.state === 'refused' && actions(button({ text: 'Post the card', action: POST, value: need.reference }));

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
      context(words),
      postButton(seen),
    ),
  };
}

/** The card for the person, under what has just been kept. */
function loggedMessage(seen: RequestSeen, actor: Actor): Message {
  const { need } = seen;
  const reads =
    need.sharing === 'published'
      ? 'Everyone may read that the State has published it.'
      : 'Private to coordinators and ISU.';
  const words = placeWords(seen);
  const own = ownStateWords(seen, actor);
  const refused = seen.card?.state === 'refused' || (seen.card?.state === 'due' && seen.card.error !== null);
  const card = cardFor(seen, actor);
  return {
    text: `Kept as ${need.reference}. ${reads} ${placeSpoken(seen)} ${own === null ? '' : `${own} `}${card.text}`,
    blocks: present(section(md`*Kept as ${need.reference}.* ${reads}`), ...card.blocks, !refused && context(words)),
  };
}
