import { afterAll } from 'vitest';
import { removeFolders } from './folder.ts';
import { endProcesses } from './process.ts';

// Files share their worker, hence the modules of test/setup: what one file has started and made ends with it.
afterAll(() => {
  endProcesses();
  removeFolders();
});
