import type { Button } from '@slack/types';
import { actions, button, context, divider, plain, present, section } from '../../blocks/build.ts';
import { dateSeenFrom } from '../../blocks/dates.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import { factKey, type Unconfirmed } from '../../treaty/unconfirmed.ts';
import { nameOf } from './amend-said.ts';
import { askWords } from './ask-words.ts';
import { LONGEST_SOURCE } from './correct-modal.ts';
import { FIELD } from './draft.ts';
import type { FactList } from './list.ts';

export const CONFIRM = 'facts:confirm';
export const TITLE = 'Facts to confirm';
export const YES = 'facts:yes';
export const OTHER = 'facts:other';
export const LATER = 'facts:later';
const NOT_YET = 'transparency:not-yet';
const RECEIVED = 'transparency:received';
const COMPLETE = 'transparency:complete';

/** A block for each fact and one for its buttons: more would not fit a window with its first and last lines. */
const MOST_FACTS = 40;

/** What has just been done, above the list. */
export type Done = readonly Block[];

/** The facts to confirm, by consequence; each with its buttons for those who may answer. */
export function confirmModal(list: FactList, mayAnswer: boolean, done: Done = []): Modal {
  const { facts, record, today, state } = list;
  const of = state === null ? '' : ` of ${nameOf(record, state)}`;
  const first =
    facts.length === 0
      ? md`*Nothing${of} is left to confirm.*`
      : md`*${counted(facts.length, 'fact')}${of} to confirm*${mayAnswer ? '' : ' · the ISU confirms them'}`;
  const more = facts.length - MOST_FACTS;
  return {
    type: 'modal',
    callback_id: 'facts:list',
    title: plain(TITLE, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    private_metadata: JSON.stringify({ state }),
    blocks: present(
      ...done,
      done.length > 0 && divider(),
      section(first),
      ...facts.slice(0, MOST_FACTS).flatMap((fact) => factBlocks(fact, list, mayAnswer)),
      more > 0 && context(md`${counted(more, 'more fact')} after these`),
      context(md`As of ${dateSeenFrom(today, today)} · those that touch the dates of the coming year come first`),
    ),
  };
}

function factBlocks(
  fact: Unconfirmed,
  { record, today, later }: FactList,
  mayAnswer: boolean,
): readonly (Block | null)[] {
  const again = later.get(factKey(fact));
  const words = askWords(fact, record, today);
  const asked: Mrkdwn = again === undefined ? words : md`${words}\nAsked again on ${dateSeenFrom(today, again)}.`;
  return [section(asked), mayAnswer ? actions(...buttonsFor(fact)) : null];
}

function buttonsFor(fact: Unconfirmed): readonly Button[] {
  const value = factKey(fact);
  const yes = button({ text: 'Yes, source…', action: YES, value });
  const later = button({ text: 'Ask later', action: LATER, value });
  switch (fact.kind) {
    case 'discrepancy':
      return [yes, later];
    case 'report_due':
      return [
        button({ text: 'Yes, on…', action: RECEIVED, value: `${fact.state} ${fact.year ?? 'initial'}` }),
        button({
          text: 'Not yet',
          action: NOT_YET,
          value,
          confirm: {
            title: 'Not yet received?',
            text: 'From then on the digest names it among the dates that have passed, by the word of the ISU.',
            confirm: 'Not yet',
            deny: 'Cancel',
          },
        }),
        later,
      ];
    case 'year_due':
      return [
        button({ text: 'Record one…', action: RECEIVED, value: ` ${fact.year}` }),
        button({ text: `Mark ${fact.year} as complete…`, action: COMPLETE, value: String(fact.year) }),
        later,
      ];
    case 'request_pending':
      return [
        button({ text: 'Granted until…', action: YES, value }),
        button({ text: 'Other…', action: OTHER, value }),
        later,
      ];
    default:
      return [
        yes,
        button({ text: fact.kind === 'medium_grant' ? 'Other date…' : 'Other…', action: OTHER, value }),
        later,
      ];
  }
}

/** Asks for the source of a fact that is confirmed as it stands. */
export const sourceModal = (fact: Unconfirmed, list: FactList): Modal => ({
  type: 'modal',
  callback_id: CONFIRM,
  title: plain('Yes, by which source?', LIMITS.modalTitle),
  submit: plain('Keep', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  private_metadata: JSON.stringify({ fact: factKey(fact), state: list.state }),
  blocks: [
    section(askWords(fact, list.record, list.today)),
    input(
      { label: 'Source', hint: 'Which document says so: “CCM/MSP/2019/13, final report”.' },
      textInput(FIELD.source, { most: LONGEST_SOURCE }),
    ),
    context(md`Kept with your name and today's date. What stood on record before stays there.`),
  ],
});
