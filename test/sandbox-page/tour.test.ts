import { describe, expect, test } from 'vitest';
import { lineOf, STEPS, TOUR_PERSON } from '../../src/sandbox/page/tour/steps.ts';
import { CAST } from '../../src/sandbox/world/cast.ts';
import { CHANNELS } from '../../src/sandbox/world/channels.ts';
import { FIRST_WORDS } from '../../src/sandbox/world/first-words.ts';

describe('the guided tour', () => {
  test('has five steps, from a question to Monday', () => {
    expect(STEPS.map(lineOf)).toEqual([
      '/ccm which states need victim assistance?',
      '/ccm state Lebanon',
      null,
      null,
      null,
    ]);
  });

  test('takes place where its person is, and finds the letter it speaks of', () => {
    expect(CAST[0]?.id).toBe(TOUR_PERSON);
    for (const { does } of STEPS) {
      if (does.kind === 'home') continue;
      expect(CHANNELS.find(({ id }) => id === does.channel)?.members).toContain(TOUR_PERSON);
      if (does.kind !== 'letter') continue;
      const letters = FIRST_WORDS.filter(
        ({ channel, text }) => channel === does.channel && text.startsWith(does.beginning),
      );
      expect(letters).toHaveLength(1);
    }
  });

  test('is short: no step is more than 45 words', () => {
    for (const { text } of STEPS) expect(text.split(/\s+/).length).toBeLessThanOrEqual(45);
  });
});
