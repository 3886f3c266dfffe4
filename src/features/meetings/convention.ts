import { meetingDates } from '../../blocks/meeting-words.ts';
import type { Reader } from '../../db/client.ts';
import type { MeetingWhen } from '../../db/read/meetings.ts';
import { readTreatyRecord } from '../../db/read/treaty-record.ts';
import type { Day } from '../../treaty/day.ts';
import type { MeetingFacts } from '../../treaty/facts.ts';
import { meetingDatesOn, meetingDaysOn, meetingsKnownOn } from '../../treaty/meeting-dates.ts';
import type { MeetingKind } from '../../treaty/meeting-kind.ts';

/** One of the Convention's own meetings that lies ahead, or has begun. */
export interface OwnMeeting {
  code: string;
  name: string;
  place: string;
  kind: MeetingKind;
  /** "23–27 Nov 2020"; "Feb 2020". */
  words: string;
  when: MeetingWhen;
}

const KINDS: Readonly<Record<string, MeetingKind>> = {
  MSP: 'msp',
  RC: 'review_conference',
  PREP: 'preparatory',
};

function ownOf(meeting: MeetingFacts, today: Day): OwnMeeting | null {
  const { code, name, place, type } = meeting;
  const days = meetingDaysOn(meeting, today);
  const { start } = meetingDatesOn(meeting, today);
  const month = /^\d{4}-\d{2}/.exec(start ?? '')?.[0];
  const when: MeetingWhen | null =
    days === null ? (month === undefined ? null : { kind: 'month', month }) : { kind: 'days', ...days };
  if (when === null) return null;
  const last = when.kind === 'days' ? when.last : `${when.kind === 'month' ? when.month : ''}-31`;
  return last < today
    ? null
    : { code, name, place, kind: KINDS[type] ?? 'external', words: meetingDates(meeting, today), when };
}

/** The meetings of the Convention that lie ahead of `today` as far as they are dated, by date. */
export async function ownMeetings(db: Reader, today: Day): Promise<readonly OwnMeeting[]> {
  const { meetings } = await readTreatyRecord(db);
  const startOf = ({ when }: OwnMeeting): string =>
    when.kind === 'days' ? when.first : when.kind === 'month' ? when.month : '';
  return meetingsKnownOn(meetings, today)
    .map((meeting) => ownOf(meeting, today))
    .filter((own) => own !== null)
    .toSorted((a, b) => (startOf(a) < startOf(b) ? -1 : 1));
}
