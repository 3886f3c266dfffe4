import { actions, button, context, present, section } from '../../blocks/build.ts';
import { articleWords } from '../../blocks/clock-words.ts';
import { shortDate } from '../../blocks/dates.ts';
import { eventWords } from '../../blocks/event-words.ts';
import type { Message } from '../../blocks/message.ts';
import { join, type Mrkdwn, md, mention } from '../../blocks/mrkdwn.ts';
import { counted } from '../../blocks/words.ts';
import { DESK_ZONE, dayIn, timeIn } from '../../desk/time.ts';
import type { Correction } from './read-correction.ts';
import { toldWords } from './told-words.ts';

export const TELL = 'facts:tell';
export const SHOW_TOLD = 'facts:show-told';
export const UNDO = 'facts:undo';

/** "Correction", "Recorded" or "Taken back", with the State and the article. */
function correctionTitle({ event, what, stateName }: Correction): string {
  const did = what === 'taken_back' ? 'Taken back' : event.corrects === null ? 'Recorded' : 'Correction';
  return `${did} · ${stateName}, ${articleWords(event)}`;
}

/** "~1 April 2021~ → *1 October 2020*"; the event itself where the date stays. */
function changeWords({ difference, event, what }: Correction): Mrkdwn {
  if (difference !== null) return md`~${difference.old}~ → *${difference.now}*`;
  return what === 'taken_back' ? md`~${eventWords(event)}~` : md`*${eventWords(event)}*`;
}

const isDate = (words: string): boolean => /^\d/.test(words);

/** The persons who alone saw the old value, and can only be told by a message of their own. */
export const toBeTold = ({ told, by }: Correction): readonly string[] => [
  ...new Set(
    told.flatMap(({ person, posted }) => (person === null || posted !== null || person === by.id ? [] : [person])),
  ),
];

/** What was recorded, corrected or taken back: old and new value, source, who and why, and who had been told the old one. */
export function correctionCard(correction: Correction): Message {
  const { event, what, by, at, reason, told, difference } = correction;
  const day = dayIn(DESK_ZONE, at);
  const source = what === 'taken_back' ? md`` : md` · source: ${event.source}`;
  const lines = [
    md`*${correctionTitle(correction)}*`,
    md`${changeWords(correction)}${source} · ${mention(by.id)}, ${shortDate(day)}, ${timeIn(DESK_ZONE, at)}`,
    ...(reason === null ? [] : [md`_Reason: ${reason}_`]),
    ...(what === 'recorded' && event.warnings.length > 0 ? [md`Kept with a remark: ${event.warnings.join(' ')}`] : []),
  ];
  const heading = difference && `The old ${isDate(difference.old) ? 'date' : 'entry'} was given in:`;
  const given = told.length === 0 ? 'no message of the desk' : toldWords(told, day);
  const asOf = told[0]?.asOf;
  const later =
    asOf === undefined ? '' : ` · asked as of ${shortDate(asOf)}, the desk says what is true now and what it said then`;
  const foot =
    what === 'recorded' ? `Undo for one minute, Reopen later${later}` : `It stays on record as taken back${later}`;
  return {
    text: [
      ...plainLines(correction, `${by.name}, ${shortDate(day)}, ${timeIn(DESK_ZONE, at)}`, true),
      ...(heading === null ? [] : [`${heading} ${given}.`]),
    ].join('\n'),
    blocks: present(
      section(join(lines, '\n')),
      heading !== null && section(md`*${heading}* ${given}.`),
      actions(
        ...(toBeTold(correction).length > 0
          ? [button({ text: 'Tell those who have it', action: TELL, value: event.id })]
          : []),
        ...(told.length > 0
          ? [
              button({
                text: told.length === 1 ? 'Show it' : `Show the ${told.length}`,
                action: SHOW_TOLD,
                value: event.id,
              }),
            ]
          : []),
        ...(what === 'recorded' ? [button({ text: 'Undo', action: UNDO, value: event.id })] : []),
      ),
      context(md`${foot}`),
    ),
  };
}

/** The same for somebody who had been told the old value; the reason only for those who read the register. */
export function correctionNotice(correction: Correction, readsRegister: boolean): Message {
  const { event, at, reason, told } = correction;
  const day = shortDate(dayIn(DESK_ZONE, at));
  const days = [...new Set(told.map((row) => shortDate(dayIn(DESK_ZONE, row.at))))];
  const lines = [
    md`*${correctionTitle(correction)}*`,
    md`${changeWords(correction)} · source: ${event.source} · recorded by the ISU, ${day}`,
    ...(readsRegister && reason !== null ? [md`_Reason: ${reason}_`] : []),
  ];
  const why = `Why this message: the desk told you the old value (${days.length > 3 ? counted(days.length, 'day') : days.join(', ')}).`;
  return {
    text: [...plainLines(correction, `recorded by the ISU, ${day}`, readsRegister), why].join('\n'),
    blocks: [section(join(lines, '\n')), context(md`${why}`)],
  };
}

/** The same under a digest that others than coordinators and the ISU may read: no reason, and nobody's name. */
export function correctionUnder(correction: Correction): Message {
  const { event, what, at } = correction;
  const day = shortDate(dayIn(DESK_ZONE, at));
  const source = what === 'taken_back' ? md`` : md` · source: ${event.source}`;
  const lines = [
    md`*${correctionTitle(correction)}*`,
    md`${changeWords(correction)}${source} · recorded by the ISU, ${day}`,
  ];
  const foot = 'The digest above is marked and amended.';
  return {
    text: [...plainLines(correction, `recorded by the ISU, ${day}`, false), foot].join('\n'),
    blocks: [section(join(lines, '\n')), context(md`${foot}`)],
  };
}

/** What the first lines of the card say, without any marks. */
function plainLines(correction: Correction, byWhom: string, withReason: boolean): readonly string[] {
  const { event, what, difference, reason } = correction;
  const change = difference === null ? eventWords(event) : `${difference.old} → ${difference.now}`;
  const source = what === 'taken_back' ? '' : ` · source: ${event.source}`;
  return [
    correctionTitle(correction),
    `${change}${source} · ${byWhom}`,
    ...(withReason && reason !== null ? [`Reason: ${reason}`] : []),
  ];
}
