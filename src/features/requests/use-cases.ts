import type { Temporal } from 'temporal-polyfill';
import { readCoordinators } from '../../db/read/coordinators.ts';
import { readNeeds } from '../../db/read/needs.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { readSetting } from '../../db/read/settings.ts';
import { readStates } from '../../db/read/states.ts';
import { type Actor, may } from '../../desk/actor.ts';
import { deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import { yearOf } from '../../treaty/day.ts';
import { THEME_WORDS, type Theme } from '../../treaty/theme.ts';
import { type CardsPosted, postDueCards, type RequestsDesk } from './cards-due.ts';
import type { LogInput } from './input.ts';
import { type RequestSeen, readRequest } from './read.ts';
import { addSource, insertRequest, once, referenceOf } from './store.ts';
import { basisOf } from './wording.ts';

export type LogOutcome =
  | { kind: 'kept'; how: 'logged' | 'added'; seen: RequestSeen; cards: CardsPosted; registerChosen: boolean }
  /** An open request of the same State and theme, and no choice between adding to it and a new one yet. */
  | { kind: 'existing'; need: NeedRow }
  | { kind: 'not_allowed' };

export interface Logging {
  actor: Actor;
  at: Temporal.Instant;
  submission: string;
  through: string;
  link: string | null;
}

/** The open request of a State and theme that is offered before a new one is logged; the oldest. */
export async function openRequestOf(desk: RequestsDesk, state: string, theme: Theme): Promise<NeedRow | null> {
  const [first] = await readNeeds(desk.db, { states: [state], themes: [theme], openOnly: true });
  return first ?? null;
}

/** Logs a request, or adds its source to the one that was chosen; the same submission does it once. Cards are posted after the commit. */
export async function logRequest(desk: RequestsDesk, input: LogInput, logging: Logging): Promise<LogOutcome> {
  if (!may(logging.actor, 'log_request')) return { kind: 'not_allowed' };
  const { choice } = input;
  const done = await referenceOf(desk.db, logging.submission);
  const existing = done === null ? await openRequestOf(desk, input.state, input.theme) : null;
  if (existing !== null && choice?.reference !== existing.reference) return { kind: 'existing', need: existing };
  const how = choice?.kind === 'add' && (existing !== null || done === choice.reference) ? 'added' : 'logged';
  const entry = {
    ...logging,
    input,
    sharingBasis: await basis(desk, input, logging.actor),
    handledBy: await handlerOf(desk, input.state),
  };
  const reference = await once(
    () => referenceOf(desk.db, logging.submission),
    () =>
      how === 'added' && choice
        ? addSource(desk.db, desk.ids, choice.reference, entry)
        : insertRequest(desk.db, desk.ids, entry),
  );
  const cards = await postDueCards(desk, reference);
  const seen = await readRequest(desk.db, reference, deskToday(desk.clock));
  if (seen === null) throw new Error(`${reference} was written and cannot be read.`);
  return { kind: 'kept', how, seen, cards, registerChosen: (await readSetting(desk.db, 'register_channel')) !== null };
}

async function basis({ db, clock }: RequestsDesk, { state, sharing, source }: LogInput, actor: Actor): Promise<string> {
  const states = await readStates(db);
  const name = states.find(({ iso3 }) => iso3 === state)?.shortName ?? state;
  return basisOf(sharing, name, source, actor.name, deskToday(clock));
}

const DESK_THEME = 'International cooperation and assistance';

/** The coordinating State that handles the requests of the other one: nobody handles their own State. */
export async function handlerOf({ db, clock }: RequestsDesk, state: string): Promise<string | null> {
  const year = yearOf(deskToday(clock));
  const terms = await readCoordinators(db);
  const term = terms.find(({ theme, period }) => {
    const [from = 0, until = from] = period.split('-').map(Number);
    return theme === DESK_THEME && from <= year && year <= until;
  });
  if (term === undefined) return null;
  const book = nameBook(await readStates(db));
  const coordinating = term.states.flatMap((name) => {
    const found = findState(book, name);
    return found.kind === 'found' ? [found.state] : [];
  });
  return coordinating.includes(state) ? (coordinating.find((code) => code !== state) ?? null) : null;
}

/** "AR-2018-005 (2018 report)". */
export const labelOf = ({ reference, reportingYear, theme }: NeedRow, stateName: string): string =>
  `${stateName} already has ${reference} for ${THEME_WORDS[theme].name}${reportingYear === null ? '' : ` (${reportingYear} report)`}.`;
