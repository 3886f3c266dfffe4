import type { InputBlock } from '@slack/types';
import { actions, button, context, plain, present, section } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { listed } from '../../blocks/words.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import type { Day } from '../../treaty/day.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import type { Choice, Draft, Offered } from './draft.ts';
import { unanswered } from './draft.ts';
import { askedFields, sharingFields, sourceFields, stateField, themeField } from './fields.ts';
import { keptIn } from './kept-in.ts';
import { reportingYearOf } from './source-kind.ts';

export const LOG = 'requests:log';
export const LOG_NEW = 'requests:log-new';
/** One id for each button of a row, since Slack wants them to differ within it. */
export const ADD_TO = ['requests:add-to', 'requests:add-to-2', 'requests:add-to-3', 'requests:add-to-4'] as const;
export const PICK = ['requests:pick', 'requests:pick-2', 'requests:pick-3', 'requests:pick-4'] as const;

/** "AR-2018-005 (2018 report)". */
const labelOf = ({ reference, reportingYear }: NeedRow): string =>
  `${reference}${reportingYear === null ? '' : ` (${reportingYear} report)`}`;

/** The form in which a request is logged; open requests of the same State and theme stand first. */
export function logModal(offered: Offered, today: Day, whereIsAsked = false): Modal {
  const { draft, open } = offered;
  const added = draft.decision?.kind === 'add' ? draft.decision.reference : null;
  const to = open.find(({ reference }) => reference === added);
  return to && draft.state ? addModal(draft, to, draft.state, today) : newModal(offered, today, whereIsAsked);
}

function newModal(offered: Offered, today: Day, whereIsAsked: boolean): Modal {
  const { draft } = offered;
  const published = draft.sharing === 'published';
  const whereIsOpen = published && (whereIsAsked || reportingYearOf(draft.source) === null);
  return form(draft, 'Log a request', 'Log it', [
    ...present(draft.remark !== null && section(md`${draft.remark}`), pickButtons(draft.either)),
    ...offer(offered),
    stateField(draft),
    ...present(handledWords(offered)),
    themeField(draft),
    ...askedFields(draft),
    ...sourceFields(draft, today),
    ...sharingFields(draft, whereIsOpen),
    context(
      md`Seen by coordinators and the ISU; everyone may read what a State has published. Nothing is sent to a government.`,
    ),
  ]);
}

/** Of a State that coordinates: who handles its requests. */
const handledWords = ({ draft: { state }, handler }: Offered): Block | null =>
  state === null || !handler
    ? null
    : context(
        md`Nobody handles their own State: the requests of ${inSentence(state.name)} go to ${inSentence(handler)}.`,
      );

/** The offer: what there is already, and the two ways on. */
function offer(offered: Offered): readonly Block[] {
  const open = unanswered(offered);
  const { state } = offered.draft;
  if (open.length === 0 || state === null) return [];
  const one = open.length === 1;
  // The newest come first where there are more than the row has room for.
  const shown = open.toReversed().slice(0, ADD_TO.length);
  const buttons = shown.flatMap(({ reference }, at) => {
    const action = ADD_TO[at];
    return action === undefined
      ? []
      : [button({ text: one ? 'Add this to it' : `Add this to ${reference}`, action, value: reference })];
  });
  const beside = open.map(({ reference }) => reference).join(' ');
  return present(
    section(md`*${state.name} already has ${listed(open.map(labelOf))}.*`),
    actions(...buttons, button({ text: 'Log a new one', action: LOG_NEW, value: beside })),
  );
}

const pickButtons = (either: readonly Choice[]): Block | null =>
  actions(
    ...PICK.flatMap((action, at) => {
      const state = either[at];
      return state === undefined ? [] : [button({ text: state.name, action, value: state.iso3 })];
    }),
  );

/** The form in which a source is added to a request that is there. */
function addModal(draft: Draft, to: NeedRow, state: Choice, today: Day): Modal {
  return form(draft, `Add to ${to.reference}`, 'Add it', [
    ...present(draft.remark !== null && section(md`${draft.remark}`)),
    section(
      md`*${labelOf(to)} · ${state.name} · ${THEME_WORDS[to.theme].name}*`,
      button({ text: 'Log a new one', action: LOG_NEW, value: to.reference }),
    ),
    ...askedFields(draft),
    ...sourceFields(draft, today),
    context(md`What you add is private to coordinators and the ISU. How ${to.reference} may be shared stays as it is.`),
  ]);
}

const form = (draft: Draft, title: string, submit: string, blocks: readonly (Block | InputBlock)[]): Modal => ({
  type: 'modal',
  callback_id: LOG,
  title: plain(title, LIMITS.modalTitle),
  submit: plain(submit, LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: keptIn(draft),
  blocks: [...blocks],
});
