import type { WebClient } from '@slack/web-api';
import { z } from 'zod';
import type { Profile, Profiles } from '../desk/profile.ts';
import { DESK_ZONE } from '../desk/time.ts';
import { asked } from './refusal.ts';

const user = z.object({
  team_id: z.string().optional(),
  name: z.string().optional(),
  real_name: z.string().optional(),
  tz: z.string().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  profile: z
    .object({ display_name: z.string().optional(), real_name: z.string().optional(), email: z.string().optional() })
    .optional(),
});

const KEEP_MS = 10 * 60_000;

/** Slack's profiles, kept for ten minutes of the machine's clock or until Slack says that one changed. */
export interface People extends Profiles {
  forget(slackId: string): void;
}

export function peopleOf(client: WebClient, machineNow: () => number): People {
  const kept = new Map<string, { profile: Profile; until: number }>();
  return {
    forget: (slackId) => void kept.delete(slackId),
    async profileOf(slackId, teamId) {
      const known = kept.get(slackId);
      if (known && known.until > machineNow()) return known.profile;
      const answer = await asked(client.users.info({ user: slackId }));
      const found = answer.ok ? user.safeParse(answer.value.user) : null;
      // Without the profile the roles on record still count; only name and zone are missing.
      if (!found?.success)
        return { slackId, teamId, name: slackId, zone: DESK_ZONE, email: null, outside: false, known: false };
      const { profile, real_name, name, tz, team_id, is_restricted, is_ultra_restricted, is_stranger } = found.data;
      const read: Profile = {
        slackId,
        teamId: team_id ?? teamId,
        name: profile?.display_name || profile?.real_name || real_name || name || slackId,
        zone: tz ?? DESK_ZONE,
        email: profile?.email ?? null,
        outside: Boolean(is_restricted || is_ultra_restricted || is_stranger),
        known: true,
      };
      kept.set(slackId, { profile: read, until: machineNow() + KEEP_MS });
      return read;
    },
  };
}
