import { isDeepStrictEqual } from 'node:util';
import type { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { actions, button, context, present, section } from '../../blocks/build.ts';
import { clamp } from '../../blocks/limits.ts';
import type { Message } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { CALENDAR, withCalendar } from '../../db/calendar-sync.ts';
import type { Reader, Tx } from '../../db/client.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { asJsonOrNull } from '../../db/json.ts';
import { readPeople } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { CalendarTrouble } from '../../desk/calendar.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';

export const GO_ON = 'meetings:go-on';

const kept = z.custom<CalendarTrouble>((value) => typeof value === 'object' && value !== null);

/** What is wrong with the calendar in Outlook as a whole; null when all is well. */
export async function readTrouble(db: Reader): Promise<CalendarTrouble | null> {
  const row = await db.calendarDesk.findUnique({ where: { id: CALENDAR }, select: { trouble: true } });
  return row?.trouble ? kept.parse(row.trouble) : null;
}

/** What an expired secret and the like are called by Microsoft, and what to do about them. */
function refusedWords({ code, text }: Extract<CalendarTrouble, { kind: 'refused' }>): string {
  if (/AADSTS7000222|expired/i.test(`${code} ${text}`))
    return 'The client secret has expired: an admin makes a new one in Microsoft Entra and gives it to the desk.';
  if (/AccessDenied|Authorization|Forbidden/i.test(code))
    return `The desk may not use the secretariat’s mailbox (${code}): an admin gives the app access to that one mailbox; this can take an hour. action5 doctor says more.`;
  if (/NotFound|MailboxNotEnabled/i.test(code))
    return `The mailbox or calendar is not there (${code}): an admin looks at the desk’s settings.`;
  return `Microsoft refuses the desk (${clamp(code, 80)}): an admin looks at the app’s settings. action5 doctor says more.`;
}

/** What is wrong, in a sentence or two, and what becomes of the meetings meanwhile. */
export function troubleWords(trouble: CalendarTrouble): string {
  switch (trouble.kind) {
    case 'vanished':
      return `${trouble.gone} of ${trouble.of} meetings have gone from the calendar at once. Nothing was cancelled here, and nothing is sent until somebody has looked.`;
    case 'refused':
      return `${refusedWords(trouble)} Meetings are kept here and sent once it is put right.`;
    case 'unreachable':
      return 'Not reached for a while. It is tried again by itself; meetings are kept here meanwhile.';
  }
}

function troubleMessage(trouble: CalendarTrouble | null): Message {
  if (trouble === null) return notice('Outlook is reached again.', 'What was kept meanwhile is sent now.');
  const words = troubleWords(trouble);
  return {
    text: `The calendar in Outlook: ${words}`,
    blocks: present(
      section(md`*The calendar in Outlook:* ${words}`),
      trouble.kind === 'vanished' &&
        actions(
          button({
            text: 'They are gone: ask one by one',
            action: GO_ON,
            confirm: {
              title: 'Are they gone?',
              text: 'Of each meeting that is gone the desk then asks whether it is cancelled. Nothing is deleted by itself.',
              confirm: 'Ask one by one',
              deny: 'Not yet',
            },
          }),
        ),
      context(md`Told to admins and the ISU, once for each change.`),
    ),
  };
}

/** Keeps what is wrong, and tells admins and the ISU once for each change: a desk that starts anew tells nothing that was told. */
export async function keepTrouble(
  tx: Tx,
  { ids, clock, admins = [] }: RecordDesk,
  trouble: CalendarTrouble | null,
  at: Temporal.Instant,
): Promise<void> {
  await withCalendar(tx);
  await tx.$queryRaw`SELECT "id" FROM "CalendarDesk" WHERE "id" = ${CALENDAR} FOR NO KEY UPDATE`;
  const before = await readTrouble(tx);
  if (isDeepStrictEqual(before, trouble)) return;
  await tx.calendarDesk.update({ where: { id: CALENDAR }, data: { trouble: asJsonOrNull(trouble) } });
  // The words of a network's fault differ each time; that it is not reached is told once.
  if (before?.kind === 'unreachable' && trouble?.kind === 'unreachable') return;
  const people = (await readPeople(tx, deskToday(clock))).filter(
    ({ roles }) => roles.includes('admin') || roles.includes('isu'),
  );
  for (const person of new Set([...admins, ...people.map(({ slackId }) => slackId)])) {
    const key = `calendar:${ids.next()}`;
    const message = troubleMessage(trouble);
    await enqueue(tx, ids, { key, kind: 'notice', to: { person }, urgency: URGENCY.person, message }, at);
  }
}
