import { menu, option } from '../../blocks/build.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Action } from '../../desk/describe.ts';
import type { Reply } from '../../desk/reply.ts';
import type { Day } from '../../treaty/day.ts';
import { openCorrection, showList } from '../facts/use-cases.ts';
import { showDiary } from '../notes/use-cases.ts';
import { asOfModal } from './modal.ts';

const MENU = 'states:menu';

/** What else the card of a State leads to: another day for everyone, the record itself for those who keep it. */
export const stateMenu = (iso3: string, actor: Actor, asOf: Day) =>
  menu(MENU, [
    option('As of another date…', `as-of ${iso3}`),
    ...(may(actor, 'read_register') ? [option('Diary and contacts', `diary ${iso3}`)] : []),
    ...(may(actor, 'keep_record')
      ? [
          option('Sources, line by line', `sources ${iso3} ${asOf}`),
          option('Correct a fact', `correct ${iso3}`),
          option('Facts to confirm', `confirm ${iso3}`),
        ]
      : []),
  ]);

/** An entry of that menu was chosen. */
export const menuAction = (desk: RecordDesk, sources: (actor: Actor, value: string) => Promise<Reply>): Action => ({
  id: MENU,
  opens: 'The State',
  async run({ actor, value }) {
    const [what, state = '', day = ''] = value.split(' ');
    if (what === 'diary') return showDiary(desk, actor, state);
    if (what === 'sources') return sources(actor, `${state} ${day}`);
    if (what === 'correct') return openCorrection(desk, actor, { state });
    return what === 'confirm' ? showList(desk, actor, state) : { kind: 'modal', modal: asOfModal(state) };
  },
});
