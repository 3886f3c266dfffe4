import { context, dataTable, present, section } from '../../blocks/build.ts';
import { kindWithArticle } from '../../blocks/clock-words.ts';
import { dateSeenFrom, daysSeenFrom, longDate, shortDate } from '../../blocks/dates.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { type Mrkdwn, md, unescapeText } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { sourceTitles } from '../../blocks/source-words.ts';
import { counted, listed } from '../../blocks/words.ts';
import { yearOf } from '../../treaty/day.ts';
import type { Dates, Group, Line } from './compose.ts';
import { bullet, dueWords, headingOf, namesOf, silenceOf, whatWords } from './lines.ts';

const AHEAD: readonly Group['heading'][] = ['soon', 'requests', 'later', 'beyond'];
const MOST_SOURCES = 6;

/** The treaty's dates as a message: the answer, what has passed, a table of what lies ahead, what is to be confirmed. */
export function datesCard(dates: Dates, understood: string, isPublic: boolean): Message {
  const answer = answerOf(dates);
  const small = smallPrint(dates, understood, isPublic);
  const text = clamp(
    [answer, ...dates.groups.flatMap((group) => linesOf(group, dates))].map(plainly).join('\n'),
    LIMITS.fallbackText,
  );
  if (isPublic) return { text, blocks: [section(answer), small] };
  const passed = dates.groups.filter(({ heading }) => heading === 'passed');
  const ahead = dates.groups.filter(({ heading }) => AHEAD.includes(heading));
  const aside = dates.groups.filter((group) => !passed.includes(group) && !ahead.includes(group));
  const list = (groups: readonly Group[]): Block[] => groups.flatMap((group) => paragraphs(linesOf(group, dates)));
  const table = ahead.length > 0 && tableOf(ahead, dates);
  return {
    text,
    blocks: present(section(answer), ...list(passed), table, ...list(aside), small),
    withoutTable: present(section(answer), ...list(passed), ...list(ahead), ...list(aside), small),
  };
}

const plainly = (text: Mrkdwn): string => unescapeText(text.text.replace(/[*_`]/g, ''));

function linesOf(group: Group, dates: Dates): readonly Mrkdwn[] {
  const heading = headingOf(group, dates);
  if (group.heading !== 'silent' || group.lines.every(({ everyone, clocks }) => !everyone && clocks.length === 1))
    return [heading, ...group.lines.map((line) => bullet(line, group, dates.asOf))];
  const requests = group.lines.filter(({ kind }) => kind === 'extension_request');
  return [heading, ...silenceOf(group, dates), ...requests.map((line) => bullet(line, group, dates.asOf))];
}

function answerOf({ groups, next, asOf }: Dates): Mrkdwn {
  const inGroup = (heading: Group['heading']): readonly Line[] =>
    groups.filter((group) => group.heading === heading).flatMap(({ lines }) => lines);
  const passed = inGroup('passed').map((line) => `${names(line)}, ${kindWithArticle(line)}, ${shortDate(line.due)}`);
  const outcome = passed.length === 0 ? null : `Passed, no outcome on record: ${passed.join('; ')}.`;
  if (next !== null) {
    const first = md`*Next: ${nextWords(next, asOf)}.*`;
    return outcome === null ? first : md`${first}\n${outcome}`;
  }
  if (outcome !== null) return md`*${outcome}*`;
  const doubted = inGroup('unconfirmed');
  if (doubted.length > 0)
    return md`*To be confirmed: ${[...new Set(doubted.flatMap((line) => line.entries.map(({ name }) => name)))].join(', ')}.*`;
  const [group] = groups;
  if (group?.heading === 'completed')
    return md`*Completed:* ${group.lines.map((line) => `${names(line)}, ${kindWithArticle(line)}`).join('; ')}.`;
  if (group?.heading === 'silent')
    return md`*Nothing lies ahead.* ${group.lines.map((line) => `${names(line)}, ${kindWithArticle(line)}: ${line.remark ?? ''}`).join('; ')}.`;
  return md`*No such date is on record* under Articles 3, 4 and 7.`;
}

const names = (line: Line): string =>
  line.everyone ? 'all States Parties' : listed(line.entries.slice(0, 12).map(({ name }) => name));

const nextWords = (line: Line, asOf: Line['due']): string =>
  line.kind === 'extension_request'
    ? `${names(line)}, extension request (Art. ${line.article}) by ${dateSeenFrom(asOf, line.due)}, ${daysSeenFrom(asOf, line.due)}, if more time is needed`
    : `${names(line)}, ${kindWithArticle(line)}, ${dateSeenFrom(asOf, line.due)}, ${daysSeenFrom(asOf, line.due)}`;

const tableOf = (groups: readonly Group[], { asOf }: Dates) =>
  dataTable(`Dates under Articles 3, 4 and 7 from ${longDate(asOf)}`, [
    ['State', 'What', 'Due', 'Days'],
    ...groups.flatMap((group) =>
      group.lines.map((line) => [
        namesOf(line, group),
        [whatWords(line), line.remark].filter((part) => part !== null).join(' · '),
        dueWords(line, asOf),
        daysSeenFrom(asOf, line.due),
      ]),
    ),
  ]);

function smallPrint({ furtherOn, sources, asOf }: Dates, understood: string, isPublic: boolean): Block {
  const titles = sourceTitles(sources, asOf);
  const cut =
    titles.length > MOST_SOURCES ? [...titles.slice(0, MOST_SOURCES), `${titles.length - MOST_SOURCES} more`] : titles;
  const years = furtherOn === null ? '' : `${yearOf(furtherOn.first)}–${yearOf(furtherOn.last)}`;
  return context(
    md`Understood: ${understood} · as of ${longDate(asOf)}`,
    ...(furtherOn === null
      ? []
      : [
          md`${counted(furtherOn.count, 'more deadline')} ${furtherOn.count === 1 ? 'lies' : 'lie'} beyond 12 months (${years}): \`/ccm deadlines all\``,
        ]),
    ...(cut.length === 0 ? [] : [md`Source: ${cut.join('; ')}`]),
    ...(isPublic ? [] : [md`Only you see this.`]),
  );
}
