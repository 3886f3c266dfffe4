import type { OutlookAccess } from '../desk/ground.ts';
import { outlookWords } from '../desk/outlook-words.ts';
import { errorIn } from './graph/failures.ts';
import { pathOf } from './graph/outlook-calendar.ts';
import { recordNothing, recordTo } from './graph/recorder.ts';
import { type Answered, wireTo } from './graph/wire.ts';

/** Something that was looked at: whether it is as it should be, and what was found. */
export interface Found {
  check: string;
  ok: boolean;
  found: string;
}

const TIMEOUT_MS = 15_000;

function why(answer: Answered): string {
  if (answer.kind === 'silence') return `not reached: ${answer.text}`;
  const { code, text } = errorIn(answer.body);
  return (
    outlookWords(code) ?? `Microsoft answers ${[answer.status, code, text].filter((each) => each !== '').join(' ')}`
  );
}

/** Looks whether the one mailbox can be read, and proves with another that no other can. Nothing is changed. */
export async function checkOutlook(
  access: OutlookAccess,
  otherMailbox: string | null,
  recordFile: string | null,
): Promise<readonly Found[]> {
  const wire = wireTo(access, recordFile === null ? recordNothing : recordTo(recordFile), TIMEOUT_MS);
  const read = (mailbox: string, calendar: string | null): Promise<Answered> =>
    wire.ask({ method: 'GET', path: pathOf({ mailbox, calendar }), headers: { Prefer: 'IdType="ImmutableId"' } });
  try {
    const own = await read(access.mailbox, access.calendar);
    const ok = own.kind === 'answer' && own.status === 200;
    const mailbox = { check: 'mailbox in Outlook', ok, found: ok ? `${access.mailbox} can be read` : why(own) };
    return [mailbox, await otherIsRefused(ok, otherMailbox, read)];
  } finally {
    await wire.cut();
  }
}

async function otherIsRefused(
  reached: boolean,
  other: string | null,
  read: (mailbox: string, calendar: null) => Promise<Answered>,
): Promise<Found> {
  const check = 'other mailboxes in Outlook';
  if (other === null)
    return { check, ok: false, found: 'not proved to be refused: name any other one in GRAPH_OTHER_MAILBOX' };
  if (!reached) return { check, ok: false, found: 'not proved to be refused while the own one cannot be read' };
  const answer = await read(other, null);
  const { status, code } =
    answer.kind === 'answer' ? { status: answer.status, code: errorIn(answer.body).code } : { status: 0, code: '' };
  if (status === 403 && code === 'ErrorAccessDenied')
    return { check, ok: true, found: `${other} is refused (ErrorAccessDenied), as it should be` };
  if (status === 200) {
    const found = `${other} can be read, and so can every other: limit the app to GRAPH_MAILBOX by a policy (README, Outlook)`;
    return { check, ok: false, found };
  }
  return { check, ok: false, found: `not proved to be refused: ${other}: ${why(answer)}` };
}
