import { Temporal } from 'temporal-polyfill';
import type { Message } from '../../../src/blocks/message.ts';
import { syncStoreOf } from '../../../src/db/calendar-sync.ts';
import { timeOf } from '../../../src/db/days.ts';
import { readMeeting } from '../../../src/db/read/meetings.ts';
import type { Actor } from '../../../src/desk/actor.ts';
import type { Calendar } from '../../../src/desk/calendar.ts';
import { bookOf } from '../../../src/features/meetings/book.ts';
import type { MeetingsDesk } from '../../../src/features/meetings/desk.ts';
import type { NewMeeting } from '../../../src/features/meetings/plan.ts';
import type { NewInvitee } from '../../../src/features/meetings/store.ts';
import { planMeeting } from '../../../src/features/meetings/use-cases.ts';
import { outlookCalendar } from '../../../src/outlook/graph/outlook-calendar.ts';
import { recordNothing } from '../../../src/outlook/graph/recorder.ts';
import { wireTo } from '../../../src/outlook/graph/wire.ts';
import { syncOf } from '../../../src/outlook/sync.ts';
import type { CalendarAct } from '../../../src/sandbox/graph/acts.ts';
import { startGraph } from '../../../src/sandbox/graph/server.ts';
import { freshDatabase } from '../../setup/database.ts';
import { ids } from '../../setup/ids.ts';
import { montenegro } from '../people.ts';

const MAILBOX = 'secretariat@example.org';
const REGISTER = 'C0REGISTER';
const ANA: Actor = { ...montenegro, name: 'Ana' };

export const invitee = (name: string): NewInvitee => ({
  address: `${name.toLowerCase()}@mfa.example`,
  name,
  optional: false,
  slackId: null,
});

/** The desk's record of meetings with its calendar in a stand-in of Outlook, over https, without Slack. */
export async function outlookDesk() {
  const database = await freshDatabase();
  const { db } = database;
  let now = Temporal.Instant.from('2019-11-20T09:41:00+01:00');
  const clock = { now: () => now };
  const graph = await startGraph({
    mailbox: MAILBOX,
    token: 'sandbox',
    now: () => now.epochMilliseconds,
    reach: (url) => url,
  });
  const access = { baseUrl: graph.address, ca: graph.ca, token: async () => 'sandbox' };
  const wire = wireTo(access, recordNothing, 5_000);
  const patience = { now: () => now, wait: async () => undefined };
  const faults: string[] = [];
  let open: Calendar | null = null;
  const desk: MeetingsDesk = {
    ...{ db, clock, ids, poke: () => undefined },
    calendar: () => open,
    files: { share: async () => ({ ok: true }) },
    profiles: {
      profileOf: async (slackId, teamId) => ({
        slackId,
        teamId,
        name: slackId,
        zone: 'UTC',
        email: null,
        outside: false,
        known: true,
      }),
    },
  };
  const book = bookOf(desk);
  const sync = syncOf({
    book,
    store: syncStoreOf(db),
    remote: outlookCalendar(wire, patience, { mailbox: MAILBOX, calendar: null }),
    clock,
    machine: clock,
    name: 'a test',
    log: { info: () => undefined, warn: () => undefined, error: (fields) => void faults.push(JSON.stringify(fields)) },
  });
  open = sync;
  const recordedAt = timeOf(now);
  await db.person.create({ data: { slackId: ANA.slackId, teamId: 'T1', name: 'Ana', zone: 'UTC', recordedAt } });
  await db.setting.create({
    data: { key: 'register_channel', value: REGISTER, changedAt: recordedAt, changedBy: 'a test' },
  });
  let submissions = 0;
  const eventOf = (title: string): Record<string, unknown> =>
    graph.seen().find(({ subject }) => subject === title) ?? {};
  return {
    desk,
    faults,
    graph,
    book,
    /** Both sides are compared until nothing is left. */
    async rest() {
      for (const _ of [1, 2]) await sync.run();
    },
    async plan(meeting: Partial<NewMeeting> & Pick<NewMeeting, 'title'>) {
      submissions += 1;
      const whole: NewMeeting = {
        kind: 'isu',
        when: { kind: 'timed', start: '2019-11-21T09:00:00Z', end: '2019-11-21T10:00:00Z' },
        zone: 'Europe/Zurich',
        place: '',
        agenda: '',
        states: [],
        margins: null,
        online: false,
        repeats: null,
        invitees: [],
        convention: null,
        link: null,
        followUp: null,
        ...meeting,
      };
      const by = { actor: ANA, at: now, submission: `plan ${submissions}`, through: 'a test', alone: false };
      const made = await planMeeting(desk, whole, by);
      if (made.kind !== 'done') throw new Error(made.kind);
      return made.id;
    },
    by: () => ({ actor: ANA, at: now, through: 'button' }),
    row: async (id: string) => {
      const row = await readMeeting(db, id);
      if (row === null) throw new Error('It is not on record.');
      return row;
    },
    eventOf,
    act: (given: CalendarAct) => graph.act(given),
    idOf: (title: string): string => String(eventOf(title)['id']),
    /** The card in the register channel, as it is to be said now. */
    async card(id: string): Promise<Message> {
      const card = await db.meetingCard.findFirstOrThrow({ where: { meetingId: id }, include: { delivery: true } });
      return card.delivery.message as unknown as Message;
    },
    pass: (minutes: number) => {
      now = now.add({ minutes });
    },
    async close() {
      await sync.stop();
      await wire.close();
      await graph.close();
      await database.close();
    },
  };
}
