import { actions, button, context, dataTable, plain, present, section } from '../../blocks/build.ts';
import { clamp, LIMITS } from '../../blocks/limits.ts';
import type { Block, Message, Modal } from '../../blocks/message.ts';
import { join, type Mrkdwn, md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { basisWords, sourceInFull } from '../../blocks/source-words.ts';
import { type Answer, type AnswerTable, plainText } from '../../questions/answer.ts';
import { examplesIn } from '../../questions/reply-to.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { CHANGE } from './change.ts';
import { COPY } from './copy-modal.ts';
import { NOT_ASKED } from './feedback.ts';
import { type Kept, written } from './kept.ts';

export const SOURCES = 'answers:sources';
export const ASK = 'answers:ask';

const MOST_SHARED = 8;

const first = ({ lead, rest }: Answer): Mrkdwn => (lead === '' ? md`${rest}` : md`*${lead}*${rest}`);
const note = ({ lead, rest }: { lead: string; rest: string }): Mrkdwn =>
  lead === '' ? md`${rest}` : md`*${lead}*${rest}`;

/** The answer to the one who asked: names, table, how it was understood, where it comes from. */
export function answerCard(answer: Answer, kept: Kept | null): Message {
  const { table, understood, sourceNote, suggestions } = answer;
  const { say } = TONGUES[answer.language];
  const small = [
    understood === '' ? null : md`${say`Understood: ${understood}`}`,
    sourceNote === '' ? null : md`${say`Source: ${sourceNote}|small`}`,
  ].filter((line) => line !== null);
  const top: Block[] = [section(first(answer)), ...answer.notes.map((each) => section(note(each)))];
  const bottom: Block[] = present(
    small.length > 0 && context(...small),
    kept !== null &&
      answer.sources.length > 0 &&
      actions(
        button({ text: say`Copy as text`, action: COPY, value: written(kept, answer.asOf) }),
        button({ text: say`Change theme or date…`, action: CHANGE, value: written(kept, answer.asOf) }),
        button({ text: say`Sources, line by line`, action: SOURCES, value: written(kept, answer.asOf) }),
        button({ text: say`Not what I asked`, action: NOT_ASKED, value: written(kept, answer.asOf) }),
      ),
    suggestions.length > 0 &&
      actions(...suggestions.slice(0, 4).map((text, at) => button({ text, action: `${ASK}:${at}`, value: text }))),
  );
  const text = fallback(answer);
  if (table === null) return { text, blocks: [...top, ...bottom] };
  const rows = [table.heads, ...table.rows];
  return {
    text,
    blocks: [...top, dataTable(table.caption, rows), ...bottom],
    withoutTable: [...top, ...listOf(table), ...bottom],
  };
}

/** The short form for everybody in the room: the names, and where they come from. */
export function publicCard(answer: Answer): Message {
  const { say, long } = TONGUES[answer.language];
  const source =
    answer.sourceNote === '' ? '' : say` · source: ${answer.sourceNote.split(' · ')[0]?.replace(/ \(.*/, '') ?? ''}`;
  const known =
    answer.understood === ''
      ? null
      : context(
          md`${say`As of ${long(answer.asOf)}${source} · ask on in this thread:`} \`@Action5 ${follow(answer)}\``,
        );
  const offered =
    answer.suggestions.length === 0 ? null : context(md`${say`Try: ${answer.suggestions.slice(0, 4).join(' · ')}`}`);
  return {
    text: fallback(answer),
    blocks: present(section(named(answer)), ...answer.notes.map((each) => section(note(each))), known, offered),
  };
}

/** The first paragraph with the lines of a short list below it; a long one is for one person at a time. */
function named(answer: Answer): Mrkdwn {
  const { list } = answer;
  const shown = list.slice(0, MOST_SHARED).map((line) => md`• ${line}`);
  const more = list.length - shown.length;
  return join(
    [
      first(answer),
      ...shown,
      ...(more > 0 ? [md`${TONGUES[answer.language].say`… and ${more} more: ask the desk alone`}`] : []),
    ],
    '\n',
  );
}

/** A question that works and is not the one just answered. */
function follow({ themes, language }: Answer): string {
  const { say } = TONGUES[language];
  return themes.length === 1 && themes[0] === 'RISK_REDUCTION_EDUCATION' ? say`and for clearance?` : say`and for RRE?`;
}

/** `card` with the commands that may have been meant, else with where everything else is. */
export function withVerbs(card: Message, meant: readonly string[]): Message {
  const typed = meant.map((words) => `/ccm ${words}`);
  const nearest = join(
    typed.map((words) => md`\`${words}\``),
    ', ',
  );
  const lead = typed.length === 1 ? 'The nearest verb' : 'The nearest verbs';
  const foot = context(
    typed.length === 0 ? md`All verbs: \`/ccm help\`` : md`${lead}: ${nearest} · all verbs: \`/ccm help\``,
  );
  return {
    text: `${card.text} ${typed.length === 0 ? '' : `${lead}: ${typed.join(', ')}. `}All verbs: /ccm help`,
    blocks: [...card.blocks, foot],
    ...(card.withoutTable ? { withoutTable: [...card.withoutTable, foot] } : {}),
  };
}

/** Asks for the question that was left out, with some that work. */
export function askCard(isPublic: boolean): Message {
  const EXAMPLES = examplesIn(TONGUES.en);
  const opening = 'What would you like to ask?';
  const examples = EXAMPLES.map((text) => `/ccm ${text}`);
  return {
    text: `${opening} For example: ${examples.join(' · ')}`,
    blocks: present(
      section(md`*${opening}*`),
      isPublic
        ? context(md`For example: ${EXAMPLES.join(' · ')}`)
        : actions(...EXAMPLES.map((text, at) => button({ text, action: `${ASK}:${at}`, value: text }))),
      context(md`In plain words: who asked for help, dates, standing of States · all verbs: \`/ccm help\``),
    ),
  };
}

/** The same in plain text, in one paragraph. */
const fallback = (answer: Answer): string => clamp(plainText(answer).replaceAll('\n', ' '), LIMITS.fallbackText);

const listOf = ({ lines }: AnswerTable): Block[] => paragraphs(lines.map((pieces) => md`• ${join(pieces, ' · ')}`));

/** The exact list behind an answer: fact, document, confidence. */
export function sourcesModal(answer: Answer): Modal {
  const { say, known, long } = TONGUES[answer.language];
  const lines = answer.sources.map(
    ({ fact, source, confidence }) =>
      md`• ${basisWords(fact)}\n   ${sourceInFull(source, answer.asOf)} · ${say`confidence: ${known(confidence)}`}`,
  );
  return {
    type: 'modal',
    callback_id: SOURCES,
    title: plain(say`Sources, line by line`, LIMITS.modalTitle),
    close: plain(say`Close`, LIMITS.modalTitle),
    blocks: [
      section(md`*${answer.lead}*`),
      ...paragraphs(lines).slice(0, LIMITS.viewBlocks - 2),
      context(
        md`${answer.sources.length === 1 ? say`As of ${long(answer.asOf)} · 1 fact` : say`As of ${long(answer.asOf)} · ${answer.sources.length} facts`}`,
      ),
    ],
  };
}
