/** What the desk asks of Slack for one thing that it does. */
export interface Capability {
  /** As a Slack administrator reads it. */
  does: string;
  scopes: readonly string[];
  events: readonly string[];
  /** Web API methods that it calls. */
  methods: readonly string[];
  /** What happens without it, where a workspace need not grant it; absent where it must. */
  without?: string;
}

/** Every permission the desk asks for, each with its reason; the manifest and the README's table are made from this. */
export const CAPABILITIES: readonly Capability[] = [
  {
    does: 'Commands, windows and shortcuts; answers, cards and App Home',
    scopes: ['commands', 'chat:write'],
    events: ['app_home_opened'],
    methods: [
      'auth.test',
      'chat.postMessage',
      'chat.postEphemeral',
      'chat.update',
      'chat.getPermalink',
      'views.open',
      'views.push',
      'views.update',
      'views.publish',
    ],
  },
  {
    does: 'Questions by mention, answered in the thread',
    scopes: ['app_mentions:read'],
    events: ['app_mention'],
    methods: [],
  },
  { does: 'Questions by direct message', scopes: ['im:history'], events: ['message.im'], methods: [] },
  {
    does: 'Names and time zones of the persons who work with the desk, and who is a guest',
    scopes: ['users:read'],
    events: ['user_change'],
    methods: ['users.info'],
  },
  {
    does: 'Who reads along in a channel, before what is for coordinators and the ISU goes there, and when a guest joins',
    scopes: ['channels:read', 'groups:read'],
    events: ['member_joined_channel'],
    methods: ['conversations.info', 'conversations.members'],
  },
  {
    does: 'Pictures of deadlines, in the thread of the answer or as a direct message to who asked',
    scopes: ['files:write', 'im:write'],
    events: [],
    methods: ['files.getUploadURLExternal', 'files.completeUploadExternal', 'conversations.open'],
  },
  {
    does: 'E-mail addresses of members who are invited to a meeting, for their invitation from Outlook',
    scopes: ['users:read.email'],
    events: [],
    methods: [],
    without: 'they are invited once their address is typed in',
  },
  {
    does: 'Looking whether a message arrived, before it is sent a second time',
    scopes: ['channels:history', 'groups:history'],
    events: [],
    methods: ['conversations.history', 'conversations.replies'],
    without: 'an admin is asked to look',
  },
];
