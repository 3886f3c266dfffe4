import { z } from 'zod';

/** What went from one person to others in one hand-over; kept so that it can be taken back and read. */
export const moved = z.object({
  requests: z.array(z.object({ reference: z.string(), to: z.string() })),
  states: z.array(z.object({ state: z.string(), to: z.string(), begun: z.boolean() })),
  followUps: z.array(z.object({ id: z.string(), reference: z.string(), to: z.string() })),
  roles: z.array(z.object({ id: z.string(), until: z.string().nullable(), given: z.string().nullable() })),
  standIns: z.array(z.object({ person: z.string(), to: z.string() })),
});
export type Moved = z.infer<typeof moved>;

export const NOTHING_MOVED: Moved = { requests: [], states: [], followUps: [], roles: [], standIns: [] };

/** How many pieces went. */
export const countOf = (of: Moved): number =>
  of.requests.length + of.states.length + of.followUps.length + of.roles.length + of.standIns.length;
