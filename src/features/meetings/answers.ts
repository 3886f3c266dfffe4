import { isDeepStrictEqual } from 'node:util';
import type { InviteeRow, MeetingRow } from '../../db/read/meetings.ts';
import type { MeetingTime } from '../../desk/calendar.ts';
import { startWords } from '../../desk/meeting-words.ts';
import type { Day } from '../../treaty/day.ts';

export type Proposal = InviteeRow & { proposes: MeetingTime };

/** Other times that invitees propose and about which nobody has decided; the first to be decided first. */
export const openProposals = ({ invitees, when, status }: MeetingRow): readonly Proposal[] =>
  status !== 'planned'
    ? []
    : invitees.filter(
        (each): each is Proposal =>
          each.proposes !== null &&
          !isDeepStrictEqual(each.proposes, when) &&
          !isDeepStrictEqual(each.proposes, each.kept),
      );

const COUNTED = [
  ['accepted', 'accepted'],
  ['tentative', 'tentative'],
  ['declined', 'declined'],
] as const;

/** "Accepted 2 · proposed another time 1: Ana, Fri 22 Nov, 15:30"; empty when nobody is invited. */
export function answersLine(row: MeetingRow, today: Day): string {
  const { invitees, zone } = row;
  if (invitees.length === 0) return '';
  const proposals = openProposals(row);
  const ids = new Set(proposals.map(({ id }) => id));
  const counts = COUNTED.flatMap(([answer, word]) => {
    // Who proposes another time is told of by that alone.
    const count = invitees.filter((each) => each.answer === answer && !ids.has(each.id)).length;
    return count === 0 ? [] : [`${word} ${count}`];
  });
  const [first] = proposals;
  const others = proposals.length > 1 ? `, and ${proposals.length - 1} more` : '';
  const proposed =
    first === undefined
      ? []
      : [
          `proposed another time ${proposals.length}: ${first.name}, ${startWords(first.proposes, zone, today)}${others}`,
        ];
  const parts = [...counts, ...proposed];
  const line = parts.length === 0 ? `invited ${invitees.length}, no answer yet` : parts.join(' · ');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
