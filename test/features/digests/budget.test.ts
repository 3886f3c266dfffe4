import { describe, expect, it } from 'vitest';
import { LIMITS, lengthOf } from '../../../src/blocks/limits.ts';
import { md } from '../../../src/blocks/mrkdwn.ts';
import { withinBudget } from '../../../src/features/digests/budget.ts';
import { digestCard } from '../../../src/features/digests/card.ts';
import { composeDigest } from '../../../src/features/digests/compose.ts';
import { fullList, sourcesList } from '../../../src/features/digests/full-list.ts';
import { WHOLE } from '../../../src/features/digests/narrowing.ts';
import type { DigestFacts } from '../../../src/features/digests/read.ts';
import { clocksOn } from '../../../src/treaty/clocks.ts';
import { addDays, day } from '../../../src/treaty/day.ts';
import type { ObligationEvent, TreatyRecord } from '../../../src/treaty/facts.ts';
import { recordFromFiles } from '../../setup/record-files.ts';
import { readable } from '../words.ts';

const PREVIEW = { kind: 'preview', corrects: true } as const;
const ASOF = day('2019-11-18');
const record = recordFromFiles();
const anyEvent = record.events[0];
if (anyEvent === undefined) throw new Error('The record has events.');
const parties = record.states.filter(({ deposited }) => deposited !== null && deposited < '2019-01-01');

/** A record in which `count` States have a clearance deadline of their own, one every `step` days. */
const crowded = (count: number, step = 3): TreatyRecord => {
  const events = parties.slice(0, count).map(
    ({ iso3 }, at): ObligationEvent => ({
      ...anyEvent,
      state: iso3,
      article: 4,
      event: 'obligation',
      date: { text: '2012-01-01', precision: 'day' },
      until: addDays(ASOF, step * at - 30),
      confidence: 'high',
    }),
  );
  return { ...record, events };
};

const factsOf = (given: TreatyRecord): DigestFacts => {
  const facts = { record: given, clocks: clocksOn(given, ASOF), needs: [], figures: [], workPlan: [] };
  return { ...facts, asOf: ASOF, audience: 'desk', narrowing: WHOLE, since: null };
};
const digestOf = (given: TreatyRecord) => composeDigest(factsOf(given));

describe('a digest of a crowded year', () => {
  it('stays one message of 3,500 characters and says how much it leaves to the full list', () => {
    for (const count of [20, 60, 104]) {
      const message = digestCard(digestOf(crowded(count)), null, PREVIEW);
      const text = readable(message.blocks);
      expect(lengthOf(text)).toBeLessThanOrEqual(3_500);
      expect(message.blocks.length).toBeLessThanOrEqual(25);
      expect(text).not.toContain('…');
      for (const block of message.blocks)
        if (block.type === 'section') expect(lengthOf(block.text?.text ?? '')).toBeLessThan(LIMITS.sectionText);
      expect(lengthOf(message.text)).toBeLessThanOrEqual(LIMITS.fallbackText);
    }
  });

  it('cuts what is furthest, and what has passed last', () => {
    const { parts } = digestOf(crowded(104));
    const text = (name: string): string => parts.find((part) => part.name === name)?.text.text ?? '';
    expect(text('later')).toMatch(/\n• and \d+ more: Full list$/);
    expect(text('passed').split('\n')).toHaveLength(11);
    const shown = [...text('later').matchAll(/^• \*/gm)].length + [...text('soon').matchAll(/^• \*/gm)].length;
    const left = [...`${text('later')}\n${text('soon')}`.matchAll(/and (\d+) more/g)].reduce(
      (sum, [, n]) => sum + Number(n),
      0,
    );
    const { parts: all } = digestOf({ ...record, events: [] });
    const others = all.flatMap(({ text: each }) => [...each.text.matchAll(/^• \*/gm)]).length;
    const inYear = clocksOn(crowded(104), ASOF).filter(
      ({ kind, due }) => kind === 'clearance' && due >= ASOF && due <= '2020-11-18',
    ).length;
    expect(shown + left).toBe(inYear + others);
  });

  it('leaves the next 120 days whole while something further can go', () => {
    const { parts } = digestOf(crowded(20, 20));
    const text = (name: string): string => parts.find((part) => part.name === name)?.text.text ?? '';
    expect(text('soon')).not.toContain('more: Full list');
    expect(text('later')).toContain('more: Full list');
  });

  it('tells how many of four hundred lines in one section it leaves out', () => {
    const lines = Array.from({ length: 400 }, (_, at) => md`• *State ${String(at)}* · clearance (Art. 4) · 1 May 2021`);
    const draft = { name: 'soon', heading: md`*Next 120 days*`, lines, foot: md`As on record.` };
    const [part] = withinBudget([draft]);
    const shown = part?.text.text.split('\n') ?? [];
    expect(lengthOf(part?.text.text ?? '')).toBeLessThanOrEqual(LIMITS.sectionText);
    expect(shown.at(-1)).toBe('As on record.');
    expect(shown.at(-2)).toBe(`• and ${400 - (shown.length - 3)} more: Full list`);
  });

  it('cuts nothing of what fits', () => {
    expect(readable(digestCard(digestOf(record), null, PREVIEW).blocks)).not.toContain('more: Full list');
  });
});

describe('the full list of a crowded year', () => {
  it.each([
    ['dates', fullList],
    ['sources', sourcesList],
  ] as const)(
    'has in as many messages as it takes every one, in its plain text and without a table too: %s',
    (_, list) => {
      const given = crowded(104, 1);
      const messages = list(factsOf(given), false);
      expect(messages.length).toBeGreaterThan(2);
      const texts = messages.map(({ text }) => text).join('\n');
      const blocks = messages.map(({ blocks: shown, withoutTable }) => readable(withoutTable ?? shown)).join('\n');
      for (const { iso3, shortName } of parties.slice(0, 104)) {
        expect(texts, iso3).toContain(shortName);
        expect(blocks, iso3).toContain(`*${shortName}* · clearance (Art. 4)`);
      }
      for (const { text, blocks: shown, withoutTable } of messages) {
        expect(lengthOf(text)).toBeLessThanOrEqual(LIMITS.fallbackText);
        expect((withoutTable ?? shown).length).toBeLessThanOrEqual(LIMITS.messageBlocks);
        expect(lengthOf(readable(withoutTable ?? shown))).toBeLessThanOrEqual(LIMITS.messageChars);
      }
    },
  );
});
