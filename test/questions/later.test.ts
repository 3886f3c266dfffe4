import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answered } from './record.ts';

const FOLDER = 'test/questions/later';

/** Questions that came after the corpus: what is asked, the outcome (`none`: there must be no list), States, a number. */
const later = readdirSync(FOLDER).flatMap((name) =>
  readFileSync(`${FOLDER}/${name}`, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => line.split('|').map((cell) => cell.trim()))
    .map(([ask = '', outcome = '', states = '', count]) => ({ name, ask, outcome, states, count })),
);

function isRight({ ask, outcome, states, count }: (typeof later)[number]): boolean {
  const answer = answered(ask);
  if (outcome === 'none') return isWithoutList(ask);
  const codes = answer.states.join(' ');
  return (
    (outcome === 'any' || answer.outcome === outcome) &&
    (states === '*' || codes === states.split(' ').toSorted().join(' ')) &&
    (count === undefined || answer.count === Number(count))
  );
}

const isWithoutList = (ask: string): boolean => {
  const { outcome, states } = answered(ask);
  return outcome !== 'answered' && outcome !== 'empty' && states.length === 0;
};

describe('questions written later', () => {
  it('are answered right, 95 of 100', () => {
    const wrong = later.filter((each) => !isRight(each)).map(({ ask }) => ask);
    process.stdout.write(`written later: ${later.length - wrong.length}/${later.length} right\n`);
    expect(later.length).toBeGreaterThan(150);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(later.length * 0.05);
  });

  it('get no list where there is no answer', () => {
    const refused = later.filter(({ outcome }) => outcome === 'none');
    expect(refused.length).toBeGreaterThan(25);
    expect(refused.filter(({ ask }) => !isWithoutList(ask))).toEqual([]);
  });
});
