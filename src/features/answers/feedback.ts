import { button, context, plain, section } from '../../blocks/build.ts';
import { input, textInput } from '../../blocks/inputs.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Block, Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';
import { timeOf } from '../../db/days.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import type { Action, HomeSection, Submission } from '../../desk/describe.ts';
import { DESK_ZONE, dayIn } from '../../desk/time.ts';
import { TONGUES } from '../../questions/tongue/tongues.ts';
import { askAgain } from './asking.ts';
import { type Kept, readKept } from './kept.ts';

export const NOT_ASKED = 'answers:not_asked';
const READ = 'answers:feedback_read';
const MEANT = 'meant';
const LONGEST = 500;
const MOST = 5;
const AT_HOME = 15;

function notAskedModal({ language }: Kept, metadata: string): Modal {
  const { say } = TONGUES[language];
  return {
    type: 'modal',
    callback_id: NOT_ASKED,
    title: plain(say`Not what I asked`, LIMITS.modalTitle),
    submit: plain(say`Tell the ISU`, LIMITS.modalTitle),
    close: plain(say`Close`, LIMITS.modalTitle),
    private_metadata: metadata,
    blocks: [
      input({ block: MEANT, label: say`What did you mean?` }, textInput(MEANT, { most: LONGEST, multiline: true })),
      context(md`${say`Seen by the ISU, with the question as the desk understood it`}`),
    ],
  };
}

/** "Not what I asked": kept for the ISU, who sees it on App Home until it was read. */
export function feedback({ db, ids }: Pick<RecordDesk, 'db' | 'ids'>): {
  actions: readonly Action[];
  submissions: readonly Submission[];
  home: HomeSection;
} {
  return {
    actions: [
      {
        id: NOT_ASKED,
        opens: 'Not what I asked',
        async run({ value }) {
          const kept = readKept(value);
          return kept === null ? { kind: 'nothing' } : { kind: 'modal', modal: notAskedModal(kept, value) };
        },
      },
      {
        id: READ,
        async run({ actor, value, at }) {
          if (!actor.roles.includes('isu')) return { kind: 'nothing' };
          await db.questionFeedback.updateMany({ where: { id: value, readAt: null }, data: { readAt: timeOf(at) } });
          return { kind: 'nothing' };
        },
      },
    ],
    submissions: [
      {
        id: NOT_ASKED,
        async submit({ actor, values, metadata, at, submission }) {
          const kept = readKept(metadata);
          const meant = values[MEANT]?.[MEANT];
          if (kept === null || typeof meant !== 'string') return { kind: 'nothing' };
          const { answer } = await askAgain(db, '', kept, dayIn(DESK_ZONE, at), false);
          const row = {
            id: ids.next(),
            text: answer.lead,
            understood: answer.understood,
            language: kept.language,
            meant,
            at: timeOf(at),
            by: actor.slackId,
            byName: actor.name,
            submission,
          };
          await db.questionFeedback.upsert({ where: { submission }, create: row, update: {} });
          const told = TONGUES[kept.language].say`Kept for the ISU. Thank you.`;
          return { kind: 'close', messages: [{ text: told, blocks: [section(md`${told}`)] }] };
        },
      },
    ],
    home: {
      order: AT_HOME,
      async blocks({ actor }): Promise<readonly Block[]> {
        if (!actor.roles.includes('isu')) return [];
        const rows = await db.questionFeedback.findMany({
          where: { readAt: null },
          orderBy: { at: 'asc' },
          take: MOST,
        });
        if (rows.length === 0) return [];
        return [
          section(md`*Not what was asked*`),
          ...rows.map(({ id, understood, meant, byName }) =>
            section(md`${byName} meant: ${meant}\n_${understood}_`, button({ text: 'Read', action: READ, value: id })),
          ),
        ];
      },
    },
  };
}
