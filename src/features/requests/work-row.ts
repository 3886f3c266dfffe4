import { actions, button, menu, option } from '../../blocks/build.ts';
import type { NeedRow } from '../../db/read/rows.ts';
import { isOpen, moveTo, type RequestStatus, type Standing } from '../../treaty/request-moves.ts';

/** The steps that need no more than a press; those from relaying on are made by hand, with a note. */
const BY_PRESS: readonly (readonly [RequestStatus, RequestStatus, string])[] = [
  ['logged', 'verified', 'Verify'],
  ['verified', 'acknowledged', 'Acknowledge'],
];

/** What who represents the State itself may do: nobody handles their own. */
export const ownStateRow = ({ reference }: NeedRow) =>
  actions(
    button({ text: 'Note', action: 'handling:note', value: reference }),
    button({ text: 'History', action: 'requests:history', value: reference }),
  );

/** The moves that are allowed now, as the buttons and the menu of a card; what is not allowed is absent. */
export function workRow({ reference, status, leftStatus, sharing, owner }: NeedRow) {
  const standing: Standing = { status, left: leftStatus, shareable: sharing !== 'private' };
  const step = (to: RequestStatus, text: string) =>
    moveTo(standing, to) === null
      ? []
      : [button({ text, action: 'handling:step', value: `${reference} ${status} ${to}` })];
  const open = isOpen(status);
  const entry = (text: string, what: string) => option(text, `${what} ${reference}`);
  return actions(
    ...(open && owner === null
      ? [button({ text: 'Take it', action: 'handling:take', value: reference, primary: true })]
      : []),
    ...BY_PRESS.flatMap(([from, to, text]) => (status === from ? step(to, text) : [])),
    ...(status === 'on_hold' && leftStatus !== null ? step(leftStatus, 'Take up again') : []),
    ...(open ? [button({ text: 'Add evidence', action: 'handling:evidence', value: reference })] : []),
    button({ text: 'Note', action: 'handling:note', value: reference }),
    menu('handling:more', [
      ...(open ? [entry('Choose an owner…', 'assign')] : []),
      ...(status === 'on_hold' ? [] : [entry(open ? 'Move it…' : 'Open it again…', 'move')]),
      ...(open && status !== 'on_hold' ? [entry('Put on hold…', 'hold')] : []),
      ...(open ? [entry('Withdraw, replace or merge…', 'close')] : []),
      entry('History', 'history'),
    ]),
  );
}
