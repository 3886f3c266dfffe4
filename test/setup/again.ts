import type { Db } from '../../src/db/client.ts';

// Beside the record, what is needed to make it again as it was: a copy of each table, where each sequence stood, and how
// a table looks that nobody has written to.
const KEEP = [
  'CREATE SCHEMA first',
  'CREATE TABLE first.looks (name text PRIMARY KEY, rows bigint NOT NULL, newest bigint NOT NULL)',
  `CREATE TABLE first.sequences AS SELECT format('%I.%I', schemaname, sequencename) AS name, start_value, last_value
     FROM pg_sequences WHERE schemaname = 'public'`,
  `CREATE FUNCTION first.look(named text) RETURNS first.looks LANGUAGE plpgsql AS $$
   DECLARE found first.looks;
   BEGIN
     EXECUTE format('SELECT %L, count(*), coalesce(max(xmin::text::bigint), 0) FROM public.%I', named, named) INTO found;
     RETURN found;
   END $$`,
  `CREATE FUNCTION first.again() RETURNS void LANGUAGE plpgsql AS $$
   DECLARE named text; at record;
   BEGIN
     PERFORM set_config('session_replication_role', 'replica', true);
     FOR named IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
       CONTINUE WHEN first.look(named) = (SELECT looks FROM first.looks WHERE name = named);
       EXECUTE format('DELETE FROM public.%I', named);
       EXECUTE format('INSERT INTO public.%I SELECT * FROM first.%I', named, named);
       DELETE FROM first.looks WHERE name = named;
       INSERT INTO first.looks SELECT (first.look(named)).*;
     END LOOP;
     FOR at IN SELECT * FROM first.sequences LOOP
       PERFORM setval(at.name::regclass, coalesce(at.last_value, at.start_value), at.last_value IS NOT NULL);
     END LOOP;
   END $$`,
  `DO $$
   DECLARE named text;
   BEGIN
     FOR named IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
       EXECUTE format('CREATE TABLE first.%I AS TABLE public.%I', named, named);
       INSERT INTO first.looks SELECT (first.look(named)).*;
     END LOOP;
   END $$`,
] as const;

/** Keeps in the database what it holds now, so that `beginAgain` can bring that back. */
export async function keepFirst(db: Db): Promise<void> {
  for (const statement of KEEP) await db.$executeRawUnsafe(statement);
}

/** Makes the tables hold again what they held at first; refused when there are tables that were not there then. */
export async function beginAgain(db: Db): Promise<void> {
  await db.$executeRaw`SELECT first.again()`;
}
