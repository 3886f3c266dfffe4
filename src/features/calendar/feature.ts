import { actions, button, context, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { type Actor, may } from '../../desk/actor.ts';
import type { Asking, Feature, Press } from '../../desk/describe.ts';
import type { Files } from '../../desk/ports.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { calendarFile, makeFeed, revokeFeed } from './use-cases.ts';

const FILE = 'calendar:file';
const ADDRESS = 'calendar:address';
const REVOKE = 'calendar:revoke';

/** The treaty's dates for one's own calendar: a file, and where the desk can be reached from outside a secret address. */
export function calendarFeature(desk: RecordDesk & { files: Files; publicUrl: string | null }): Feature {
  const { files, clock, publicUrl } = desk;

  const file = async (actor: Actor): Promise<Reply> => {
    const bytes = new TextEncoder().encode(await calendarFile(desk));
    const name = `treaty-dates-${deskToday(clock)}.ics`;
    const given = { name, title: 'Dates of the Convention', bytes, alt: null };
    const shared = await files.share(
      { person: actor.slackId },
      given,
      md`The treaty's dates, to be opened in a calendar.`,
    );
    return say(
      shared.ok
        ? notice('The calendar file is in your direct messages with the desk.', 'It holds the dates as of today.')
        : notice(
            `Slack did not take the file (${shared.error}).`,
            'Please try again in a minute. Nothing was changed.',
          ),
    );
  };

  const offer = (actor: Actor): Message => {
    const first = "The treaty's dates for your own calendar: dates of States alone, nothing of requests.";
    const byAddress = publicUrl !== null && may(actor, 'read_register');
    const how = byAddress
      ? 'An address keeps itself up to date; whoever knows it can read the dates, so keep it to yourself.'
      : 'A file holds the dates as of today.';
    return {
      text: `${first} ${how}`,
      blocks: present(
        section(md`*${first}*`),
        actions(
          button({ text: 'As a file', action: FILE }),
          ...(byAddress
            ? [button({ text: 'A new address', action: ADDRESS }), button({ text: 'End my address', action: REVOKE })]
            : []),
        ),
        context(md`${how}`),
      ),
    };
  };

  const address = async ({ actor, at }: Press): Promise<Reply> => {
    const secret = publicUrl === null ? null : await makeFeed(desk, actor, at);
    if (secret === null) return say(notice('The desk offers no address here.', 'As a file: /ccm calendar'));
    const url = new URL(`calendar/${secret}.ics`, publicUrl?.endsWith('/') ? publicUrl : `${publicUrl}/`).href;
    return say(
      notice(
        url,
        'It is shown this once; an earlier one of yours is no longer valid. Add it in Outlook as a calendar from the web.',
      ),
    );
  };

  return {
    name: 'calendar',
    commands: [
      {
        verb: 'calendar',
        also: ['calendars', 'ics'],
        usage: '',
        example: 'calendar',
        about: "The treaty's dates for your own calendar.",
        shown: 'more',
        alone: true,
        run: async ({ actor }: Asking) => say(offer(actor)),
      },
    ],
    actions: [
      { id: FILE, run: ({ actor }) => file(actor) },
      { id: ADDRESS, run: address },
      {
        id: REVOKE,
        run: async ({ actor, at }) =>
          say(
            (await revokeFeed(desk, actor, at))
              ? notice('Your address is no longer valid.', 'A new one: /ccm calendar')
              : notice('You have no address.', 'A new one: /ccm calendar'),
          ),
      },
    ],
  };
}
