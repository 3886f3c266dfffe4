import { actions, button, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Block } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { capital } from '../../blocks/words.ts';
import type { MeetingNotice, MeetingRow } from '../../db/read/meetings.ts';
import type { MeetingField, MeetingFields } from '../../desk/calendar.ts';
import { startWords, zonedWords } from '../../desk/meeting-words.ts';
import type { Day } from '../../treaty/day.ts';
import { FIELD_NAMES, fieldWords } from './field-words.ts';

export const SETTLE = { here: 'meetings:settle-here', there: 'meetings:settle-there' } as const;
export const MAKE_AGAIN = 'meetings:make-again';
export const CANCEL = 'meetings:cancel';
export const UNDERSTOOD = 'meetings:understood';

const LONGEST = 400;

/** Of what a person has to decide or see about a meeting: what happened, both values, and the ways on. */
export const noticeBlocks = (row: MeetingRow, today: Day): readonly Block[] =>
  row.notices.flatMap((notice) => blocksOf(notice, row, today));

function blocksOf(notice: MeetingNotice, row: MeetingRow, today: Day): readonly Block[] {
  const { id, zone } = row;
  switch (notice.kind) {
    case 'disputed':
      return disputed(notice, row, today);
    case 'put_back':
      return present(
        section(
          md`*The ${FIELD_NAMES[notice.field]} was changed in Outlook and put back.* There it was: ${saidIn(notice.field, notice.there, zone, today)}. ${row.convention === null ? 'It was cancelled here at the same time.' : 'Title and dates of the Convention’s own meetings are the desk’s.'}`,
        ),
        actions(button({ text: 'Understood', action: UNDERSTOOD, value: `${id} ${notice.field}` })),
      );
    case 'deleted':
      return present(
        section(
          md`*It was deleted in Outlook.* The desk has not cancelled it: is it cancelled, or is it to be made there again?`,
        ),
        actions(
          button({ text: 'Make it again', action: MAKE_AGAIN, value: id }),
          button({ text: 'Cancel the meeting', action: CANCEL, value: id }),
        ),
      );
    case 'refused':
      return [
        section(
          md`*Outlook has not taken it.* ${refusedWords(notice, row)} It stands here as you see it; once it is changed it is sent again.`,
        ),
      ];
  }
}

const refusedWords = ({ why, code }: Extract<MeetingNotice, { kind: 'refused' }>, { invitees }: MeetingRow): string => {
  if (why === 'too_many_invitees')
    return `Outlook takes at most 500 people in a meeting; ${invitees.length} are invited.`;
  return why === 'access'
    ? `The desk may not write in the mailbox (${code || 'access'}): an admin gives it access there.`
    : `It answered ${code || 'without a reason'}.`;
};

/** A value in one line; a time as cards write it. */
const saidIn = (field: MeetingField, fields: MeetingFields, zone: string, today: Day): string =>
  field === 'when'
    ? zonedWords(fields.when, zone, today)
    : clamp(fieldWords(field, fields, zone).replace(/\s+/g, ' '), LONGEST);

function disputed(
  { field, here, there }: Extract<MeetingNotice, { kind: 'disputed' }>,
  { id, zone }: MeetingRow,
  today: Day,
): readonly Block[] {
  const [ours, theirs] = [here, there].map((fields) => saidIn(field, fields, zone, today));
  const keep = field === 'when' ? `Keep ${startWords(here.when, zone, today)}` : 'Keep what stands here';
  const take = field === 'when' ? `Take ${startWords(there.when, zone, today)}` : 'Take Outlook’s';
  return present(
    section(
      md`*${capital(FIELD_NAMES[field])} changed here and in Outlook.* Neither was overwritten.\nHere: ${ours ?? ''}\nIn Outlook: ${theirs ?? ''}`,
    ),
    actions(
      button({ text: keep, action: SETTLE.here, value: `${id} ${field}` }),
      button({ text: take, action: SETTLE.there, value: `${id} ${field}` }),
    ),
  );
}
