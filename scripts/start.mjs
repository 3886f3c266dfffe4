// `npm start`: prepares what is missing, then runs the desk in this same process.
import './compile-later.mjs';
import { prepare } from './prepare.mjs';

await prepare();
process.setSourceMapsEnabled(true);
await import('../dist/desk/main.mjs');
