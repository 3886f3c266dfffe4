import { inboxOf } from './db/inbox.ts';
import { memoryOf } from './db/memory.ts';
import type { Database } from './db/open.ts';
import { readStates } from './db/read/states.ts';
import type { Actor } from './desk/actor.ts';
import type { Calendar, MeetingBook } from './desk/calendar.ts';
import { type Catalog, catalogOf, offeredTo } from './desk/catalog.ts';
import type { Feature } from './desk/describe.ts';
import type { Files, Ids, Inbox, Memory, Outbox } from './desk/ports.ts';
import type { Profile, Profiles } from './desk/profile.ts';
import type { Rooms } from './desk/rooms.ts';
import { type Clock, machineClock } from './desk/time.ts';
import { type TypedWords, typedWords } from './desk/typed-words.ts';
import { answersFeature } from './features/answers/feature.ts';
import { calendarFeature } from './features/calendar/feature.ts';
import { deadlinesFeature } from './features/deadlines/feature.ts';
import { deliveriesFeature } from './features/deliveries/feature.ts';
import { tellOfRests } from './features/deliveries/use-cases.ts';
import { digestsFeature } from './features/digests/feature.ts';
import { factsFeature } from './features/facts/feature.ts';
import { followingFeature } from './features/following/feature.ts';
import { followUpsFeature } from './features/followups/feature.ts';
import { guestsFeature } from './features/guests/feature.ts';
import { handlingFeature } from './features/handling/feature.ts';
import { handOverFeature } from './features/handover/feature.ts';
import { helpFeature } from './features/help/feature.ts';
import { nearestCommands } from './features/help/nearest.ts';
import { homeFeature } from './features/home/feature.ts';
import { bookOf } from './features/meetings/book.ts';
import { meetingsFeature } from './features/meetings/feature.ts';
import { notesFeature } from './features/notes/feature.ts';
import { peopleFeature } from './features/people/feature.ts';
import { actorFor } from './features/people/use-cases.ts';
import { remindersFeature } from './features/reminders/feature.ts';
import { requestsFeature } from './features/requests/feature.ts';
import { statesFeature } from './features/states/feature.ts';
import { transparencyFeature } from './features/transparency/feature.ts';

export interface DeskParts {
  database: Database;
  clock: Clock;
  ids: Ids;
  outbox: Outbox;
  files: Files;
  profiles: Profiles;
  rooms: Rooms;
  admins: readonly string[];
  /** Where the desk is reached from outside; null where it is not. */
  publicUrl?: string | null;
  /** The calendar in Outlook; null where there is none, and then calendar files serve. */
  calendar(): Calendar | null;
  /** Has the queue look for what was enqueued. */
  poke(): void;
}

/** The whole desk, made of its features and of nothing that belongs to Slack. */
export interface Desk {
  catalog: Catalog;
  inbox: Inbox;
  memory: Memory;
  /** What the calendar in Outlook asks of the record of meetings, and tells it. */
  book: MeetingBook;
  actorFor(profile: Profile): Promise<Actor>;
  /** What this person may type after `/ccm`. */
  wordsFor(profile: Profile): Promise<TypedWords>;
  /** Tells the admins of the messages that could not be sent. */
  tellOfRests(): Promise<void>;
}

/** Puts the desk together; the only place where the features meet. */
export function deskOf({
  database,
  clock,
  ids,
  outbox,
  files,
  profiles,
  rooms,
  admins,
  publicUrl = null,
  calendar,
  poke,
}: DeskParts): Desk {
  const { db } = database;
  const verbsLike = (word: string, actor: Actor): readonly string[] =>
    nearestCommands(word, offeredTo(catalog.commands, actor)).map(({ verb }) => verb);
  const answers = answersFeature({ db, clock, ids, verbsLike });
  const offered: Feature[] = [
    answers,
    requestsFeature({ db, clock, ids, admins, poke }),
    handlingFeature({ db, clock, ids, admins, poke }),
    deadlinesFeature({ db, clock, files }),
    statesFeature({ db, clock, ids, admins, poke }),
    notesFeature({ db, clock, ids, admins, poke }),
    factsFeature({ db, clock, ids, admins, poke }),
    transparencyFeature({ db, clock, ids, admins, poke }),
    digestsFeature({ db, clock, ids, rooms, admins, poke }),
    followingFeature({ db, clock, ids, admins, poke }),
    followUpsFeature({ db, clock, ids, admins, poke, calendar }),
    calendarFeature({ db, clock, ids, admins, poke, files, publicUrl }),
    meetingsFeature({
      db,
      clock,
      ids,
      admins,
      poke,
      profiles,
      files,
      calendar,
      ask: catalogOf([answers]).freeText,
    }),
    remindersFeature({ db, clock, ids, admins, poke }),
    peopleFeature({ db, clock, ids, outbox, profiles, rooms, admins, poke }),
    guestsFeature({ db, clock, ids, admins, poke, rooms }),
    handOverFeature({ db, clock, ids, admins, poke, profiles }),
    deliveriesFeature({ db, clock, ids, admins, poke }),
  ];
  const features = [...offered, homeFeature({ db, clock, answer: catalogOf(offered).freeText })];
  const catalog: Catalog = catalogOf([...features, helpFeature(features.flatMap((feature) => feature.commands ?? []))]);
  const actorOf = (profile: Profile): Promise<Actor> => actorFor({ db, clock, admins }, profile);
  return {
    catalog,
    inbox: inboxOf(database, machineClock),
    memory: memoryOf(db, clock, ids),
    book: bookOf({ db, clock, ids, admins, poke, calendar }),
    actorFor: actorOf,
    wordsFor: async (profile) => {
      const states = (await readStates(db)).map(({ shortName }) => shortName);
      return typedWords(catalog.commands, await actorOf(profile), states);
    },
    tellOfRests: () => tellOfRests({ db, clock, ids, admins }),
  };
}
