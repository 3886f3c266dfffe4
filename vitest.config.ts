import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    globalSetup: ['test/setup/built.ts', 'test/setup/template.ts'],
    // Two cores: more workers only wait for each other, and databases are not small.
    maxWorkers: 2,
    // PostgreSQL as WebAssembly is compiled fast, not well: no file runs long enough for the other to pay.
    execArgv: ['--liftoff-only'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    env: { TZ: 'Europe/Zurich' },
  },
});
