import { dateSeenFrom, daysSeenFrom } from '../../blocks/dates.ts';
import { clamp } from '../../blocks/limits.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { inSentence } from '../../blocks/state-words.ts';
import { listed } from '../../blocks/words.ts';
import type { Draft } from './budget.ts';
import type { DigestFacts } from './read.ts';

/** What the one reader is to do, by day. */
export function minePart({ audience, followUps = [], narrowing, record, asOf }: DigestFacts): Draft<'mine'> | null {
  if (audience !== 'mine') return null;
  const nameOf = (iso3: string): string => record.states.find((state) => state.iso3 === iso3)?.shortName ?? iso3;
  const lines = followUps.map(
    ({ reference, what, state, due }) =>
      md`• *${reference}* · ${clamp(what, 200)}${state === null ? '' : ` · ${nameOf(state)}`} · ${dateSeenFrom(asOf, due)}, ${daysSeenFrom(asOf, due)}`,
  );
  const states = narrowing.states ?? [];
  const follows =
    states.length === 0
      ? md`You follow no State, so no date stands here: \`/ccm follow Peru\`.`
      : md`You follow ${listed(states.map((iso3) => inSentence(nameOf(iso3))))}.`;
  return {
    name: 'mine',
    heading: md`*Yours*`,
    lines: lines.length === 0 ? [md`You have no follow-up.`] : lines,
    foot: follows,
  };
}

const LONGEST_ANSWER = 200;

/** The questions that the one reader keeps, each with its answer and whether it is another than before. */
export function askedPart({ asked = [] }: DigestFacts): Draft<'asked'> | null {
  if (asked.length === 0) return null;
  const lines = asked.map(
    ({ text, said, changed }) =>
      md`• ${clamp(text, 150)}${changed ? ' (changed)' : ''} · ${clamp(said, LONGEST_ANSWER)}`,
  );
  return { name: 'asked', heading: md`*Your questions*`, lines, foot: null };
}
