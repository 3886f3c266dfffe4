import type { Catalog } from '../desk/catalog.ts';
import { CAPABILITIES, type Capability } from './capabilities.ts';

const must = ({ without }: Capability): boolean => without === undefined;

const scopesThat = (fits: (capability: Capability) => boolean): readonly string[] => [
  ...new Set(CAPABILITIES.filter(fits).flatMap(({ scopes }) => scopes)),
];

/** The Slack app manifest for Socket Mode, made from what the features offer and what the desk asks of Slack. */
export function manifestOf(catalog: Catalog): object {
  return {
    _metadata: { major_version: 1, minor_version: 1 },
    display_information: {
      name: 'Action5',
      description: 'Requests for assistance, deadlines and answers under the Convention on Cluster Munitions',
      background_color: '#1d4e89',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Action5', always_online: false },
      shortcuts: [...catalog.shortcuts.values()].map(({ id, kind, name, about }) => ({
        name,
        type: kind,
        callback_id: id,
        description: about,
      })),
      slash_commands: [
        {
          command: '/ccm',
          description: 'Ask, log a request, look up a State or a deadline',
          usage_hint: 'which states need victim assistance? | log | deadlines | help',
          should_escape: true,
        },
      ],
    },
    oauth_config: { scopes: { bot: scopesThat(must), bot_optional: scopesThat((each) => !must(each)) } },
    settings: {
      event_subscriptions: { bot_events: [...new Set(CAPABILITIES.flatMap(({ events }) => events))].toSorted() },
      interactivity: { is_enabled: true },
      org_deploy_enabled: false,
      socket_mode_enabled: true,
      token_rotation_enabled: false,
    },
  };
}
