import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import type { OutlookGround } from '../desk/ground.ts';
import { DESK_ZONE } from '../desk/time.ts';
import { refusedAct, done as said } from './acts/outcome.ts';
import type { MovableClock } from './clock.ts';
import { seenIn } from './graph/seen.ts';
import { type RunningGraph, startGraph } from './graph/server.ts';
import type { SandboxIds } from './ids.ts';
import type { OutlookAct, SeenCalendar } from './outlook-protocol.ts';
import type { ActAnswer } from './protocol.ts';
import { TEAM } from './world/cast.ts';
import type { World } from './world/world.ts';

/** Reserved names: nothing can be sent there. */
const MAILBOX = `meetings@${TEAM.domain}.invalid`;
const PUBLIC_URL = 'https://desk.invalid';

/** Outlook as people of the sandbox have it: the calendar of one shared mailbox, and how the desk reaches it. */
export interface SandboxOutlook {
  graph: RunningGraph;
  ground: OutlookGround;
  /** What stands in the days from `from` until before `until`; null when they cannot be read. */
  seen(from: string, until: string): SeenCalendar | null;
  act(act: OutlookAct): ActAnswer;
}

const SHOWN = {
  not_found: 'It is not in the calendar any more, or the one who answers is not invited.',
  wrong_times: 'It would end before it begins.',
  crossing: 'One of a series cannot be moved past the one before or after it.',
} as const;

/** Opens Outlook, with what the workspace has kept of it; every change of it is one of the workspace. */
export async function openOutlook(world: World, clock: MovableClock, ids: SandboxIds): Promise<SandboxOutlook> {
  const token = ids.secret();
  let port: number | null = null;
  const graph = await startGraph({
    mailbox: MAILBOX,
    token,
    clock: () => clock.now().epochMilliseconds,
    kept: world.state.outlook,
    // The desk's own port, wherever it listens in this process; before that, a port where nobody answers.
    reach: (url) => url.replace(PUBLIC_URL, `http://127.0.0.1:${port ?? 1}`),
  });
  graph.onChange(() => {
    world.state.outlook = graph.keep();
    world.changed();
  });
  return {
    graph,
    ground: {
      baseUrl: graph.address,
      ca: graph.ca,
      token: async () => token,
      mailbox: MAILBOX,
      calendar: null,
      publicUrl: PUBLIC_URL,
      listening: (at) => {
        port = at;
      },
    },
    seen(from, until) {
      const [first, after] = [from, until].map((day) => z.iso.date().safeParse(day).data);
      if (first === undefined || after === undefined) return null;
      const [start, end] = [first, after].map((on) =>
        Temporal.PlainDate.from(on).toZonedDateTime(DESK_ZONE).toInstant(),
      );
      return start && end ? { mailbox: MAILBOX, events: seenIn(graph.mailbox, { start, end }) } : null;
    },
    act(given) {
      const outcome = graph.act(given);
      return outcome === 'done' ? said : refusedAct(outcome, SHOWN[outcome]);
    },
  };
}
