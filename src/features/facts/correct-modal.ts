import type { InputBlock, PlainTextOption } from '@slack/types';
import { context, option, plain, present } from '../../blocks/build.ts';
import { eventWords } from '../../blocks/event-words.ts';
import { input, radiosOf, selectOf, stateSelect, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import { meetingDates } from '../../blocks/meeting-words.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { warnedBlocks } from '../../blocks/warned.ts';
import type { Day } from '../../treaty/day.ts';
import type { ObligationEvent, TreatyRecord } from '../../treaty/facts.ts';
import { type CorrectionDraft, FIELD, keptIn, TAKE_BACK } from './draft.ts';
import { HAPPENED } from './happened.ts';

export const CORRECT = 'facts:correct';
export const TITLE = 'Correct a fact';

export const LONGEST_SOURCE = 300;
export const LONGEST_REASON = 500;
const LONGEST_DATE = 60;

const MISSING: readonly (readonly [string, string])[] = [
  ['new:4', 'Something is missing: clearance (Art. 4)'],
  ['new:3', 'Something is missing: stockpiles (Art. 3)'],
  ['new:4b', 'Something is missing: new remnants (Art. 4.1(b))'],
];

/** The form in which one event of an obligation is recorded: a correction, or one that was missing; `warnings` are shown before it is kept. */
export function correctModal(
  draft: CorrectionDraft,
  record: TreatyRecord,
  today: Day,
  warnings: readonly string[] = [],
): Modal {
  return {
    type: 'modal',
    callback_id: CORRECT,
    title: plain(TITLE, LIMITS.modalTitle),
    submit: plain('Keep', LIMITS.modalTitle),
    close: plain('Cancel', LIMITS.modalTitle),
    private_metadata: keptIn(draft),
    blocks: present(
      ...warnedBlocks(warnings),
      stateField(draft),
      ...(draft.state === null ? [] : eventFields(draft, record, today)),
      context(
        md`Nothing is overwritten: the earlier entry stays on record with who corrected it, when and why. Seen by coordinators and the ISU.`,
      ),
    ),
  };
}

const stateField = ({ state }: CorrectionDraft): InputBlock =>
  input({ label: 'State', tells: true }, stateSelect(FIELD.state, state));

const order = (a: ObligationEvent, b: ObligationEvent): number =>
  b.article - a.article || Number(a.newRemnants) - Number(b.newRemnants) || (a.date.text < b.date.text ? -1 : 1);

const targets = ({ state }: CorrectionDraft, { events }: TreatyRecord): readonly PlainTextOption[] => [
  ...events
    .filter((event) => event.show && event.state === state?.iso3)
    .toSorted(order)
    .map((event) => option(eventWords(event), `event:${event.id}`)),
  ...MISSING.map(([value, text]) => option(text, value)),
];

function eventFields(draft: CorrectionDraft, record: TreatyRecord, today: Day): readonly InputBlock[] {
  const { turn } = draft;
  const block = (action: string): string => `${action}-${turn}`;
  const target = input(
    { block: `${FIELD.target}-${draft.state?.iso3}-${turn}`, label: 'What is wrong, or missing?', tells: true },
    selectOf(FIELD.target, targets(draft, record), draft.target, 'Choose an entry'),
  );
  if (draft.target === '') return [target];
  const happened = [
    ...HAPPENED.map(([value, text]) => option(text, value)),
    ...(draft.target.startsWith('event:') ? [option('None of it: take this entry back', TAKE_BACK)] : []),
  ];
  return [
    target,
    input(
      { block: block(FIELD.happened), label: 'What happened?', tells: true },
      selectOf(FIELD.happened, happened, draft.happened, 'Choose'),
    ),
    ...(draft.happened === TAKE_BACK ? [] : whatFields(draft, block, record, today)),
    input(
      {
        block: block(FIELD.reason),
        label: 'Reason',
        optional: true,
        hint: 'Needed where an entry on record is corrected, or where the desk has a remark.',
      },
      textInput(FIELD.reason, { value: draft.reason, most: LONGEST_REASON, multiline: true }),
    ),
  ];
}

const whatFields = (
  draft: CorrectionDraft,
  block: (action: string) => string,
  record: TreatyRecord,
  today: Day,
): readonly InputBlock[] => [
  input(
    {
      block: block(FIELD.when),
      label: draft.target === 'new:4b' ? 'When? For the obligation itself: the end of the active hostilities' : 'When?',
      hint: 'As exactly as the source has it: 4 Sep 2019, Sep 2019, 2019, by Aug 2019.',
    },
    textInput(FIELD.when, { value: draft.when, most: LONGEST_DATE }),
  ),
  input(
    {
      block: block(FIELD.until),
      label: 'Until',
      hint: 'Of an extension: the new deadline. Of an obligation: left empty, it is computed by the article.',
      optional: true,
    },
    textInput(FIELD.until, { value: draft.until, most: LONGEST_DATE }),
  ),
  input(
    { block: block(FIELD.meeting), label: 'Meeting', optional: true },
    selectOf(FIELD.meeting, meetingOptions(record, today), draft.meeting, 'The meeting that considered it'),
  ),
  input(
    { block: block(FIELD.source), label: 'Source', hint: 'Which document says so: “CCM/MSP/2019/13, final report”.' },
    textInput(FIELD.source, { value: draft.source, most: LONGEST_SOURCE }),
  ),
  input(
    { block: block(FIELD.confidence), label: 'How sure is it?' },
    radiosOf(FIELD.confidence, CONFIDENCE, draft.confidence),
  ),
];

const CONFIDENCE = [
  option('Stated in the document itself', 'high'),
  option('By one secondary source, or inferred', 'medium'),
  option('Doubted: shown as to be confirmed', 'low'),
];

const meetingOptions = ({ meetings }: TreatyRecord, today: Day): readonly PlainTextOption[] =>
  meetings
    .filter(
      ({ type, knownFrom, actualStart }) =>
        (type === 'MSP' || type === 'RC') && (knownFrom ?? actualStart ?? '') <= today,
    )
    .toReversed()
    .map((meeting) => option([meeting.code, meetingDates(meeting, today)].filter(Boolean).join(' · '), meeting.code));
