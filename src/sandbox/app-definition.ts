import { z } from 'zod';
import type { SeenCommand, SeenShortcut } from './protocol.ts';

/** The installed app, as Slack knows it from its manifest. */
export interface AppDefinition {
  name: string;
  /** `shouldEscape`: the text of the command arrives escaped, its mentions as tokens; else raw. */
  commands: readonly (SeenCommand & { shouldEscape: boolean })[];
  shortcuts: readonly SeenShortcut[];
  scopes: readonly string[];
  /** Subscribed bot events, such as `message.im`. */
  events: readonly string[];
}

const manifest = z.object({
  display_information: z.object({ name: z.string() }),
  features: z.object({
    slash_commands: z
      .array(
        z.object({
          command: z.string(),
          description: z.string(),
          usage_hint: z.string().default(''),
          should_escape: z.boolean().default(false),
        }),
      )
      .default([]),
    shortcuts: z
      .array(
        z.object({
          name: z.string(),
          type: z.enum(['global', 'message']),
          callback_id: z.string(),
          description: z.string(),
        }),
      )
      .default([]),
  }),
  oauth_config: z.object({
    scopes: z.object({ bot: z.array(z.string()), bot_optional: z.array(z.string()).default([]) }),
  }),
  settings: z.object({ event_subscriptions: z.object({ bot_events: z.array(z.string()) }).optional() }),
});

/** Reads the app from the very manifest that one installs in Slack. Throws ZodError when it is not one. */
export function appOf(source: unknown): AppDefinition {
  const { display_information, features, oauth_config, settings } = manifest.parse(source);
  return {
    name: display_information.name,
    commands: features.slash_commands.map(({ command, description, usage_hint, should_escape }) => ({
      command,
      description,
      usageHint: usage_hint,
      shouldEscape: should_escape,
    })),
    shortcuts: features.shortcuts.map(({ callback_id, name, description, type }) => ({
      callbackId: callback_id,
      name,
      description,
      type,
    })),
    // The sandbox grants what a workspace may refuse.
    scopes: [...oauth_config.scopes.bot, ...oauth_config.scopes.bot_optional],
    events: settings.event_subscriptions?.bot_events ?? [],
  };
}
