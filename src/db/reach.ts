import { isDriverAdapterError, type SqlDriverAdapterFactory } from '@prisma/driver-adapter-utils';

const OLDEST = 14;
const HOW_IT_STANDS = `SELECT current_setting('server_version_num')::int / 10000, current_setting('TimeZone')`;

/** What the driver finds in the way, as a person who set DATABASE_URL needs to read it. */
const REASONS: Readonly<Record<string, string>> = {
  AuthenticationFailed: 'it refuses the user name or the password',
  ConnectionClosed: 'it closes the connection',
  DatabaseAccessDenied: 'this user may not use the database',
  DatabaseDoesNotExist: 'it has no database of this name',
  DatabaseNotReachable: 'nothing answers there',
  SocketTimeout: 'it does not answer in time',
  TlsConnectionError: 'the secure connection did not come about',
  TooManyConnections: 'it has no connection to spare',
};

/** Asks the PostgreSQL of DATABASE_URL for its version and its time zone: what is in the way, in a sentence without secrets, or null when it can be used. */
export async function whyUnusable(adapter: SqlDriverAdapterFactory, databaseUrl: string): Promise<string | null> {
  const where = `The PostgreSQL of DATABASE_URL (${new URL(databaseUrl).host || 'local'})`;
  const connection = await adapter.connect();
  try {
    const { rows } = await connection.queryRaw({ sql: HOW_IT_STANDS, args: [], argTypes: [] });
    const [version, zone] = rows[0] ?? [];
    if (Number(version) < OLDEST) return `${where} is version ${version}. The desk needs ${OLDEST} or later.`;
    // Every instant would be stored wrong without a word.
    return zone === 'UTC'
      ? null
      : `${where} keeps the time zone ${zone} though the desk asks for UTC: something between them, or DATABASE_URL, drops that. Connect to the server itself, without options.`;
  } catch (error) {
    return `${where} cannot be used: ${reasonOf(error)}. See that it runs and that DATABASE_URL is right.`;
  } finally {
    await connection.dispose();
  }
}

const reasonOf = (error: unknown): string =>
  (isDriverAdapterError(error) ? REASONS[error.cause.kind] : undefined) ?? 'the connection did not come about';
