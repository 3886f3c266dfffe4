import {
  DriverAdapterError,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import { z } from 'zod';

const refusal = z.object({
  code: z.string(),
  severity: z.string(),
  message: z.string(),
  detail: z.string().optional(),
  column: z.string().optional(),
  hint: z.string().optional(),
});

/**
 * The same adapter for the schema engine, running the script of a migration by `run`: in one piece, so that PostgreSQL
 * takes all of it or nothing. By itself the one for PostgreSQL cuts scripts at every semicolon, in the body of a function
 * too, and the one for PGlite does not wait for what becomes of them.
 */
export function withWholeScripts<Connection extends SqlDriverAdapter>(
  factory: Omit<SqlMigrationAwareDriverAdapterFactory, 'connect'> & { connect(): Promise<Connection> },
  run: (connection: Connection, script: string) => Promise<unknown>,
): SqlMigrationAwareDriverAdapterFactory {
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    async connect() {
      const connection = await factory.connect();
      connection.executeScript = async (script) => {
        try {
          await run(connection, script);
        } catch (error) {
          const said = refusal.safeParse(error);
          throw said.success ? new DriverAdapterError({ kind: 'postgres', ...inFull(said.data) }) : error;
        }
      };
      return connection;
    },
  };
}

const inFull = ({ detail, column, hint, ...said }: z.infer<typeof refusal>) => ({ ...said, detail, column, hint });
