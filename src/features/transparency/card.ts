import { actions, button, context, present, section } from '../../blocks/build.ts';
import { shortDate } from '../../blocks/dates.ts';
import type { Block, Message } from '../../blocks/message.ts';
import { join, linkTo, type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { vagueWords } from '../../blocks/vague-date-words.ts';
import { counted, listed } from '../../blocks/words.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import { type Day, daysBetween } from '../../treaty/day.ts';
import type { VagueDate } from '../../treaty/facts.ts';
import { THEME_WORDS } from '../../treaty/theme.ts';
import { endOf } from '../../treaty/vague-date.ts';
import { toldWords } from '../facts/use-cases.ts';
import type { Receipt } from './receipt.ts';
import { reportWords } from './report-words.ts';

export const UNDO = 'transparency:undo';
export const TAKE_BACK = 'transparency:take-back';

/** "8 days before Thu 28 Nov", "on the day itself": how a receipt lies to the day of Art. 7, without a judgement. */
function againstDue(date: VagueDate, due: Day | null): string {
  const on = date.precision === 'day' ? endOf(date) : null;
  if (on === null || due === null) return '';
  const days = daysBetween(on, due);
  if (days === 0) return `, on the day itself`;
  return days > 0
    ? `, ${counted(days, 'day')} before ${shortDate(due)}`
    : `, ${counted(-days, 'day')} after ${shortDate(due)}`;
}

const whenWords = (date: VagueDate): string => vagueWords(date) ?? 'on a day not on record';

function firstLines({ report, stateName, due, before }: Receipt): readonly [string, Mrkdwn] {
  const what = `${stateName}, ${reportWords(report.year)} (Art. 7)`;
  const { date, takenBack, event } = report;
  if (takenBack !== null) {
    const was = event === 'received' ? `received ${whenWords(date)}` : 'not yet received';
    return [`Taken back · ${what}`, md`~${was}~`];
  }
  if (event === 'not_yet') return [`Not yet received · ${what}`, md`by the word of the ISU`];
  const received = `received ${whenWords(date)}${againstDue(date, due)}`;
  return before === null
    ? [`Received · ${what}`, md`*${received}*`]
    : [`Correction · ${what}`, md`~received ${whenWords(before.date)}~ → *${received}*`];
}

function inIt({ report, needs }: Receipt): readonly string[] {
  const asked = needs.map(({ theme, reference }) => `${THEME_WORDS[theme].name} (${reference})`);
  return [
    ...(report.forms.length === 0 ? [] : [`Forms changed: ${report.forms.join(', ')}`]),
    ...(report.helpAsked === 'no' ? ['No help asked'] : []),
    ...(report.helpAsked === 'yes' && asked.length > 0 ? [`Asks for help with ${listed(asked)}`] : []),
  ];
}

/** What was kept of a report, or taken back: when it came, what is in it, who recorded it, and what was said otherwise before. */
export function receiptCard(receipt: Receipt): Message {
  const { report, told } = receipt;
  const { takenBack, warnings } = report;
  const linked = linkTo(report.link, 'link');
  const [title, change] = firstLines(receipt);
  const by = takenBack?.by ?? report.by ?? { id: '', name: 'starting record' };
  const at = takenBack?.at ?? report.recordedAt;
  const when = `${shortDate(dayIn(DESK_ZONE, at))}, ${timeIn(DESK_ZONE, at)}`;
  const reason = takenBack === null ? report.reason : takenBack.reason;
  const details = takenBack === null && report.event === 'received' ? inIt(receipt) : [];
  const given =
    told.length === 0 ? null : `What was said before was given in: ${toldWords(told, dayIn(DESK_ZONE, at))}.`;
  const lines = [
    md`*${title}*`,
    md`${change}${linked === null ? md`` : md` · ${linked}`} · ${mention(by.id)}, ${when}`,
    ...details.map((line) => md`${line}`),
    ...(reason === null ? [] : [md`_Reason: ${reason}_`]),
    ...(takenBack === null && warnings.length > 0 ? [md`Kept with a remark: ${warnings.join(' ')}`] : []),
  ];
  const foot =
    takenBack === null
      ? report.event === 'not_yet'
        ? 'From now on the digest names it among the dates that have passed. Undo for one minute.'
        : 'Everyone may read that it is in. Undo for one minute, after that with a reason.'
      : 'It stays on record as taken back.';
  return {
    text: [title, ...details, given].filter((part) => part !== null).join('. '),
    blocks: present(
      section(join(lines, '\n')),
      given !== null && section(md`${given}`),
      takenBack === null && actions(button({ text: 'Undo', action: UNDO, value: report.id })),
      context(md`${foot}`),
    ),
  };
}

/** The same under a digest that others than coordinators and the ISU may read: no reason, and nobody's name. */
export function receiptUnder(receipt: Receipt): Message {
  const { report } = receipt;
  const [title, change] = firstLines(receipt);
  const day = shortDate(dayIn(DESK_ZONE, report.takenBack?.at ?? report.recordedAt));
  const foot = 'The digest above is marked and amended.';
  return {
    text: `${title}, recorded by the ISU, ${day}. ${foot}`,
    blocks: [section(md`*${title}*\n${change} · recorded by the ISU, ${day}`), context(md`${foot}`)],
  };
}

/** That a year was marked complete, for the list of facts to confirm. */
export const completeBlocks = (id: string, year: number, names: number): readonly Block[] =>
  present(
    section(
      md`*${year} is complete.* ${counted(names, 'State', 'States')} without a report on record: the digest names them from now on.`,
    ),
    actions(button({ text: 'Undo', action: UNDO, value: id })),
  );
