import type { Day } from '../treaty/day.ts';
import { context, section } from './build.ts';
import { longDate } from './dates.ts';
import type { Block } from './message.ts';
import { join, md } from './mrkdwn.ts';

/** What stands first in a form that was sent and not kept, because something speaks against it. */
export const warnedBlocks = (warnings: readonly string[]): readonly Block[] =>
  warnings.length === 0
    ? []
    : [
        section(join([md`*Please look at this before it is kept:*`, ...warnings.map((each) => md`• ${each}`)], '\n')),
        context(md`Nothing is kept yet. If it is so all the same, say why under “Reason” and press Keep again.`),
      ];

/** What the treaty says against a fact dated when the Convention did not bind the State. */
export const notBoundWords = (
  warning: { kind: 'before_entry_into_force'; inForce: Day } | { kind: 'after_withdrawal'; withdrawn: Day },
): string =>
  warning.kind === 'before_entry_into_force'
    ? `The Convention is in force for the State from ${longDate(warning.inForce)} only`
    : `Its withdrawal has been in effect since ${longDate(warning.withdrawn)}`;
