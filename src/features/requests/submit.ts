import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { readStates } from '../../db/read/states.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Filled } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { cardFor, OPEN, ownStateWords, POST } from './card.ts';
import { placeWords } from './card-place.ts';
import { postDueCards, type RequestsDesk } from './cards-due.ts';
import type { Draft } from './draft.ts';
import { STATE } from './fields.ts';
import { inputFrom } from './input.ts';
import { blockOf, draftIn } from './kept-in.ts';
import { logModal } from './modal.ts';
import { type RequestSeen, readRequest } from './read.ts';
import { type LogOutcome, logRequest } from './use-cases.ts';

/** How long an answer waits for Slack to take the card; Slack itself waits three seconds for the answer. */
const PATIENCE_MS = 1_200;

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
    case 'kept': {
      await sendCards(desk, outcome.reference, actor);
      const seen = await readRequest(desk.db, outcome.reference, today);
      if (seen === null) throw new Error(`${outcome.reference} was kept and cannot be read.`);
      return { kind: 'close', message: outcome.how === 'added' ? addedMessage(seen) : loggedMessage(seen, actor) };
    }
  }

  function again(shown: Draft, open: Parameters<typeof logModal>[0]['open'], whereIsOpen = false): Reply {
    return { kind: 'modal', modal: logModal({ draft: shown, open }, today, whereIsOpen) };
  }
}

const goneWords = ({ need }: Extract<LogOutcome, { kind: 'gone' }>): string =>
  need === null
    ? 'That request is not on record any more. Nothing is kept yet.'
    : `${need.reference} is no longer open for this. Nothing is kept yet: please choose.`;

/** Sends the card without letting the person wait longer than Slack does; what Slack refuses after that is told by message. */
async function sendCards(desk: RequestsDesk, reference: string, actor: Actor): Promise<void> {
  const sending = postDueCards(desk, reference);
  let bell: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((ring) => {
    bell = setTimeout(() => ring('late'), PATIENCE_MS);
  });
  const first = await Promise.race([sending, late]);
  clearTimeout(bell);
  if (first === 'late')
    void sending.then(({ refused }) => (refused.length > 0 ? tellLate(desk, reference, actor) : null));
}

async function tellLate(desk: RequestsDesk, reference: string, { slackId }: Actor): Promise<void> {
  const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
  if (seen !== null) await desk.outbox.post({ person: slackId }, placeMessage(seen));
}

/** Where the card stands, as a message of its own. */
export function placeMessage(seen: RequestSeen): Message {
  const words = placeWords(seen);
  return { text: spoken(words), blocks: present(section(words), postButton(seen)) };
}

const spoken = (words: Mrkdwn): string => unescapeText(words.text.replace(/[*`]/g, ''));

const postButton = ({ card, need }: RequestSeen) =>
  card?.state === 'refused' && actions(button({ text: 'Post the card', action: POST, value: need.reference }));

/** "Added to AR-2018-005. Private to coordinators and ISU. [Open]". */
function addedMessage(seen: RequestSeen): Message {
  const { reference } = seen.need;
  const words = placeWords(seen);
  return {
    text: `Added to ${reference}. Private to coordinators and ISU. ${spoken(words)}`,
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
    text: `Kept as ${need.reference}. ${reads} ${spoken(words)} ${own === null ? '' : `${own} `}${card.text}`,
    blocks: present(section(md`*Kept as ${need.reference}.* ${reads}`), ...card.blocks, !refused && context(words)),
  };
}
