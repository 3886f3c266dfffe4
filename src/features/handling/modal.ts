import type { Checkboxes, InputBlock, PlainTextOption } from '@slack/types';
import { context, option, plain, section } from '../../blocks/build.ts';
import { input, radiosOf, selectOf, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { evidenceWord, statusWord } from '../../blocks/request-words.ts';
import { capital } from '../../blocks/words.ts';
import type { NeedRow, PersonRow } from '../../db/read/rows.ts';
import { EVIDENCE } from '../../treaty/evidence.ts';
import { movesFrom, notRelayedBecause, type Standing } from '../../treaty/request-moves.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { READERS } from './change.ts';
import { seenByWords } from './words.ts';

/** The callback ids of the windows in which a request is worked on. */
export const FORM = {
  note: 'handling:note',
  evidence: 'handling:evidence',
  assign: 'handling:assign',
  move: 'handling:move',
  hold: 'handling:hold',
  close: 'handling:close',
} as const;

export const FIELD = {
  text: 'text',
  seenBy: 'seen_by',
  evidence: 'evidence',
  owner: 'owner',
  to: 'to',
  reason: 'reason',
  until: 'until',
  how: 'how',
  other: 'other',
} as const;

export const LONGEST_REASON = 1_000;
export const LONGEST_NOTE = LIMITS.plainInput;

const standingOf = ({ status, leftStatus, sharing }: NeedRow): Standing => ({
  status,
  left: leftStatus,
  shareable: sharing !== 'private',
});

interface FormOf {
  id: string;
  title: string;
  submit: string;
  need: NeedRow;
  stateName: string;
}

const form = ({ id, title, submit, need, stateName }: FormOf, blocks: readonly (Block | InputBlock)[]): Modal => ({
  type: 'modal',
  callback_id: id,
  title: plain(title, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  // What the person saw, so that a change made meanwhile is noticed.
  private_metadata: JSON.stringify({
    reference: need.reference,
    status: need.status,
    owner: need.owner?.slackId ?? null,
    evidence: need.evidence,
  }),
  blocks: [
    section(md`*${need.reference} · ${stateName} · ${THEME_WORDS[need.theme].name}*\n${statusWord(need.status)}`),
    ...blocks,
  ],
});

const reason = (label: string, optional = false): InputBlock =>
  input({ label, optional }, textInput(FIELD.reason, { most: LONGEST_REASON, multiline: true }));

export const noteModal = (need: NeedRow, stateName: string): Modal =>
  form({ id: FORM.note, title: 'Note', submit: 'Keep it', need, stateName }, [
    input({ label: 'Note' }, textInput(FIELD.text, { most: LONGEST_NOTE, multiline: true })),
    input(
      { label: 'Who may read it' },
      radiosOf(
        FIELD.seenBy,
        READERS.map((reader) => option(capital(seenByWords(reader)), reader)),
        'desk',
      ),
    ),
    context(md`A note stays as it is written; it never enters a channel or an export for others.`),
  ]);

export function evidenceModal(need: NeedRow, stateName: string): Modal {
  const options = EVIDENCE.map((kind) => option(capital(evidenceWord(kind)), kind));
  const initial = options.filter(({ value }) => (need.evidence as readonly string[]).includes(value ?? ''));
  const boxes: Checkboxes = {
    type: 'checkboxes',
    action_id: FIELD.evidence,
    options,
    ...(initial.length > 0 ? { initial_options: initial } : {}),
  };
  return form({ id: FORM.evidence, title: 'Evidence', submit: 'Keep it', need, stateName }, [
    input({ label: 'Evidence on record', hint: 'Tick what a source on record holds.', optional: true }, boxes),
  ]);
}

export const assignModal = (need: NeedRow, stateName: string, owners: readonly PersonRow[]): Modal =>
  form({ id: FORM.assign, title: 'Owner', submit: 'Give it', need, stateName }, [
    input(
      { label: 'Owner' },
      selectOf(
        FIELD.owner,
        owners.map(({ name, slackId }) => option(name, slackId)),
        need.owner?.slackId ?? null,
        'Choose a person',
      ),
    ),
    context(md`Nobody who represents ${stateName} is offered: nobody handles their own State.`),
  ]);

/** The moves along the road, back from hold or from an end, each explained. */
export function moveModal(need: NeedRow, stateName: string): Modal {
  const standing = standingOf(need);
  const moves = movesFrom(standing).filter(({ kind }) => ['forward', 'back', 'resume', 'reopen'].includes(kind));
  const options = moves.map(({ to, kind, needsReason }) =>
    option(`${statusWord(to)} (${moveWords(kind)}${needsReason ? ', with a reason' : ''})`, to),
  );
  const why = notRelayedBecause(standing);
  return form({ id: FORM.move, title: 'Move it', submit: 'Move it', need, stateName }, [
    input(
      { label: 'To' },
      selectOf(FIELD.to, options, options.length === 1 ? (options[0]?.value ?? null) : null, 'Choose'),
    ),
    reason('Reason', !moves.every(({ needsReason }) => needsReason)),
    ...(why === 'not_to_be_shared'
      ? [context(md`Not to partners: its State has neither published it nor agreed to its being shared.`)]
      : []),
  ]);
}

const moveWords = (kind: string): string =>
  ({ forward: 'forward', back: 'one step back', resume: 'taken up again', reopen: 'opened again' })[kind] ?? kind;

export const holdModal = (need: NeedRow, stateName: string): Modal =>
  form({ id: FORM.hold, title: 'Put on hold', submit: 'Put on hold', need, stateName }, [
    reason('Reason'),
    input({ label: 'Until', optional: true }, { type: 'datepicker', action_id: FIELD.until }),
  ]);

/** Withdrawn, replaced by a newer report, or the same as another; `others` are the State's other open requests for the same theme. */
export function closeModal(need: NeedRow, stateName: string, others: readonly NeedRow[]): Modal {
  const options: readonly PlainTextOption[] = others.map(({ reference, theme, reportingYear }) =>
    option(`${reference} · ${THEME_WORDS[theme].name}${reportingYear ? ` (${reportingYear} report)` : ''}`, reference),
  );
  return form({ id: FORM.close, title: 'Withdraw or replace', submit: 'Close it', need, stateName }, [
    input(
      { label: 'What happened' },
      radiosOf(
        FIELD.how,
        [
          option('The State withdrew it', 'withdrawn'),
          ...(options.length > 0
            ? [
                option('A newer report takes its place', 'superseded'),
                option('It is the same as another request', 'merge'),
              ]
            : []),
        ],
        'withdrawn',
      ),
    ),
    ...(options.length > 0
      ? [
          input(
            { label: 'The other request', optional: true, hint: 'For a newer report or the same request.' },
            selectOf(FIELD.other, options, null, 'Choose a request'),
          ),
        ]
      : []),
    reason('Reason'),
    context(
      md`Nothing is deleted: it can be opened again.${options.length > 0 ? '' : ' If a newer report takes its place, log its request first: /ccm log'}`,
    ),
  ]);
}
