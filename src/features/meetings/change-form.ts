import { z } from 'zod';
import { context, plain, present, section } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { listed } from '../../blocks/words.ts';
import { type MeetingRow, readMeeting } from '../../db/read/meetings.ts';
import { readStates } from '../../db/read/states.ts';
import { may } from '../../desk/actor.ts';
import { carriedBy } from '../../desk/carried.ts';
import type { Filled, Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { ownMeetings } from './convention.ts';
import type { MeetingsDesk } from './desk.ts';
import { type Choice, type Draft, emptyDraft } from './draft.ts';
import {
  agendaField,
  dayField,
  kindField,
  lastDayField,
  marginsField,
  placeField,
  statesField,
  timeFields,
  titleField,
  zoneField,
} from './form-fields.ts';
import { particularsIn } from './input.ts';
import { FORM } from './modal.ts';
import type { Particulars } from './plan.ts';
import { changedSince, judge, particularsOf, type SeenFields, seenIn } from './seen-fields.ts';
import { refusedIn } from './submit.ts';
import { changeMeeting, type Overtaken } from './use-cases.ts';
import { typedOf } from './when-input.ts';
import { changedNotice, refused } from './words.ts';

const CHANGE_TITLE = 'The meeting';
const marks = z.record(z.string(), z.string());
export const changeCarries = z.object({ id: z.string(), seen: marks });

interface Form {
  row: MeetingRow;
  /** What stands in the fields. */
  draft: Draft;
  seen: SeenFields;
  remark: string | null;
  meetings: readonly { code: string; name: string }[];
}

function changeModal({ row, draft, seen, remark, meetings }: Form): Modal {
  const own = row.convention !== null;
  return {
    type: 'modal',
    callback_id: FORM.change,
    private_metadata: JSON.stringify({ id: row.id, seen }),
    title: plain(`${CHANGE_TITLE} ${row.reference}`, LIMITS.modalTitle),
    submit: plain('Keep it', LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      ...present(
        remark !== null && section(md`${remark}`),
        own && section(md`*${row.title}*\nTitle and dates are those on record of the Convention’s own meetings.`),
      ),
      agendaField(draft),
      ...(own ? [] : [titleField(draft)]),
      kindField(draft),
      ...(own ? [] : [dayField(draft), ...timeFields(draft), lastDayField(draft), zoneField(draft)]),
      placeField(draft),
      statesField(draft.states),
      ...present(marginsField(draft.margins, meetings)),
      context(md`Those invited are told by their calendar. Seen by: coordinators, ISU.`),
    ],
  };
}

async function choicesOf({ db }: MeetingsDesk, states: readonly string[]): Promise<readonly Choice[]> {
  const all = await readStates(db);
  return all.filter(({ iso3 }) => states.includes(iso3)).map(({ iso3, shortName }) => ({ iso3, name: shortName }));
}

async function formOf(
  desk: MeetingsDesk,
  row: MeetingRow,
  { holds, seen, remark }: { holds: Particulars; seen: SeenFields; remark: string | null },
): Promise<Modal> {
  const { title, kind, when, zone, place, agenda, states, margins } = holds;
  const draft: Draft = {
    ...emptyDraft(zone),
    ...{ title, kind, place, agenda, margins },
    typed: typedOf(when, zone),
    states: await choicesOf(desk, states),
  };
  const ahead = await ownMeetings(desk.db, deskToday(desk.clock));
  const chosen =
    ahead.some(({ code }) => code === margins) || margins === null ? [] : [{ code: margins, name: margins }];
  return changeModal({
    row,
    draft,
    seen,
    remark,
    meetings: [...ahead.filter(({ code }) => code !== row.convention), ...chosen],
  });
}

/** Opens the form in which a meeting is read and changed; for those who work with meetings. */
export async function openChange(desk: MeetingsDesk, { actor }: Pick<Press, 'actor'>, id: string): Promise<Reply> {
  if (!may(actor, 'handle_request')) return say(refused({ kind: 'not_allowed' }));
  const row = await readMeeting(desk.db, id);
  if (row === null) return say(refused({ kind: 'gone' }));
  if (row.status === 'cancelled') return say(refused({ kind: 'gone' }));
  const holds = particularsOf(row);
  const remark =
    row.repeats === null ? null : 'A series is made and cancelled as a whole: nothing of it is changed here.';
  return { kind: 'modal', modal: await formOf(desk, row, { holds, seen: seenIn(holds), remark }) };
}

const NAMES: Partial<Record<string, string>> = {
  when: 'the time',
  zone: 'the time',
  margins: 'in the margins of which meeting it is',
  states: 'the States',
};

/** What somebody else has changed meanwhile is said, what was typed stays, and what is kept next takes its place. */
async function overtakenForm(
  desk: MeetingsDesk,
  { row, fields }: Overtaken,
  holds: Particulars,
  seen: SeenFields,
): Promise<Reply> {
  const now = seenIn(particularsOf(row));
  const passed = Object.fromEntries(
    fields.map((field) => (field === 'zone' ? ['when', now.when] : [field, now[field]])),
  );
  const names = [...new Set(fields.map((field) => NAMES[field] ?? `the ${field}`))];
  const remark = `Meanwhile somebody else has changed ${listed(names)}: what stands there now is on its card. Nothing was overwritten. What you typed stands below; “Keep it” puts it in its place.`;
  return { kind: 'modal', modal: await formOf(desk, row, { holds, seen: { ...seen, ...passed }, remark }) };
}

/** Keeps what was changed in the form. */
export async function submitChange(desk: MeetingsDesk, filled: Filled): Promise<Reply> {
  const { actor, at, submission, values } = filled;
  const { id, seen: marked } = carriedBy(changeCarries, filled.metadata);
  const seen = marked as SeenFields;
  const row = await readMeeting(desk.db, id);
  if (row === null) return { kind: 'close', messages: [refused({ kind: 'gone' })] };
  const today = deskToday(desk.clock);
  const fixed = row.convention === null ? null : { title: row.title, when: row.when };
  const read = particularsIn(values, { zone: row.zone, today, fixed });
  if (!read.ok) return { kind: 'errors', errors: read.errors };
  const typed = fixed === null ? read.value : { ...read.value, zone: row.zone };
  const wanted = changedSince(seen, typed);
  const by = { actor, at, submission, through: 'form' };
  const outcome = await changeMeeting(desk, id, wanted, by, (now, field) => judge(seen, typed, now, field));
  if (outcome.kind === 'overtaken') return overtakenForm(desk, outcome, typed, seen);
  if (outcome.kind === 'done') return { kind: 'close', messages: [changedNotice(outcome.reference)] };
  return outcome.kind === 'gone' ? { kind: 'close', messages: [refused(outcome)] } : refusedIn(filled, outcome);
}
