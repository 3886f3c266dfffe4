import type { Theme } from '../treaty/theme.ts';
import type { Answer } from './answer.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { type NoLongerAsking, noLongerAsking } from './needs-known.ts';
import { sharedYear, themeNames, themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';

/** What each of the States named asked for, or that nothing of the kind is on record; one sentence a State. */
export function needsOfStates(
  question: NeedsQuestion,
  facts: Facts,
  found: { needs: readonly KnownNeed[] },
  standing: readonly KnownNeed[],
): Pick<Answer, 'lead' | 'rest'> {
  const { states, form } = question;
  const { themes, combine, exclude } = question.asked;
  const former = noLongerAsking(facts, question);
  const sentences = states.toSorted(facts.byProtocol).map((state) => {
    const all = standing.filter((need) => need.state === state);
    const own =
      exclude.length > 0
        ? found.needs.filter((need) => need.state === state)
        : themes.length === 0
          ? all
          : all.filter(({ theme }) => themes.includes(theme));
    const name = facts.book.shortName(state);
    const before = former.find((each) => each.state === state);
    if (own.length === 0) return before ? noMore(name, before, all) : notAsked(name, themes, all);
    const missing = themes.filter((theme) => !own.some((need) => need.theme === theme));
    const rest =
      combine === 'all' && missing.length > 0 ? ` No request for ${themeNames(missing, 'or')} is on record.` : '';
    const answer = form === 'yes_no' ? (rest === '' ? 'Yes: ' : 'In part: ') : '';
    return `${answer}${asked(name, own)}${rest}`;
  });
  const [lead = '', ...rest] = sentences;
  return { lead, rest: rest.map((sentence) => `\n${sentence}`).join('') };
}

const whichReport = (needs: readonly KnownNeed[]): string => {
  const year = sharedYear(needs);
  return `${year === null ? '' : ` in its ${year} Article 7 report`} (${needs.map(({ reference }) => reference).join(', ')})`;
};

const asked = (name: string, needs: readonly KnownNeed[]): string =>
  `${name} asked for help with ${themeNames(themesOf(needs))}${whichReport(needs)}.`;

/** A State that asked before and whose latest report does not: both are told, and what it asks for instead. */
function noMore(name: string, { asked: before, latest }: NoLongerAsking, now: readonly KnownNeed[]): string {
  const what = themeNames(themesOf(before));
  const asked = before.map(({ reference }) => reference).join(', ');
  const instead = now.length === 0 ? '' : ` It asks for help with ${themeNames(themesOf(now))}${whichReport(now)}.`;
  return `${name} no longer asks for help with ${what}: it did in its ${sharedYear(before)} Article 7 report (${asked}), and its ${latest} report does not.${instead}`;
}

function notAsked(name: string, themes: readonly Theme[], other: readonly KnownNeed[]): string {
  const what = themes.length === 0 ? '' : ` for ${themeNames(themes, 'or')}`;
  const instead =
    other.length === 0
      ? ' That does not mean that there is no need.'
      : ` It asked for help with ${themeNames(themesOf(other))}${whichReport(other)}.`;
  return `No request of ${name}${what} is on record.${instead}`;
}
