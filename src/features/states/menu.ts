import { menu, option } from '../../blocks/build.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Action } from '../../desk/describe.ts';
import { openCorrection, showList } from '../facts/use-cases.ts';
import { showDiary } from '../notes/use-cases.ts';
import { openReceived } from '../transparency/use-cases.ts';
import { asOfModal } from './modal.ts';

const MENU = 'states:menu';

/** What else the card of a State leads to: another day for everyone, the record itself for those who keep it. */
export const stateMenu = (iso3: string, actor: Actor) =>
  menu(MENU, [
    option('As of another date…', `as-of ${iso3}`),
    ...(may(actor, 'read_register') ? [option('Diary and contacts', `diary ${iso3}`)] : []),
    ...(may(actor, 'keep_record')
      ? [
          option('Report received', `received ${iso3}`),
          option('Correct a fact', `correct ${iso3}`),
          option('Facts to confirm', `confirm ${iso3}`),
        ]
      : []),
  ]);

/** An entry of that menu was chosen. */
export const menuAction = (desk: RecordDesk): Action => ({
  id: MENU,
  opens: 'The State',
  async run({ actor, value }) {
    const [what, state = ''] = value.split(' ');
    if (what === 'diary') return showDiary(desk, actor, state);
    if (what === 'received') return openReceived(desk, actor, { state, report: '', list: null });
    if (what === 'correct') return openCorrection(desk, actor, { state });
    return what === 'confirm' ? showList(desk, actor, state) : { kind: 'modal', modal: asOfModal(state) };
  },
});
