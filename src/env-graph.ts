import { readFileSync } from 'node:fs';
import { whereIs } from './env-variables.ts';

/** How the desk shows Microsoft who it is. */
interface GraphRegistration {
  tenant: string;
  client: string;
  proof: { secret: string } | { certificateFile: string };
}

/** Outlook, as the environment describes it. */
export interface GraphEnv {
  /** Null where `baseUrl` is not Microsoft's: nobody signs in there. */
  registration: GraphRegistration | null;
  mailbox: string;
  calendar: string | null;
  /** A mailbox that the desk must not be able to read; null where none was named. */
  otherMailbox: string | null;
  baseUrl: string;
  /** PEM; null for the authorities that the machine knows. */
  ca: string | null;
}

const NAMES = [
  'GRAPH_TENANT_ID',
  'GRAPH_CLIENT_ID',
  'GRAPH_CLIENT_SECRET',
  'GRAPH_CLIENT_CERTIFICATE',
  'GRAPH_MAILBOX',
  'GRAPH_CALENDAR_ID',
  'GRAPH_OTHER_MAILBOX',
  'GRAPH_BASE_URL',
  'GRAPH_CA_FILE',
] as const;
type Name = (typeof NAMES)[number];
type Given = Readonly<Partial<Record<Name, string | undefined>>>;

const MICROSOFT = 'https://graph.microsoft.com';
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface Read {
  graph: GraphEnv | null;
  problems: readonly string[];
}

/** Outlook as it is given, whole or not at all; what is missing is said with where it is found, never a value. */
export function graphIn(given: Given): Read {
  const named = NAMES.filter((name) => given[name] !== undefined);
  const [first] = named;
  if (first === undefined) return { graph: null, problems: [] };
  const { GRAPH_TENANT_ID: tenant, GRAPH_CLIENT_ID: client, GRAPH_MAILBOX: mailbox, GRAPH_BASE_URL: baseUrl } = given;
  const { GRAPH_CLIENT_SECRET: secret, GRAPH_CLIENT_CERTIFICATE: certificateFile, GRAPH_CA_FILE: caFile } = given;
  const problems: string[] = [];
  const missing = (name: Name, also = ''): void =>
    void problems.push(`${name} is missing${also} (${first} is given). Find it at ${whereIs(name)}.`);
  const needed = ['GRAPH_MAILBOX', ...(baseUrl === undefined ? ['GRAPH_TENANT_ID', 'GRAPH_CLIENT_ID'] : [])] as const;
  for (const name of NAMES) if (needed.some((each) => each === name) && given[name] === undefined) missing(name);
  if (baseUrl === undefined && secret === undefined && certificateFile === undefined)
    missing('GRAPH_CLIENT_SECRET', ', or GRAPH_CLIENT_CERTIFICATE in its place');
  if (secret !== undefined && certificateFile !== undefined)
    problems.push('GRAPH_CLIENT_SECRET and GRAPH_CLIENT_CERTIFICATE are both given. Remove one of them.');
  if (secret !== undefined && GUID.test(secret))
    problems.push(
      `GRAPH_CLIENT_SECRET looks like the ID of a secret; its value is needed. Find it at ${whereIs('GRAPH_CLIENT_SECRET')}: it is shown once, when the secret is made.`,
    );
  if (certificateFile !== undefined && fileAt(certificateFile) === null)
    problems.push('GRAPH_CLIENT_CERTIFICATE names a file that cannot be read.');
  if (caFile !== undefined && baseUrl === undefined) problems.push('GRAPH_CA_FILE is given without GRAPH_BASE_URL.');
  const ca = caFile === undefined ? null : fileAt(caFile);
  if (caFile !== undefined && ca === null) problems.push('GRAPH_CA_FILE names a file that cannot be read.');
  if (problems.length > 0 || mailbox === undefined) return { graph: null, problems };
  const proof = certificateFile !== undefined ? { certificateFile } : { secret: secret ?? '' };
  const registration =
    baseUrl === undefined && tenant !== undefined && client !== undefined ? { tenant, client, proof } : null;
  const [calendar, otherMailbox] = [given.GRAPH_CALENDAR_ID ?? null, given.GRAPH_OTHER_MAILBOX ?? null];
  return { graph: { registration, mailbox, calendar, otherMailbox, baseUrl: baseUrl ?? MICROSOFT, ca }, problems };
}

function fileAt(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
