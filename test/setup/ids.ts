import type { Ids } from '../../src/desk/ports.ts';

let counted = 0;
/** Names in the order in which they are asked for. */
export const ids: Ids = {
  next: () => {
    counted += 1;
    return `id-${String(counted).padStart(6, '0')}`;
  },
};
