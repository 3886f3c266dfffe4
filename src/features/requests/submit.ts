import { readStates } from '../../db/read/states.ts';
import type { Filled } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import { requestCard, withNews } from './card.ts';
import type { RequestsDesk } from './cards-due.ts';
import { inputFrom } from './input.ts';
import { EMPTY, FIELD, kept, logModal, typedIn } from './modal.ts';
import { type LogOutcome, labelOf, logRequest } from './use-cases.ts';

/** What becomes of the form: kept, or shown again with what is wrong or with the request that is there already. */
export async function submitLog(
  desk: RequestsDesk,
  { actor, values, metadata, at, submission }: Filled,
): Promise<Reply> {
  const states = await readStates(desk.db);
  const today = deskToday(desk.clock);
  const read = inputFrom(values, new Set(states.map(({ iso3 }) => iso3)), today);
  if (!read.ok) return { kind: 'errors', errors: read.errors };
  const { link, through } = kept.parse(JSON.parse(metadata));
  const outcome = await logRequest(desk, read.input, { actor, at, submission, through, link });
  switch (outcome.kind) {
    case 'not_allowed':
      return { kind: 'errors', errors: { [FIELD.state]: (await mayNot(desk, 'log a request')).text } };
    case 'existing': {
      const name = states.find(({ iso3 }) => iso3 === read.input.state)?.shortName ?? read.input.state;
      const { reference } = outcome.need;
      const draft = {
        ...EMPTY,
        ...typedIn(values),
        through,
        link,
        remark: null,
        state: { iso3: read.input.state, name },
        existing: { reference, label: labelOf(outcome.need, name) },
      };
      return { kind: 'modal', modal: logModal(draft, today) };
    }
    case 'kept':
      return { kind: 'close', message: keptMessage(outcome, actor.state) };
  }
}

/** The card for the person, under what has just been done with it and what has not. */
function keptMessage(
  { how, seen, cards, registerChosen }: Extract<LogOutcome, { kind: 'kept' }>,
  ownState: string | null,
) {
  const { need, state, handler } = seen;
  const news = how === 'added' ? `Added to ${need.reference}.` : `Kept as ${need.reference}.`;
  const [refusal] = cards.refused;
  const posted = refusal
    ? `The card could not be posted in the register channel (${refusal.error}); ${refusal.again ? 'it will be tried again' : 'an admin can choose the channel anew with /ccm settings'}.`
    : registerChosen
      ? 'Its card is in the register channel.'
      : 'No register channel is chosen yet, so only you have this card; an admin chooses one with /ccm settings.';
  const own =
    ownState === need.state && handler !== null
      ? ` You represent ${state.shortName}: its requests are handled by ${handler}.`
      : '';
  const reads = need.sharing === 'published' ? 'Published by the State.' : 'Private to the coordinators and the ISU.';
  return withNews(news, `${reads} ${posted}${own}`, requestCard(seen));
}
