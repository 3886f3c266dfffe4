import { capital } from '../../blocks/words.ts';
import type { WorkPlanRow } from '../../db/read/rows.ts';

/** `2020-02` for three months after `2019-11`. */
export function monthAfter(when: string, months: number): string {
  const count = Number(when.slice(0, 4)) * 12 + Number(when.slice(5, 7)) - 1 + months;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** What a line of the timeline is called as a thing to do: "Meeting with the ISU on priorities". */
export function workPlanTitle({ text, short }: WorkPlanRow): string {
  if (text.startsWith('Meeting with')) return `Meeting with the ${short}`;
  return text.startsWith('Assist the President') ? `Support for the President: ${short}` : capital(short);
}
