// Writes the migration that leads from the existing ones to prisma/schema.prisma: npx tsx scripts/new-migration.ts <name>
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { migrate } from '../src/db/migrate.ts';
import { MIGRATIONS, SCHEMA_FILE, schemaText } from '../src/db/project-files.ts';
import { withSchemaEngine } from '../src/db/schema-engine.ts';
import { withWholeScripts } from '../src/db/whole-scripts.ts';

const [name = ''] = process.argv.slice(2);
if (!/^[a-z][a-z0-9_]*$/.test(name))
  throw new Error('Give it a name in small letters: npx tsx scripts/new-migration.ts add_partners');

const pglite = new PGlite();
const adapter = withWholeScripts(new PrismaPGlite(pglite), (_, script) => pglite.exec(script));
const outcome = await migrate(adapter);
if (!outcome.ok) throw new Error(outcome.problem);
const files = [{ path: SCHEMA_FILE, content: schemaText() }];
const { stdout } = await withSchemaEngine(adapter, (engine) =>
  engine.diff({
    from: { tag: 'schemaDatasource', files, configDir: MIGRATIONS },
    to: { tag: 'schemaDatamodel', files },
    script: true,
    exitCode: null,
    filters: { externalTables: [], externalEnums: [] },
  }),
);
const folder = join(MIGRATIONS, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, 'migration.sql'), stdout ?? '');
process.stdout.write(`${folder}\n`);
process.exit(0);
