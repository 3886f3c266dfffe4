// `npm start`: prepares what is missing, then runs the desk in this same process.
import { prepare } from './prepare.mjs';

await prepare();
const { register } = await import('tsx/esm/api');
register();
await import('../src/main.ts');
