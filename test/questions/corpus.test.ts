import { expect, it } from 'vitest';
import { QUESTION } from '../../src/questions/question.ts';
import { understand } from '../../src/questions/understand.ts';
import { CORPUS, differences, isHeldOut } from './corpus.ts';
import { answered, book, TODAY } from './record.ts';

const KINDS = [...new Set(CORPUS.map(({ kind }) => kind))];

/** Right answers and questions, of those that may be looked at and of those that are held out. */
const figures = KINDS.map((kind) => {
  const of = (heldOut: boolean) => CORPUS.filter((each) => each.kind === kind && isHeldOut(each.ask) === heldOut);
  const right = (heldOut: boolean) =>
    of(heldOut).filter((each) => differences(each, answered(each.ask)).length === 0).length;
  return { kind, seen: [right(false), of(false).length], heldOut: [right(true), of(true).length] };
});

it('is as large as it must be', () => {
  expect(CORPUS.length).toBeGreaterThanOrEqual(300);
  expect(new Set(CORPUS.map(({ ask }) => ask)).size).toBe(CORPUS.length);
  const without = CORPUS.filter(({ expected }) => expected.outcome !== 'answered' && expected.outcome !== 'empty');
  expect(without.length).toBeGreaterThanOrEqual(40);
  const heldOut = CORPUS.filter(({ ask }) => isHeldOut(ask)).length / CORPUS.length;
  expect(heldOut).toBeGreaterThan(0.28);
  expect(heldOut).toBeLessThan(0.4);
});

it('tells how many are right, kind by kind', () => {
  const share = (right: number, all: number): string => `${right}/${all}`.padStart(8);
  const rows = figures.map(
    ({ kind, seen: [a = 0, b = 0], heldOut: [c = 0, d = 0] }) => `${kind.padEnd(14)}${share(a, b)}${share(c, d)}`,
  );
  const sum = (which: 'seen' | 'heldOut', at: 0 | 1): number =>
    figures.reduce((total, figure) => total + (figure[which][at] ?? 0), 0);
  const all = `${'all'.padEnd(14)}${share(sum('seen', 0), sum('seen', 1))}${share(sum('heldOut', 0), sum('heldOut', 1))}`;
  process.stdout.write(`${['kind              seen held out', ...rows, all].join('\n')}\n`);
  expect(sum('heldOut', 0) / sum('heldOut', 1)).toBeGreaterThanOrEqual(0.95);
});

it.each(CORPUS.filter(({ ask }) => !isHeldOut(ask)))('answers “$ask”', (each) => {
  expect(differences(each, answered(each.ask))).toEqual([]);
});

it('never gives a list where there is no answer', () => {
  const without = CORPUS.filter(({ expected }) => expected.outcome !== 'answered' && expected.outcome !== 'empty');
  expect(without.flatMap(({ ask }) => answered(ask).states)).toEqual([]);
});

it('keeps each question as data that can be read again', () => {
  for (const { ask } of CORPUS) {
    const reading = understand(ask, book, TODAY);
    if (reading.kind === 'understood')
      expect(QUESTION.parse(JSON.parse(JSON.stringify(reading.question)))).toEqual(reading.question);
  }
});
