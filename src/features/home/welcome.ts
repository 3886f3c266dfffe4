import { actions, button, context, header, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import type { Block } from '../../blocks/message.ts';
import { channelLink, md } from '../../blocks/mrkdwn.ts';
import { NumberWord } from '../../blocks/words.ts';
import { may } from '../../desk/actor.ts';
import { nextWindow } from '../following/use-cases.ts';
import type { Seen } from './seen.ts';
import { roleWords } from './top.ts';

export const TRY = 'home:try';
export const SKIP = 'home:skip';
export const TRIED = 'which States need victim assistance?';

/** The first visit of somebody who was given a role: three steps, any of which may be skipped. */
export function welcomeOf(seen: Seen): readonly Block[] {
  const { welcome, reader, nameOf } = seen;
  const { actor } = reader;
  if (welcome === null) return [];
  const follows = may(actor, 'handle_request');
  const reads = may(actor, 'read_register');
  const where = welcome.digest === null ? md`` : md` The Monday digest is in ${channelLink(welcome.digest)}.`;
  const who = [roleWords(actor), actor.state === null ? null : nameOf(actor.state)].filter((each) => each !== null);
  return present(
    header('Welcome to the desk'),
    section(
      md`It keeps what States asked for, what the treaty requires and when, and who does what next. Three steps, two minutes; skip any.`,
    ),
    section(md`*1. Ask something*\nTry: _${TRIED}_`, button({ text: 'Ask it', action: TRY, primary: true })),
    follows &&
      section(
        md`*2. Say which States you follow*\n${unfollowed(seen)}`,
        button({ text: 'Choose', action: 'following:divide' }),
      ),
    reads &&
      section(
        md`*3. Choose what reaches you*\nNothing is sent to you until you choose.${where}`,
        button({ text: 'Choose', action: 'digests:preferences' }),
      ),
    context(
      md`You are: ${who.join(', ')} (set by ${welcome.givenBy}) · seen by you: ${reads ? 'all requests, notes shared with you' : 'what States have published'} · the desk never writes to a government by itself`,
    ),
    actions(button({ text: 'Skip to my desk', action: SKIP })),
  );
}

/** "Five could ask for an extension by 23 Feb 2020, and nobody follows them." */
function unfollowed({ record, clocks, reader: { today }, followed }: Seen): string {
  const next = nextWindow(record, clocks, today);
  const states = next?.states.filter((state) => !followed.has(state)) ?? [];
  if (next === null || states.length === 0) return 'Its dates come to you 90, 30, 7 and 1 days before.';
  return `${NumberWord(states.length)} could ask for an extension by ${shortDate(next.due)}, and nobody follows ${states.length === 1 ? 'it' : 'them'}.`;
}
