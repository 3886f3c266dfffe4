import { test } from 'vitest';
import { checkInterleavings } from './model/interleavings.ts';

test('whatever happens on both sides and between them, each meeting ends in Outlook once, equal, and nothing was overwritten in silence', async () => {
  await checkInterleavings(800);
});
