import { actions, button, context, option, plain, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import { input, radiosOf, stateSelect, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { ContactRow, DiaryNote } from '../../db/read/diary.ts';
import type { LastContact } from '../../questions/answer-contacts.ts';
import type { Day } from '../../treaty/day.ts';
import { ADD, CONTACT, DIARY, END_CONTACT, seenByWords } from './card.ts';

export const TITLE = 'Add a note';
export const DIARY_TITLE = 'Diary and contacts';
export const FIELD = {
  state: 'notes:state',
  text: 'text',
  withWhom: 'with_whom',
  on: 'on',
  seenBy: 'seen_by',
  followUp: 'follow_up',
  place: 'place',
  name: 'name',
  office: 'office',
  reach: 'reach',
} as const;
export const LONGEST = LIMITS.plainInput;
export const LONGEST_LINE = 200;
const MOST_NOTES = 30;

const form = (id: string, title: string, submit: string | null, metadata: string, blocks: readonly Block[]): Modal => ({
  type: 'modal',
  callback_id: id,
  private_metadata: metadata,
  title: plain(title, LIMITS.modalTitle),
  ...(submit === null ? {} : { submit: plain(submit, LIMITS.modalTitle) }),
  close: plain(submit === null ? 'Close' : 'Cancel', LIMITS.modalTitle),
  blocks: [...blocks],
});

export interface NoteDraft {
  state: { iso3: string; name: string } | null;
  text: string;
  withWhom: string;
  remark: string | null;
}

/** One box, the day, with whom, who may read it, and a day to follow it up. */
export const noteModal = ({ state, text, withWhom, remark }: NoteDraft, today: Day): Modal =>
  form(ADD, TITLE, 'Keep it', '', [
    ...(remark === null ? [] : [section(md`${remark}`)]),
    input({ label: 'State' }, stateSelect(FIELD.state, state)),
    input({ label: 'Note' }, textInput(FIELD.text, { value: text, most: LONGEST, multiline: true })),
    input({ label: 'With whom', optional: true }, textInput(FIELD.withWhom, { value: withWhom, most: LONGEST_LINE })),
    input({ label: 'Day' }, { type: 'datepicker', action_id: FIELD.on, initial_date: today }),
    input(
      { label: 'Who may read it' },
      radiosOf(
        FIELD.seenBy,
        [option('Coordinators and ISU', 'desk'), option('Coordinators', 'coordinators'), option('Only me', 'me')],
        'desk',
      ),
    ),
    input({ label: 'Follow up on', optional: true }, { type: 'datepicker', action_id: FIELD.followUp }),
  ]);

export const contactModal = (state: { iso3: string; name: string }): Modal =>
  form(CONTACT, 'Add a contact', 'Keep it', state.iso3, [
    section(md`*${state.name}*`),
    input(
      { label: 'Where' },
      radiosOf(FIELD.place, [option('Geneva', 'geneva'), option('Capital', 'capital')], 'geneva'),
    ),
    input({ label: 'Name' }, textInput(FIELD.name, { most: LONGEST_LINE })),
    input({ label: 'Office', optional: true }, textInput(FIELD.office, { most: LONGEST_LINE })),
    input(
      { label: 'How to reach them', optional: true },
      textInput(FIELD.reach, { most: LONGEST_LINE, placeholder: 'e-mail or telephone' }),
    ),
    context(md`Seen by coordinators and the ISU. The desk writes to nobody by itself.`),
  ]);

interface Diary {
  state: { iso3: string; name: string };
  notes: readonly DiaryNote[];
  contacts: readonly ContactRow[];
  last: LastContact | null;
}

const PLACES = { capital: 'Capital', geneva: 'Geneva' } as const;
const contactWords = ({ name, office, reach }: ContactRow): string => [name, office, reach].filter(Boolean).join(' · ');

/** What was said with one State, whom one reaches there, and the last contact. */
export function diaryModal({ state, notes, contacts, last }: Diary): Modal {
  const more = notes.length - MOST_NOTES;
  return form(DIARY, DIARY_TITLE, null, state.iso3, [
    section(
      md`*${state.name}* · last contact: ${last === null ? 'none on record' : `${shortDate(last.on)} (${last.how})`}`,
    ),
    section(md`*Contacts*${contacts.length === 0 ? ': none on record' : ''}`),
    ...contacts.map((contact) =>
      section(
        md`${PLACES[contact.place]}: ${contactWords(contact)}`,
        button({ text: 'End', action: END_CONTACT, value: contact.id }),
      ),
    ),
    section(md`*Notes*${notes.length === 0 ? ': none on record' : ''}`),
    ...notes
      .slice(0, MOST_NOTES)
      .flatMap(({ text, withWhom, on, by, seenBy }): readonly Block[] => [
        context(
          md`${shortDate(on)}${withWhom === '' ? '' : ` · with ${withWhom}`} · ${by.name} · ${seenByWords(seenBy)}`,
        ),
        section(md`${text}`),
      ]),
    ...[
      actions(
        button({ text: 'Add a note', action: ADD, value: state.iso3, primary: true }),
        button({ text: 'Add a contact', action: CONTACT, value: state.iso3 }),
      ),
    ].filter((block) => block !== null),
    context(md`${more > 0 ? `and ${more} earlier ones · ` : ''}You see the notes that are for you to read.`),
  ]);
}
