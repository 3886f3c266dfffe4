import type { InputBlock } from '@slack/types';
import { context, plain, present } from '../../blocks/build.ts';
import { input, radiosOf, selectOf, stateSelect, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { selectSeveral, ticksOf } from '../../blocks/tick-inputs.ts';
import { warnedBlocks } from '../../blocks/warned.ts';
import type { Day } from '../../treaty/day.ts';
import type { TreatyRecord } from '../../treaty/facts.ts';
import { EVIDENCE_CHOICES, FORMS, HELP, KIND_CHOICES, THEME_CHOICES } from './choices.ts';
import { FIELD, keptIn, type ReceivedDraft } from './draft.ts';
import { reportOptions } from './reports-of.ts';

export const RECEIVED = 'transparency:received';
export const TITLE = 'Report received';

export const LONGEST_REASON = 500;
const LONGEST_DATE = 60;
const LONGEST_LINK = 1_000;

/** The form in which a report under Art. 7 is recorded as received, with what it asks for; `warnings` are shown before it is kept. */
export const receivedModal = (
  draft: ReceivedDraft,
  record: TreatyRecord,
  today: Day,
  warnings: readonly string[] = [],
): Modal => ({
  type: 'modal',
  callback_id: RECEIVED,
  title: plain(TITLE, LIMITS.modalTitle),
  submit: plain('Keep', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: keptIn(draft),
  blocks: present(
    ...warnedBlocks(warnings),
    stateField(draft),
    ...(draft.state === null ? [] : reportFields(draft, record, today)),
    context(
      md`That the report is in, everyone may read. What it asks for is logged as requests, published by the State; it is seen by all.`,
    ),
  ),
});

const stateField = ({ state }: ReceivedDraft): InputBlock =>
  input({ label: 'State', tells: true }, stateSelect(FIELD.state, state));

function reportFields(draft: ReceivedDraft, record: TreatyRecord, today: Day): readonly InputBlock[] {
  const state = record.states.find(({ iso3 }) => iso3 === draft.state?.iso3);
  const block = (action: string): string => `${action}-${draft.turn}`;
  const options = state === undefined ? [] : reportOptions(state, record, today);
  const report = input(
    { block: `${FIELD.report}-${draft.state?.iso3}`, label: 'Which report?', tells: true },
    selectOf(FIELD.report, options, draft.report, 'Choose a report'),
  );
  if (draft.report === '') return [report];
  return [
    report,
    input(
      {
        block: block(FIELD.when),
        label: 'Received on',
        hint: 'As exactly as you know it: 20 Nov 2019, Nov 2019, by Nov 2019.',
      },
      textInput(FIELD.when, { value: draft.when, most: LONGEST_DATE }),
    ),
    input(
      { block: block(FIELD.forms), label: 'Forms marked as changed', optional: true },
      selectSeveral(FIELD.forms, FORMS, draft.forms, 'Choose forms'),
    ),
    input(
      { block: block(FIELD.help), label: 'Does it ask for help?', tells: true },
      radiosOf(FIELD.help, HELP, draft.help),
    ),
    ...(draft.help === 'yes' ? needFields(draft, block) : []),
    input(
      { block: block(FIELD.link), label: 'Link to the report', optional: true, hint: 'Beginning with https://' },
      textInput(FIELD.link, { value: draft.link, most: LONGEST_LINK }),
    ),
    input(
      {
        block: block(FIELD.reason),
        label: 'Reason',
        optional: true,
        hint: 'Needed where a receipt on record is corrected, or where the desk has a remark.',
      },
      textInput(FIELD.reason, { value: draft.reason, most: LONGEST_REASON, multiline: true }),
    ),
  ];
}

const needFields = (draft: ReceivedDraft, block: (action: string) => string): readonly InputBlock[] => [
  input(
    {
      block: block(FIELD.themes),
      label: 'With what?',
      // Slack asks for at least one itself where it is not optional; the desk says it in its own words.
      optional: true,
      hint: 'Each becomes a request of its own.',
    },
    ticksOf(FIELD.themes, THEME_CHOICES, draft.themes),
  ),
  input(
    {
      block: block(FIELD.asked),
      label: 'What is asked',
      optional: true,
      hint: 'In the words of the report. Left empty: no more on record.',
    },
    textInput(FIELD.asked, { value: draft.asked, most: LIMITS.plainInput, multiline: true }),
  ),
  input(
    { block: block(FIELD.kinds), label: 'Kinds of help', optional: true },
    ticksOf(FIELD.kinds, KIND_CHOICES, draft.kinds),
  ),
  input(
    { block: block(FIELD.evidence), label: 'Evidence in the report', optional: true },
    ticksOf(FIELD.evidence, EVIDENCE_CHOICES, draft.evidence),
  ),
];
