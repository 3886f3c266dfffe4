import { lengthOf } from '../../blocks/limits.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';

/** A paragraph before it is measured: its heading, its lines, and what closes it. */
export interface Draft<Name extends string> {
  name: Name;
  heading: Mrkdwn | null;
  lines: readonly Mrkdwn[];
  foot: Mrkdwn | null;
  /** The meeting whose requests a button beside it opens, and how many those are. */
  opens?: { meeting: string; count: number } | undefined;
}

/** What one message may hold in all paragraphs, in characters: the rest of 3,500 is for heading, small print and buttons. */
const BUDGET = 2_900;

/** Of what is too long the furthest goes first; what has passed and what changed goes last. */
const CUT_FIRST = ['later', 'soon', 'changed', 'passed', 'requests', 'asked', 'mine'];

const more = (count: number): Mrkdwn => md`• and ${count} more: Full list`;

function written<Name extends string>({ heading, lines, foot }: Draft<Name>, shown: number): Mrkdwn {
  const kept = shown < lines.length ? [...lines.slice(0, shown), more(lines.length - shown)] : lines;
  return join([...(heading ? [heading] : []), ...kept, ...(foot ? [foot] : [])], '\n');
}

/** The paragraphs within the budget of one message; of lines left out it says how many, and they are behind Full list. */
export function withinBudget<Name extends string>(
  drafts: readonly Draft<Name>[],
): readonly (Pick<Draft<Name>, 'name' | 'opens'> & { text: Mrkdwn })[] {
  const shown = new Map(drafts.map((draft) => [draft, draft.lines.length]));
  const parts = () =>
    drafts.map((draft) => ({
      ...{ name: draft.name, opens: draft.opens },
      text: written(draft, shown.get(draft) ?? 0),
    }));
  const length = (): number => parts().reduce((sum, { text }) => sum + lengthOf(text.text), 0);
  for (const name of CUT_FIRST) {
    for (const draft of drafts.filter((each) => each.name === name)) {
      while (length() > BUDGET && (shown.get(draft) ?? 0) > 1) shown.set(draft, (shown.get(draft) ?? 0) - 1);
    }
  }
  return parts();
}
