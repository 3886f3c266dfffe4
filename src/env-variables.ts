/** One variable of the environment, as the README and `.env.example` describe it. */
export interface Variable {
  name: string;
  about: string;
  where: string;
  example: string;
}

export const VARIABLES: readonly Variable[] = [
  {
    name: 'SLACK_BOT_TOKEN',
    about: "The bot's token. With SLACK_APP_TOKEN it starts the real desk; without both, the sandbox.",
    where: 'api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token',
    example: 'xoxb-…',
  },
  {
    name: 'SLACK_APP_TOKEN',
    about: 'The app-level token with the scope connections:write, for Socket Mode.',
    where: 'api.slack.com/apps > your app > Basic Information > App-Level Tokens',
    example: 'xapp-…',
  },
  {
    name: 'SLACK_API_URL',
    about: "Another address of Slack's Web API, for tests.",
    where: 'Leave it empty for Slack itself.',
    example: 'http://127.0.0.1:4390/api/',
  },
  {
    name: 'GRAPH_TENANT_ID',
    about: 'Outlook, where meetings are to stand in it: the directory of your organisation with Microsoft.',
    where: 'entra.microsoft.com > App registrations > your app > Overview > Directory (tenant) ID',
    example: '00000000-0000-0000-0000-000000000000',
  },
  {
    name: 'GRAPH_CLIENT_ID',
    about: 'The app that the desk is, in that directory.',
    where: 'entra.microsoft.com > App registrations > your app > Overview > Application (client) ID',
    example: '00000000-0000-0000-0000-000000000000',
  },
  {
    name: 'GRAPH_CLIENT_SECRET',
    about: 'A secret of that app: its value, not its ID. Either this or GRAPH_CLIENT_CERTIFICATE.',
    where: 'entra.microsoft.com > App registrations > your app > Certificates & secrets > Client secrets > Value',
    example: '…',
  },
  {
    name: 'GRAPH_CLIENT_CERTIFICATE',
    about: 'A PEM file with the private key and the certificate of that app, in place of a secret.',
    where: 'Made by you; its public half goes to Certificates & secrets > Certificates.',
    example: '/etc/action5/graph.pem',
  },
  {
    name: 'GRAPH_MAILBOX',
    about: 'The one mailbox in whose calendar the meetings stand: the shared mailbox of the secretariat.',
    where: 'admin.microsoft.com > Teams & groups > Shared mailboxes > Email',
    example: 'meetings@example.org',
  },
  {
    name: 'GRAPH_CALENDAR_ID',
    about: "One of that mailbox's calendars by its id; without it, its own calendar.",
    where: 'GET https://graph.microsoft.com/v1.0/users/MAILBOX/calendars > id',
    example: 'AAMkAG…',
  },
  {
    name: 'GRAPH_OTHER_MAILBOX',
    about: 'Any other mailbox: `action5 doctor` proves with it that the desk is refused there.',
    where: 'The address of a colleague who agrees; nothing of it is read.',
    example: 'colleague@example.org',
  },
  {
    name: 'GRAPH_BASE_URL',
    about: 'Another address of Graph, with https, for tests; nobody signs in with Microsoft then.',
    where: 'Leave it empty for Microsoft itself.',
    example: 'https://127.0.0.1:4391',
  },
  {
    name: 'GRAPH_CA_FILE',
    about: 'The certificate to trust at GRAPH_BASE_URL, as a PEM file; trusted for that address alone.',
    where: '-',
    example: 'graph-ca.pem',
  },
  {
    name: 'GRAPH_RECORD',
    about:
      'A file to which every exchange with Graph is written, one line of JSON each, without tokens. It holds what people wrote.',
    where: '-',
    example: 'graph.jsonl',
  },
  {
    name: 'DATABASE_URL',
    about: 'A PostgreSQL 14 or later; without it the record lives in the embedded database.',
    where: 'Your database administrator.',
    example: 'postgresql://action5:secret@db.example.org:5432/action5',
  },
  {
    name: 'ACTION5_DATA',
    about: 'The folder of the embedded database; .action5/data, in the sandbox .action5/sandbox.',
    where: 'Any folder on a local disk that is backed up.',
    example: '.action5/data',
  },
  {
    name: 'ACTION5_ADMINS',
    about:
      'Slack ids of the persons who are admins from the start, with commas; they give all other roles in the desk.',
    where: 'Slack > a profile > ⋯ > Copy member ID',
    example: 'U012ABCDEF,U045GHIJKL',
  },
  {
    name: 'ACTION5_NOW',
    about: "The instant at which the desk's clock starts. Sandbox, command line and tests only.",
    where: 'ISO 8601 with zone or offset.',
    example: '2019-11-18T09:00+01:00',
  },
  {
    name: 'ACTION5_CLOCK',
    about: '`frozen` stops the clock at ACTION5_NOW. Sandbox, command line and tests only.',
    where: '-',
    example: 'frozen',
  },
  {
    name: 'PUBLIC_URL',
    about:
      "Where the desk's own HTTP port is reached from outside: only with it are calendars served under secret addresses, and does Outlook tell of changes by itself.",
    where: 'The address of your reverse proxy, with https.',
    example: 'https://desk.example.org/',
  },
  {
    name: 'PORT',
    about: 'The port of the sandbox on 127.0.0.1, and of what is served under PUBLIC_URL; 0 takes a free one.',
    where: '-',
    example: '4310',
  },
  {
    name: 'RECORD',
    about: '`none` starts with an empty record instead of the sourced starting record.',
    where: '-',
    example: 'none',
  },
  {
    name: 'LOG_LEVEL',
    about: 'How much is logged on standard error: error, warn, info or debug.',
    where: '-',
    example: 'warn',
  },
];

/** Where the right value of a variable is found. */
export const whereIs = (name: string): string => VARIABLES.find((variable) => variable.name === name)?.where ?? '';
