import { context, plain, section } from '../../blocks/build.ts';
import { kindWithArticle } from '../../blocks/clock-words.ts';
import { longDate, shortDate } from '../../blocks/dates.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { paragraphs } from '../../blocks/paragraphs.ts';
import { basisWords, sourceInFull } from '../../blocks/source-words.ts';
import { counted } from '../../blocks/words.ts';
import type { Dates } from './compose.ts';

export const SOURCES = 'deadlines:sources';
export const SOURCES_TITLE = 'Sources, line by line';

/** The exact list behind an answer: each date, what it is counted from, the documents, how sure they are. */
export function sourcesModal({ groups, asOf }: Pick<Dates, 'groups' | 'asOf'>): Modal {
  const lines = groups.flatMap((group) =>
    group.lines.flatMap((line) =>
      line.clocks.map((clock, at) => {
        const sources = clock.sources.map((source) => sourceInFull(source, asOf)).join('; ');
        const what = md`• *${line.entries[at]?.name ?? clock.state}* · ${kindWithArticle(clock)} · ${shortDate(clock.due)}`;
        return md`${what}\n   ${basisWords(clock.basis)} · ${sources} · confidence: ${clock.confidence}`;
      }),
    ),
  );
  return {
    type: 'modal',
    callback_id: SOURCES,
    title: plain(SOURCES_TITLE, LIMITS.modalTitle),
    close: plain('Close', LIMITS.modalTitle),
    blocks: [
      section(md`*${counted(lines.length, 'date')}*`),
      ...paragraphs(lines).slice(0, LIMITS.viewBlocks - 2),
      context(md`As of ${longDate(asOf)} · recorded with the starting record unless a line says otherwise`),
    ],
  };
}
