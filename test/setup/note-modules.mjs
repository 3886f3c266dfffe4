// Given with --import: writes the address of every module that is loaded, and what listens, into the file that NOTED names.
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
import { Server } from 'node:net';

register(import.meta.resolve('./note-modules-hook.mjs'));

const { listen } = Server.prototype;
Server.prototype.listen = function noted(...given) {
  this.once('listening', () => {
    const at = this.address();
    appendFileSync(process.env.NOTED, `listens ${typeof at === 'string' ? at : `${at.address}:${at.port}`}\n`);
  });
  return listen.apply(this, given);
};
