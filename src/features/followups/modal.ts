import { option, plain, section } from '../../blocks/build.ts';
import { input, selectOf, stateSelect, textInput } from '../../blocks/inputs.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { FollowUpRow } from '../../db/read/follow-ups.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';

export const FORM = { add: 'followups:add', later: 'followups:later', pass: 'followups:pass' } as const;
export const FIELD = { what: 'what', state: 'followups:state', due: 'due', owner: 'owner' } as const;
export const TITLE = 'Follow-up';
export const LONGEST_WHAT = 1_000;

/** What the form begins with. */
export interface Draft {
  what: string;
  state: { iso3: string; name: string } | null;
  due: Day | null;
  owner: string;
  link: string | null;
  /** The meeting that it comes out of. */
  meeting: string | null;
  /** What of the words typed could not be read; null when all could. */
  remark: string | null;
}

const form = (id: string, submit: string, metadata: string, blocks: Modal['blocks']): Modal => ({
  type: 'modal',
  callback_id: id,
  private_metadata: metadata,
  title: plain(TITLE, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks,
});

const ownerSelect = (members: readonly PersonRow[], chosen: string | null) =>
  selectOf(
    FIELD.owner,
    members.map(({ slackId, name }) => option(name, slackId)),
    chosen,
    'Choose a person',
  );

const dueField = (due: Day | null) =>
  input({ label: 'Due' }, { type: 'datepicker', action_id: FIELD.due, ...(due === null ? {} : { initial_date: due }) });

/** What is to be done, about which State, by when and by whom. */
export const addModal = (
  { what, state, due, owner, link, meeting, remark }: Draft,
  members: readonly PersonRow[],
): Modal =>
  form(FORM.add, 'Keep it', JSON.stringify({ link, meeting }), [
    ...(remark === null ? [] : [section(md`${remark}`)]),
    input({ label: 'What is to be done' }, textInput(FIELD.what, { value: what, most: LONGEST_WHAT, multiline: true })),
    dueField(due),
    input({ label: 'State', optional: true }, stateSelect(FIELD.state, state)),
    input({ label: 'Who does it' }, ownerSelect(members, owner)),
  ]);

const about = ({ reference, what }: FollowUpRow) => section(md`*${reference}* · ${clamp(what, 300)}`);

export const laterModal = (row: FollowUpRow): Modal =>
  form(FORM.later, 'Keep it', row.id, [about(row), dueField(row.due)]);

export const passModal = (row: FollowUpRow, members: readonly PersonRow[]): Modal =>
  form(FORM.pass, 'Pass it on', row.id, [about(row), input({ label: 'Who does it' }, ownerSelect(members, null))]);
