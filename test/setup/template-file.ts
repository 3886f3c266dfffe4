import { readFileSync } from 'node:fs';
import { inject } from 'vitest';

/** A Blob that hands over its bytes as they are: Node copies a Blob's own in small pieces, which takes half a second. */
class Whole extends Blob {
  readonly #bytes: ArrayBuffer;

  constructor(bytes: ArrayBuffer) {
    super();
    this.#bytes = bytes;
  }

  override async arrayBuffer(): Promise<ArrayBuffer> {
    return this.#bytes;
  }
}

let read: ArrayBuffer | null = null;

/** The migrated database with the starting record, for an embedded database to begin with. */
export function recordTemplate(): Blob {
  read ??= new Uint8Array(readFileSync(inject('recordTemplate'))).buffer;
  return new Whole(read);
}
