import { actions, button, context, present } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import type { Block } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { may } from '../../desk/actor.ts';
import { dayIn, timeIn } from '../../desk/time.ts';
import type { Seen } from './seen.ts';

/** Help, and the moment at which this was read, in the reader's own time. */
export const footOf = ({ reader: { actor, at } }: Seen): readonly Block[] =>
  present(
    actions(
      ...(may(actor, 'read_register') ? [button({ text: 'Preferences', action: 'digests:preferences' })] : []),
      button({ text: 'Help', action: 'help:open' }),
      button({ text: 'Who sees what', action: 'people:who-sees-what' }),
    ),
    context(md`As of ${shortDate(dayIn(actor.zone, at))}, ${timeIn(actor.zone, at)}`),
  );
