import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    setupFiles: ['test/setup/leave-nothing.ts'],
    globalSetup: ['test/setup/built.ts', 'test/setup/template.ts'],
    // Two cores: more workers only wait for each other, and databases are not small.
    maxWorkers: 2,
    // PostgreSQL as WebAssembly is compiled fast, not well: no file runs long enough for the other to pay.
    execArgv: ['--liftoff-only'],
    // No test replaces a module or leaves anything behind in one: what is costly to load is loaded once for each worker.
    isolate: false,
    expect: { poll: { timeout: 20_000 } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/Zurich' },
  },
});
