import { actions, button, present, section } from '../../blocks/build.ts';
import type { Message } from '../../blocks/message.ts';
import { join, md, mention } from '../../blocks/mrkdwn.ts';
import { counted, listed } from '../../blocks/words.ts';
import { enqueue, URGENCY } from '../../db/deliveries.ts';
import { readPeople } from '../../db/read/people.ts';
import type { RecordDesk } from '../../db/record-desk.ts';
import { may } from '../../desk/actor.ts';
import type { Press } from '../../desk/describe.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { deskToday } from '../../desk/time.ts';
import { notice } from '../../desk/words.ts';
import { undoAnswer } from './confirm.ts';
import { correctionCard, correctionNotice, toBeTold } from './correction-card.ts';
import { type Correction, readCorrection } from './read-correction.ts';
import { refusalOf } from './refusal.ts';
import { refusalWords } from './refusal-words.ts';
import { listStateIn, showList } from './show-list.ts';
import { toldModal } from './told-words.ts';
import { undo } from './use-cases.ts';

export const REOPEN = 'facts:reopen';

/** Undoes what was kept within the last minute; the message, or the list, then says so. */
export async function undoKept(desk: RecordDesk, press: Press): Promise<Reply> {
  const { actor, value, view } = press;
  const event = await undo(desk, value, press);
  const outcome = event.kind === 'gone' ? await undoAnswer(desk, value, press) : event;
  switch (outcome.kind) {
    case 'taken_back': {
      const correction = await readCorrection(desk.db, value);
      const card = correction === null ? notice('Undone. The fact is asked again.') : correctionCard(correction);
      return view === null
        ? { kind: 'replace', message: card }
        : showList(desk, actor, listStateIn(view.metadata), card.blocks);
    }
    case 'too_old':
      return say(await reopenOffer(desk, value));
    case 'gone':
      return say(
        notice(
          'This is undone already, or was corrected since.',
          'What stands now: /ccm state, with the name of the State.',
        ),
      );
    default:
      return say(refusalWords(outcome, (await readCorrection(desk.db, value))?.stateName ?? null));
  }
}

/** After the minute: what was kept can still be taken back, with a reason. */
async function reopenOffer(desk: RecordDesk, id: string): Promise<Message> {
  const first = 'The minute in which it can be undone at once is over.';
  const next = 'It can still be taken back, with a reason that stays on record.';
  const isEvent = (await readCorrection(desk.db, id)) !== null;
  return {
    text: isEvent ? `${first} ${next}` : first,
    blocks: present(
      section(md`${isEvent ? `${first} ${next}` : first}`),
      isEvent && actions(button({ text: 'Reopen…', action: REOPEN, value: id })),
    ),
  };
}

/** Which messages gave the old value. */
export async function showTold(desk: RecordDesk, { actor, value }: Press): Promise<Reply> {
  const correction = await known(desk, value);
  const refused = refusalOf(actor, null);
  if (refused !== null) return say(refusalWords(refused, null));
  return correction === null
    ? say(notice('This is not on record any more.'))
    : { kind: 'modal', modal: toldModal(correction.told) };
}

const known = ({ db }: RecordDesk, id: string): Promise<Correction | null> => readCorrection(db, id);

/** Tells those of the desk's own people who alone saw the old value, each once; the reason only where they read the register. */
export async function tellThose(desk: RecordDesk, { actor, value, at }: Press): Promise<Reply> {
  const correction = await known(desk, value);
  const refused = refusalOf(actor, null);
  if (refused !== null) return say(refusalWords(refused, null));
  if (correction === null) return say(notice('This is not on record any more.'));
  const people = toBeTold(correction);
  const readers = (await readPeople(desk.db, deskToday(desk.clock))).filter(({ roles }) =>
    may({ ...actor, roles }, 'read_register'),
  );
  const fresh = await desk.db.$transaction(async (tx) => {
    const told: string[] = [];
    for (const person of people) {
      const message = correctionNotice(
        correction,
        readers.some(({ slackId }) => slackId === person),
      );
      const key = `correction:${value}:${correction.what}:${person}`;
      const id = await enqueue(
        tx,
        desk.ids,
        { key, kind: 'notice', to: { person }, urgency: URGENCY.person, message },
        at,
      );
      if (id !== null) told.push(person);
    }
    return told;
  });
  desk.poke();
  if (fresh.length === 0) return say(notice('All of them have been told.'));
  const names = join(fresh.slice(0, 20).map(mention), ', ');
  return say({
    text: `${counted(fresh.length, 'person is', 'persons are')} told in a message of the desk: ${listed(fresh.slice(0, 20).map((id) => readers.find(({ slackId }) => slackId === id)?.name ?? 'somebody without a role'))}.`,
    blocks: [
      section(md`*${counted(fresh.length, 'person is', 'persons are')} told* in a message of the desk: ${names}.`),
    ],
  });
}
