import type { Theme } from '../treaty/theme.ts';
import type { Answer } from './answer.ts';
import type { Facts, KnownNeed } from './facts.ts';
import { closedSince, type NoLongerAsking, noLongerAsking } from './needs-known.ts';
import { sharedYear, themeNames, themesOf } from './needs-words.ts';
import type { NeedsQuestion } from './question.ts';
import type { Tongue } from './tongue/tongue.ts';

/** What each of the States named asked for, or that nothing of the kind is on record; one sentence a State. */
export function needsOfStates(
  question: NeedsQuestion,
  facts: Facts,
  found: { needs: readonly KnownNeed[] },
  standing: readonly KnownNeed[],
): Pick<Answer, 'lead' | 'rest'> {
  const { states, form } = question;
  const { themes, combine, exclude } = question.asked;
  const { tongue } = facts;
  const { say } = tongue;
  const former = noLongerAsking(facts, question);
  const ended = closedSince(facts, question, []);
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
    const closed = ended.filter((need) => need.state === state);
    if (own.length === 0 && before) return noMore(name, before, all, tongue);
    if (own.length === 0 && closed.length > 0) return askedThen(name, closed, tongue);
    if (own.length === 0) return notAsked(name, themes, all, tongue);
    const missing = themes.filter((theme) => !own.some((need) => need.theme === theme));
    const rest =
      combine === 'all' && missing.length > 0
        ? say` No request for ${themeNames(missing, tongue, 'or')} is on record.`
        : '';
    const answer = form === 'yes_no' ? (rest === '' ? say`Yes: ` : say`In part: `) : '';
    return `${answer}${asked(name, own, tongue)}${rest}`;
  });
  const [lead = '', ...rest] = sentences;
  return { lead, rest: rest.map((sentence) => `\n${sentence}`).join('') };
}

const whichReport = (needs: readonly KnownNeed[], { say }: Tongue): string => {
  const year = sharedYear(needs);
  const references = needs.map(({ reference }) => reference).join(', ');
  return year === null ? ` (${references})` : say` in its ${year} Article 7 report (${references})`;
};

const asked = (name: string, needs: readonly KnownNeed[], tongue: Tongue): string =>
  tongue.say`${name} asked for help with ${themeNames(themesOf(needs), tongue)}${whichReport(needs, tongue)}.`;

const askedThen = (name: string, needs: readonly KnownNeed[], tongue: Tongue): string =>
  tongue.say`${name} asked for help with ${themeNames(themesOf(needs), tongue)}${whichReport(needs, tongue)}; the request is closed.`;

/** A State that asked before and whose latest report does not: both are told, and what it asks for instead. */
function noMore(
  name: string,
  { asked: before, latest }: NoLongerAsking,
  now: readonly KnownNeed[],
  tongue: Tongue,
): string {
  const { say } = tongue;
  const what = themeNames(themesOf(before), tongue);
  const references = before.map(({ reference }) => reference).join(', ');
  const instead =
    now.length === 0
      ? ''
      : say` It asks for help with ${themeNames(themesOf(now), tongue)}${whichReport(now, tongue)}.`;
  return `${say`${name} no longer asks for help with ${what}: it did in its ${sharedYear(before) ?? ''} Article 7 report (${references}), and its ${latest} report does not.`}${instead}`;
}

function notAsked(name: string, themes: readonly Theme[], other: readonly KnownNeed[], tongue: Tongue): string {
  const { say } = tongue;
  const none =
    themes.length === 0
      ? say`No request of ${name} is on record.`
      : say`No request of ${name} for ${themeNames(themes, tongue, 'or')} is on record.`;
  const instead =
    other.length === 0
      ? say` That does not mean that there is no need.`
      : say` It asked for help with ${themeNames(themesOf(other), tongue)}${whichReport(other, tongue)}.`;
  return `${none}${instead}`;
}
