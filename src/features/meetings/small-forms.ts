import { context, option, plain, present, section } from '../../blocks/build.ts';
import { input, peopleSelect, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { join, md } from '../../blocks/mrkdwn.ts';
import { selectSeveral } from '../../blocks/tick-inputs.ts';
import type { InviteeRow, MeetingRow } from '../../db/read/meetings.ts';
import { zonedWords } from '../../desk/meeting-words.ts';
import type { Day } from '../../treaty/day.ts';
import { addressesField, FIELD } from './form-fields.ts';

export const SMALL = {
  cancel: 'meetings:cancel-it',
  outcome: 'meetings:outcome-it',
  invitees: 'meetings:invite',
} as const;
export const TEXT = 'text';
export const REMOVE = 'remove';

const MOST_LISTED = 40;

const form = (id: string, row: MeetingRow, submit: string, blocks: Modal['blocks']): Modal => ({
  type: 'modal',
  callback_id: id,
  private_metadata: row.id,
  title: plain(`Meeting ${row.reference}`, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks,
});

const headOf = ({ title, when, zone }: MeetingRow, today: Day) =>
  section(md`*${title}*\n${zonedWords(when, zone, today)}`);

export const cancelModal = (row: MeetingRow, today: Day): Modal =>
  form(SMALL.cancel, row, 'Cancel the meeting', [
    headOf(row, today),
    input({ label: 'Why, in a line', optional: true }, textInput(TEXT, { most: 500 })),
    context(md`Those invited are told by their calendar. A cancelled meeting stays on record.`),
  ]);

export const outcomeModal = (row: MeetingRow, today: Day): Modal =>
  form(SMALL.outcome, row, 'Keep it', [
    headOf(row, today),
    input(
      { label: 'What came of it' },
      textInput(TEXT, { value: row.outcome, most: LIMITS.plainInput, multiline: true }),
    ),
    context(md`Seen by coordinators and the ISU. What is to be done by a day: Add a follow-up, on the card.`),
  ]);

const ANSWERS: Readonly<Record<InviteeRow['answer'], string>> = {
  none: 'no answer yet',
  accepted: 'accepted',
  tentative: 'tentative',
  declined: 'declined',
};

const personLine = ({ name, address, optional, answer, proposes }: InviteeRow, { zone }: MeetingRow, today: Day) =>
  md`• ${name}${address === '' || address === name ? '' : ` (${address})`}${optional ? ' · may come' : ''} · ${ANSWERS[answer]}${proposes === null ? '' : ` · proposes ${zonedWords(proposes, zone, today)}`}`;

/** Who is invited and what they have answered, and the way to add people or take some out. */
export function inviteesModal(row: MeetingRow, today: Day): Modal {
  const { invitees } = row;
  const more = invitees.length - MOST_LISTED;
  const lines = invitees.slice(0, MOST_LISTED).map((each) => personLine(each, row, today));
  const rest = more > 0 ? [md`and ${more} more`] : [];
  const removable = invitees.slice(0, LIMITS.options);
  const open = row.status === 'planned' && row.repeats === null;
  const said =
    lines.length === 0
      ? [section(md`Nobody is invited yet.`)]
      : [section(join([...lines.slice(0, 20), ...(lines.length <= 20 ? rest : [])], '\n'))];
  const second = lines.length > 20 ? [section(join([...lines.slice(20), ...rest], '\n'))] : [];
  const base = [headOf(row, today), ...said, ...second];
  const unaddressed = invitees.some(({ address }) => address === '');
  const note = unaddressed
    ? [
        context(
          md`Of those without an address Slack does not tell the desk theirs: they see the card, and Outlook invites them once their address is given.`,
        ),
      ]
    : [];
  if (!open) {
    const { submit: _, ...shown } = form(SMALL.invitees, row, 'Keep it', [...base, ...note]);
    return shown;
  }
  return form(SMALL.invitees, row, 'Keep it', [
    ...base,
    ...present(...note),
    input({ label: 'Add people of this workspace', optional: true }, peopleSelect(FIELD.people, [], 'Choose people')),
    input({ label: 'Add people who may come', optional: true }, peopleSelect(FIELD.optional, [], 'Choose people')),
    addressesField(),
    ...(removable.length === 0
      ? []
      : [
          input(
            { label: 'Take out', optional: true },
            selectSeveral(
              REMOVE,
              removable.map(({ id, name }) => option(name, id)),
              [],
              'Choose people',
            ),
          ),
        ]),
  ]);
}
