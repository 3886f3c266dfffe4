const SECRETS = 'entra.microsoft.com > App registrations > your app > Certificates & secrets';

/** What a code of Microsoft means for whoever keeps the desk, and what to do. */
const MEANINGS: Readonly<Record<string, string>> = {
  AADSTS7000222: `the client secret has expired. Make a new one (${SECRETS}) and put its value in GRAPH_CLIENT_SECRET`,
  AADSTS7000215: `the client secret is not one of this app. Give its value, not its ID, in GRAPH_CLIENT_SECRET (${SECRETS})`,
  AADSTS700027: `the certificate is not one of this app, or has expired (${SECRETS} > Certificates)`,
  AADSTS700016: 'there is no such app in this directory. Compare GRAPH_CLIENT_ID and GRAPH_TENANT_ID with its overview',
  AADSTS90002: 'there is no such directory. Compare GRAPH_TENANT_ID with the overview of the app',
  AADSTS900023: 'there is no such directory. Compare GRAPH_TENANT_ID with the overview of the app',
  ErrorAccessDenied:
    'the app may not open this mailbox. Give it the application permission Calendars.ReadWrite with admin consent, and name the mailbox in its policy; Microsoft may take an hour and more until it counts',
  Authorization_RequestDenied:
    'the app has no permission. Give it the application permission Calendars.ReadWrite with admin consent',
  ErrorInvalidUser: 'there is no such mailbox. Compare GRAPH_MAILBOX with its address',
  ErrorNonExistentMailbox: 'there is no such mailbox. Compare GRAPH_MAILBOX with its address',
  Request_ResourceNotFound: 'there is no such mailbox. Compare GRAPH_MAILBOX with its address',
  MailboxNotEnabledForRESTAPI: 'this mailbox is not in Exchange Online. The desk needs one that is',
  ErrorItemNotFound: 'there is no such calendar in the mailbox. Compare GRAPH_CALENDAR_ID, or leave it out',
  InvalidAuthenticationToken: 'Microsoft does not take the token of the app',
  ErrorOccurrenceCrossingBoundary:
    'one of a series cannot be moved past the one before or after it. Move it within these, or plan it as a meeting of its own',
};

/** A code of Microsoft in words, with the code itself behind them; null for one that the desk does not know. */
export function outlookWords(code: string): string | null {
  const meaning = MEANINGS[code];
  return meaning === undefined ? null : `${meaning} (${code})`;
}
