import type { App } from '@slack/bolt';
import type { Actor } from '../desk/actor.ts';
import type { Catalog } from '../desk/catalog.ts';
import type { Memory } from '../desk/ports.ts';
import type { Profile } from '../desk/profile.ts';
import type { Clock } from '../desk/time.ts';
import type { Failures } from './failures.ts';
import type { People } from './people.ts';

/** What every listener needs. */
export interface Listening {
  bolt: App;
  /** The desk's own user, whose mention calls it. */
  botUser: string;
  catalog: Catalog;
  clock: Clock;
  people: People;
  failures: Failures;
  memory: Memory;
  /** Who a person is to the desk; somebody unknown has no role. */
  actorFor(profile: Profile): Promise<Actor>;
  /** Draws App Home anew for a person who has it open. */
  redraw(slackId: string, teamId: string): Promise<void>;
}

/** The actor behind a Slack id. */
export const actorOf = async ({ people, actorFor }: Listening, slackId: string, teamId: string): Promise<Actor> =>
  actorFor(await people.profileOf(slackId, teamId));
