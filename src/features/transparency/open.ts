import { readRecordedReports } from '../../db/read/recorded-reports.ts';
import { readStates } from '../../db/read/states.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Actor } from '../../desk/actor.ts';
import type { Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { findState, nameBook } from '../../questions/names.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { refusalOf } from '../facts/use-cases.ts';
import { draftIn, emptyFor, FIELD, type ReceivedDraft, withReceipt } from './draft.ts';
import { receivedModal } from './modal.ts';
import { needsOf } from './receipt.ts';
import { refusalWords } from './refusal-words.ts';
import { yearIn } from './report-words.ts';
import { likelyReport, receiptOf } from './reports-of.ts';

type Named = (iso3: Iso3) => ReceivedDraft['state'];

export const namedIn = async ({ db }: RecordDesk): Promise<Named> => {
  const states = await readStates(db);
  return (code) => {
    const state = states.find(({ iso3 }) => iso3 === code);
    return state ? { iso3: state.iso3, name: state.shortName } : null;
  };
};

interface About {
  state: Iso3 | null;
  /** `initial`, a year, or empty: then the report that is most likely to have come. */
  report: string;
  list: ReceivedDraft['list'];
}

/** Opens the form: for a report of a State, filled in from its receipt where one is on record, or for any. */
export async function openReceived(desk: RecordDesk, actor: Actor, { state, report, list }: About): Promise<Reply> {
  const today = deskToday(desk.clock);
  const chosen = state === null ? null : (await namedIn(desk))(state);
  const refused = refusalOf(actor, chosen?.iso3 ?? null);
  if (refused !== null) return say(refusalWords(refused, chosen?.name ?? null));
  const record = await readTreatyRecord(desk.db);
  const draft = { ...emptyFor(today), state: chosen, report, list };
  const likely = chosen !== null && report === '' ? likelyReport(record, chosen.iso3, today) : report;
  return { kind: 'modal', modal: receivedModal(await filled(desk, { ...draft, report: likely }), record, today) };
}

/** The same as it was typed after the verb: a State, and "initial" or a year before or after it. */
export async function openTyped(desk: RecordDesk, actor: Actor, typed: string): Promise<Reply> {
  const [, year = ''] = /\b((?:19|20)\d{2})\b/.exec(typed) ?? [];
  const initial = /\binitial\b/i.test(typed);
  const name = typed
    .replace(year, '')
    .replace(/\b(?:initial|annual|article 7|report|for)\b/gi, '')
    .replace(/\s+/g, ' ')
    .trim();
  const found = findState(nameBook(await readStates(desk.db)), name);
  const state = found.kind === 'found' && name !== '' ? found.state : null;
  return openReceived(desk, actor, { state, report: initial ? 'initial' : year, list: null });
}

/** The form with what is on record of its report. */
async function filled(desk: RecordDesk, draft: ReceivedDraft): Promise<ReceivedDraft> {
  const year = yearIn(draft.report);
  if (draft.state === null || year === undefined) return draft;
  const report = { state: draft.state.iso3, year };
  const { reports } = await readTreatyRecord(desk.db);
  const receipt = receiptOf(reports, report);
  const recorded = (await readRecordedReports(desk.db, report.state)).find(({ id }) => id === receipt?.id);
  if (recorded === undefined) return draft;
  const themes = (await needsOf(desk.db, report)).map(({ theme }) => theme);
  return withReceipt(draft, recorded, themes);
}

/** The open form after its State, its report, or whether help is asked was chosen: what was typed stays. */
export async function changeReceived(desk: RecordDesk, id: string, { actor, view }: Press): Promise<Reply> {
  if (view === null) return { kind: 'nothing' };
  const today = deskToday(desk.clock);
  const record = await readTreatyRecord(desk.db);
  const draft = draftIn(view.values, view.metadata, await namedIn(desk), today);
  const refused = refusalOf(actor, draft.state?.iso3 ?? null);
  if (refused !== null) return say(refusalWords(refused, draft.state?.name ?? null));
  if (id === FIELD.help) return { kind: 'modal', modal: receivedModal(draft, record, today) };
  const report = id === FIELD.state && draft.state ? likelyReport(record, draft.state.iso3, today) : draft.report;
  const shown = await filled(desk, { ...draft, report });
  const isFilled = shown.report !== '' && receiptOnScreen(shown, draft);
  return { kind: 'modal', modal: receivedModal(isFilled ? { ...shown, turn: draft.turn + 1 } : shown, record, today) };
}

/** Whether the desk has filled in a receipt: then the fields are new ones, since Slack keeps what one of the same name held. */
const receiptOnScreen = (shown: ReceivedDraft, draft: ReceivedDraft): boolean =>
  JSON.stringify({ ...shown, report: draft.report }) !== JSON.stringify(draft);
