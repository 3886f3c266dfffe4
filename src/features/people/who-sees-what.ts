import { context, plain, section } from '../../blocks/build.ts';
import { LIMITS } from '../../blocks/limits.ts';
import type { Modal } from '../../blocks/message.ts';
import { md } from '../../blocks/mrkdwn.ts';

export const WHO_SEES_WHAT = 'people:who-sees-what';

/** Who reads what at this desk, in plain words. */
export const whoSeesWhat = (): Modal => ({
  type: 'modal',
  callback_id: WHO_SEES_WHAT,
  title: plain('Who sees what', LIMITS.modalTitle),
  close: plain('Close', LIMITS.modalTitle),
  blocks: [
    section(md`*Everybody* reads what States have published, dates, meetings and what the treaty says.`),
    section(
      md`*Coordinators, the ISU and admins* read the register: what was asked in letters and meetings, status, owner, evidence, history, and notes that are for them.`,
    ),
    section(
      md`*Thematic coordinators, the President's team, observers and guests* read what is published, and nothing beyond it.`,
    ),
    section(
      md`*A note* is read by whom its author chose: the author alone, coordinators, or coordinators and the ISU.`,
    ),
    section(
      md`*In a channel* the desk says only what is published. A channel with a guest or somebody of another workspace gets nothing more, and when a guest joins one in which more was said, the ISU and who invited them are told.`,
    ),
    context(md`Nobody handles their own State · the desk never writes to a government by itself`),
  ],
});
