import { describe, expect, test } from 'vitest';
import { faultShape } from '../../src/sandbox/acts/act-shape.ts';
import { DETAILS, faultOf, faultWords, KINDS } from '../../src/sandbox/page/faults/words.ts';

describe('a fault that is ordered in the page', () => {
  test('is one that the sandbox takes, and is read back in words that name its method', () => {
    for (const { kind } of KINDS) {
      const fault = faultOf(kind, 'chat.update', DETAILS[kind]?.first ?? '', 2);
      expect(faultShape.safeParse(fault)).toMatchObject({ success: true, data: { method: 'chat.update', times: 2 } });
      if (fault !== null) expect(faultWords(fault)).toMatch(/^chat\.update: /);
    }
  });

  test('is none while its detail does not fit', () => {
    for (const seconds of ['', '0', '-1', '1.5', '3601', 'soon'])
      expect(faultOf('ratelimit', 'chat.update', seconds, 1)).toBeNull();
    expect(faultOf('ratelimit', 'chat.update', '3600', 1)).toMatchObject({ retryAfter: 3_600 });
    for (const code of ['', 'Not A Code', '_x']) expect(faultOf('refuse', 'chat.update', code, 1)).toBeNull();
  });
});
