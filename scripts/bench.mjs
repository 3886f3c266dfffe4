// `npm run bench`: measures the desk on this machine, as ratios within one run wherever something can stand beside it.
import { prepare } from './prepare.mjs';

await prepare();
const { register } = await import('tsx/esm/api');
register();
await import('../test/bench/run.ts');
