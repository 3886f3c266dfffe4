import type { WebClient } from '@slack/web-api';
import { LIMITS } from '../blocks/limits.ts';
import type { Message } from '../blocks/message.ts';
import { type Catalog, commandIn } from '../desk/catalog.ts';
import type { Place } from '../desk/describe.ts';
import { type Reply, say } from '../desk/reply.ts';
import { fault, notice } from '../desk/words.ts';
import { carryFault, carryOut, type Surface } from './carry-out.ts';
import { actorOf, type Listening } from './listen.ts';
import { loading, openModal } from './modals.ts';

export interface Typed {
  text: string;
  person: string;
  team: string;
  place: Place;
  responseUrl: string | null;
  trigger: string | null;
}

const notHere = (verb: string): Message =>
  notice(
    `What /ccm ${verb} shows is not said where others read along.`,
    `Type /ccm ${verb}, or write ${verb} to the desk in a direct message.`,
  );

/** The name of the message shortcut that opens the same window. */
const shortcutFor = ({ shortcuts }: Catalog, opens: string | null): string | null =>
  [...shortcuts.values()].find((shortcut) => shortcut.kind === 'message' && shortcut.opens === opens)?.name ?? null;

/** Answers what a person typed, wherever: the verb it begins with, else a question. A window is opened before anything is read. */
export async function answerTyped(listening: Listening, client: WebClient, typed: Typed): Promise<void> {
  const { catalog, failures, clock } = listening;
  const found = commandIn(catalog, typed.text);
  const opens = found?.command.opens ?? null;
  const screen: Surface = {
    memory: listening.memory,
    ear: { person: typed.person, place: typed.place, responseUrl: typed.responseUrl },
    trigger: typed.trigger,
    opened: null,
    within: null,
    pressed: null,
    title: (opens ?? 'Action5').slice(0, LIMITS.modalTitle),
    typed: typed.text,
    shortcut: shortcutFor(catalog, opens),
  };
  await failures.guard(
    `answering ${found?.command.verb ?? 'a question'}`,
    async () => {
      if (opens !== null && typed.trigger !== null) {
        screen.opened = await openModal(client, typed.trigger, loading(screen.title), false);
        screen.trigger = null;
      }
      if (found?.command.alone && typed.place.public) return carryOut(client, say(notHere(found.command.verb)), screen);
      const asking = {
        actor: await actorOf(listening, typed.person, typed.team),
        text: found?.rest ?? typed.text.trim(),
        place: typed.place,
        at: clock.now(),
      };
      const reply: Reply = found ? await found.command.run(asking) : await catalog.freeText.answer(asking);
      await carryOut(client, reply, screen);
    },
    (reference) => carryFault(client, fault(reference, typed.text), screen),
  );
}
