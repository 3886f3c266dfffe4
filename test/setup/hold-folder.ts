// A process of its own that holds a folder until it is ended: node --import tsx test/setup/hold-folder.ts <folder> <address> [<socket file>]
import { lockFolder } from '../../src/db/folder-lock.ts';

const [folder = '', address = '', file] = process.argv.slice(2);
const socket = file === undefined ? [] : ([{ name: file, isFile: true }] as const);
const lock = await lockFolder(folder, () => address, ...socket);
process.stdout.write(`${JSON.stringify(lock)}\n`);
setInterval(() => undefined, 60_000);
