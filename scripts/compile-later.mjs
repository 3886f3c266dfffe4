// The embedded database and Prisma's compiler are WebAssembly, and V8 would spend half of a start on compiling well what
// runs once. What stays busy for seconds is compiled well all the same.
import { setFlagsFromString } from 'node:v8';

setFlagsFromString('--wasm-tiering-budget=1000000000');
