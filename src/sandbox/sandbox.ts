import type { TypedWords } from '../desk/typed-words.ts';
import type { AppDefinition } from './app-definition.ts';
import type { MovableClock } from './clock.ts';
import type { Faults } from './faults.ts';
import type { Shelf } from './files/shelf.ts';
import type { Uploads } from './files/uploads.ts';
import type { SandboxIds } from './ids.ts';
import type { Machine } from './machine.ts';
import type { SandboxOutlook } from './outlook.ts';
import type { ResponseUrls } from './response-urls.ts';
import type { Deliver } from './socket/deliver.ts';
import type { Sockets } from './socket/sockets.ts';
import type { Triggers } from './triggers.ts';
import type { World } from './world/world.ts';

/** The parts of the stand-in that Web API methods and acts work with. */
export interface Sandbox {
  app: AppDefinition;
  world: World;
  clock: MovableClock;
  machine: Machine;
  ids: SandboxIds;
  faults: Faults;
  triggers: Triggers;
  responseUrls: ResponseUrls;
  sockets: Sockets;
  deliver: Deliver;
  uploads: Uploads;
  shelf: Shelf;
  outlook: SandboxOutlook;
  /** Names of the methods of the Web API. */
  methods: readonly string[];
  tokens: { bot: string; app: string };
  /** What a person may type after the app's command. */
  words(person: string): Promise<TypedWords>;
  /** `http://127.0.0.1:4310`, without a slash at its end. */
  address(): string;
}
