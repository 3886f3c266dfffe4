import { context, option, plain, section } from '../../blocks/build.ts';
import { input, selectOf } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { PersonRow } from '../../db/read/rows.ts';
import type { Iso3 } from '../../treaty/facts.ts';
import { DIVIDE } from './card.ts';

export const DIVIDE_TITLE = 'Who follows which State';

/** One field for each State, with those who may follow it; left empty, nobody follows it yet. */
export const divideModal = (states: readonly { iso3: Iso3; name: string }[], members: readonly PersonRow[]): Modal => ({
  type: 'modal',
  callback_id: DIVIDE,
  title: plain(DIVIDE_TITLE, LIMITS.modalTitle),
  submit: plain('Keep', LIMITS.modalTitle),
  close: plain('Cancel', LIMITS.modalTitle),
  blocks: [
    section(md`Whoever follows a State is told its dates 90, 30, 7 and 1 days before.`),
    ...states.map(({ iso3, name }) =>
      input(
        { label: name, optional: true },
        selectOf(
          iso3,
          members.filter(({ state }) => state !== iso3).map(({ slackId, name: label }) => option(label, slackId)),
          null,
          'Choose a person',
        ),
      ),
    ),
    context(md`Nobody is offered the State that they represent: nobody handles their own State.`),
  ],
});
