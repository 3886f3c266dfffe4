import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { SCHEMA_FILE, schemaText } from './project-files.ts';

export type SchemaEngine = bindings.SchemaEngine;

let started = false;

/** The engine gives its lock ten seconds and never ends that timer: a process that is done must not wait for it. */
const unwaited =
  (call: unknown) =>
  (...args: readonly unknown[]): unknown => {
    const timer: unknown = typeof call === 'function' ? call(...args) : undefined;
    if (timer instanceof Object && 'unref' in timer && typeof timer.unref === 'function') timer.unref();
    return timer;
  };

/** Starts Prisma's schema engine, which comes as WebAssembly and without a loader for Node. */
function start(): void {
  if (started) return;
  const script = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const module = new WebAssembly.Module(readFileSync(script.replace(/\.js$/, '.wasm')));
  const imports = Object.entries(bindings).map(([name, given]): [string, unknown] =>
    name.startsWith('__wbg_setTimeout') ? [name, unwaited(given)] : [name, given],
  );
  const instance = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': Object.fromEntries(imports) as WebAssembly.ModuleImports,
  });
  bindings.__wbg_set_wasm(instance.exports);
  // The engine reports its panics here; without the registry it fails while failing.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: { set_message: () => undefined } });
  const { __wbindgen_start: begin } = instance.exports;
  if (typeof begin === 'function') begin();
  started = true;
}

/** Lets `work` use Prisma's schema engine on the database behind `adapter`, and closes what the engine has opened: its lock on the migrations lasts as long as its connection. */
export async function withSchemaEngine<Result>(
  adapter: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<Result>,
): Promise<Result> {
  start();
  const opened: SqlDriverAdapter[] = [];
  const watched: SqlMigrationAwareDriverAdapterFactory = {
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connectToShadowDb: () => adapter.connectToShadowDb(),
    async connect() {
      const connection = await adapter.connect();
      opened.push(connection);
      return connection;
    },
  };
  const options = { datamodels: [[SCHEMA_FILE, schemaText()]] satisfies [string, string][] };
  const bound = bindMigrationAwareSqlAdapterFactory(watched);
  try {
    const engine = await bindings.SchemaEngine.new(options, () => undefined, bound);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } finally {
    for (const connection of opened) await connection.dispose();
  }
}
