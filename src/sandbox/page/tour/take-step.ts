import type { ActAnswer, SeenMessage, WorldView } from '../../protocol.ts';
import { act, look, moveClock } from '../world/endpoints.ts';
import type { Route } from '../world/route.ts';
import { TOUR_PERSON, type TourStep } from './steps.ts';

/** Where a step takes place. */
const placeOf = ({ does }: TourStep): string => (does.kind === 'home' ? 'home' : does.channel);

const said = (world: WorldView | null, channel: string, beginning: string): SeenMessage | undefined =>
  world?.messages[channel]?.find(({ text }) => text.startsWith(beginning));

const GONE: ActAnswer = { ok: false, error: 'gone', shown: 'The practice letter is not there. Reset brings it back.' };

async function openLetter(channel: string, beginning: string): Promise<ActAnswer> {
  const { world } = await look(TOUR_PERSON);
  const shortcut = world?.shortcuts.find(({ type }) => type === 'message');
  const letter = said(world, channel, beginning);
  if (letter === undefined || shortcut === undefined) return GONE;
  return act({ act: 'shortcut', as: TOUR_PERSON, callbackId: shortcut.callbackId, channel, ts: letter.ts });
}

const LOOKS = 40;
const BETWEEN_LOOKS_MS = 250;

/** Until the desk has posted; when it does not, because its digest is paused or held, its preview is asked for. */
async function goToMonday(channel: string): Promise<ActAnswer> {
  const posted = async (): Promise<number> => {
    const { world } = await look(TOUR_PERSON);
    return (world?.messages[channel] ?? []).filter(({ author, ephemeral }) => author.kind === 'app' && !ephemeral)
      .length;
  };
  const before = await posted();
  const moved = await moveClock({ advance: 'next-monday' });
  if (!moved.ok) return moved;
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if ((await posted()) > before) return moved;
    await new Promise((resolve) => setTimeout(resolve, BETWEEN_LOOKS_MS));
  }
  return act({ act: 'command', as: TOUR_PERSON, channel, command: '/ccm', text: 'digest' });
}

/** Does what a step shows, as the person who takes the tour and where it belongs; an answer that is not ok says what to read. */
export async function takeStep(step: TourStep, goTo: (route: Partial<Route>) => void): Promise<ActAnswer> {
  const { does } = step;
  goTo({ as: TOUR_PERSON, place: placeOf(step), thread: null, message: null });
  if (does.kind === 'home') return { ok: true };
  if (does.kind === 'letter') return openLetter(does.channel, does.beginning);
  if (does.kind === 'monday') return goToMonday(does.channel);
  const { channel, text } = does;
  return act({ act: 'command', as: TOUR_PERSON, channel, command: '/ccm', text });
}
