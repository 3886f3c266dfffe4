import { readStates } from '../../db/read/states.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { mayNot } from '../people/use-cases.ts';
import type { Choice, Draft } from './draft.ts';
import { SHARING, STATE, THEME } from './fields.ts';
import { handlerNamed } from './handler.ts';
import { draftIn } from './kept-in.ts';
import { ADD_TO, LOG_NEW, logModal, PICK } from './modal.ts';
import { openRequestsOf } from './use-cases.ts';

/** The controls of the form that change what else it shows. */
export const CHANGES: readonly string[] = [STATE, THEME, SHARING, LOG_NEW, ...ADD_TO, ...PICK];

/** The open form after one of its buttons or selects was used: everything typed so far stays. */
export async function changeForm(desk: RecordDesk, id: string, { actor, value, view }: Press): Promise<Reply> {
  if (view === null) return { kind: 'nothing' };
  if (!may(actor, 'log_request')) return say(await mayNot(desk, 'log a request'));
  const states = await readStates(desk.db);
  const named = (code: string): Choice | null => {
    const state = states.find(({ iso3 }) => iso3 === code);
    return state ? { iso3: state.iso3, name: state.shortName } : null;
  };
  const draft = changed(draftIn(view.values, view.metadata, named), id, value, named);
  const { state, theme } = draft;
  const open = state && theme ? await openRequestsOf(desk.db, state.iso3, theme) : [];
  const today = deskToday(desk.clock);
  const handler = await handlerNamed(desk.db, state?.iso3 ?? null, today);
  return { kind: 'modal', modal: logModal({ draft, open, handler }, today) };
}

function changed(draft: Draft, id: string, value: string, named: (code: string) => Choice | null): Draft {
  if (PICK.some((pick) => pick === id)) return { ...draft, state: named(value), turn: draft.turn + 1 };
  if (ADD_TO.some((add) => add === id)) return { ...draft, decision: { kind: 'add', reference: value } };
  return id === LOG_NEW ? { ...draft, decision: { kind: 'new', beside: value.split(' ') } } : draft;
}
