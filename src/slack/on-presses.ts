import type { WebClient } from '@slack/web-api';
import type { z } from 'zod';
import { carriedIn } from '../desk/carried.ts';
import type { Place } from '../desk/describe.ts';
import { fault, notice } from '../desk/words.ts';
import { carryFault, carryOut, RUN, type Surface } from './carry-out.ts';
import { actorOf, type Listening } from './listen.ts';
import { openedFrom } from './modal-place.ts';
import { loading, openModal } from './modals.ts';
import { oldWindow } from './old-window.ts';
import { type BlockActions, blockActions } from './payloads.ts';
import { answerTyped } from './typed.ts';
import { chosenIn, valuesOf } from './view-values.ts';

const placeOf = ({ channel, view }: BlockActions): Place => {
  if (view?.type === 'modal') return { ...openedFrom(view.private_metadata).place, kind: 'modal' };
  if (view) return { kind: 'home', channel: '', thread: null, public: false };
  const direct = channel?.id.startsWith('D') ?? false;
  return { kind: direct ? 'direct' : 'channel', channel: channel?.id ?? '', thread: null, public: false };
};

/** Buttons, menus and selects. Every one is acknowledged, also one that an older message still carries and nobody offers any more. */
export function onPresses(listening: Listening): void {
  listening.bolt.action(/.*/, async ({ body, ack, client }) => {
    await ack();
    const pressed = blockActions.safeParse(body);
    if (pressed.success) await answerPress(listening, client, pressed.data);
  });
}

async function answerPress(listening: Listening, client: WebClient, body: BlockActions): Promise<void> {
  const [control] = body.actions;
  if (control === undefined) return;
  const value = chosenIn(control);
  const place = placeOf(body);
  const team = body.team?.id ?? body.user.team_id ?? '';
  const responseUrl = body.response_url ?? null;
  if (control.action_id === RUN && typeof value === 'string') {
    return answerTyped(listening, client, {
      text: value,
      person: body.user.id,
      team,
      place,
      responseUrl,
      trigger: body.trigger_id,
    });
  }
  const action = listening.catalog.actions.get(control.action_id);
  const inModal = body.view?.type === 'modal' ? body.view : null;
  // An input of a modal that only changed its value has no action of its own.
  if (action === undefined && inModal) return;
  const shared =
    body.message && !body.container?.is_ephemeral && body.channel
      ? { channel: body.channel.id, ts: body.message.ts, thread: body.message.thread_ts ?? null }
      : null;
  const screen: Surface = {
    memory: listening.memory,
    ear: { person: body.user.id, place, responseUrl },
    trigger: body.trigger_id,
    opened: null,
    within: inModal?.id ?? null,
    pressed: shared,
    title: action?.opens ?? 'Action5',
    typed: null,
  };
  await listening.failures.guard(
    `pressing ${control.action_id}`,
    async () => {
      if (action === undefined) {
        const gone = notice(
          'This button belongs to an earlier version of the desk.',
          'Type `/ccm help` to see what it offers now.',
        );
        return carryOut(client, { kind: 'say', message: gone }, screen);
      }
      if (inModal !== null && action.carries !== undefined && isOld(action.carries, inModal.private_metadata))
        return carryOut(client, { kind: 'modal', modal: oldWindow(inModal.state) }, screen);
      if (action.opens !== undefined) {
        screen.opened = await openModal(client, body.trigger_id, loading(action.opens), inModal !== null);
        screen.trigger = null;
      }
      const reply = await action.run({
        actor: await actorOf(listening, body.user.id, team),
        value: typeof value === 'string' ? value : '',
        place,
        at: listening.clock.now(),
        message: shared,
        view: body.view
          ? {
              id: body.view.id,
              metadata: openedFrom(body.view.private_metadata).own,
              values: valuesOf(body.view.state),
            }
          : null,
      });
      await carryOut(client, reply, screen);
      // What changes nothing but App Home shows there.
      if (reply.kind === 'nothing' && place.kind === 'home') await listening.redraw(body.user.id, team);
    },
    (reference) => carryFault(client, fault(reference, null), screen),
  );
}

const isOld = (carries: z.ZodType, metadata: string): boolean => carriedIn(carries, openedFrom(metadata).own) === null;
