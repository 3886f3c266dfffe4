import { useState } from 'preact/hooks';
import type { InputState, InputValues, OptionGroup, Where } from '../../protocol.ts';
import { ungrouped } from '../elements/options.ts';
import type { Surface } from '../elements/surface.ts';
import { useSeen } from './world.ts';

/** `values` with one control changed. */
const withInput = (values: InputValues, blockId: string, actionId: string, input: InputState): InputValues => ({
  ...values,
  [blockId]: { ...values[blockId], [actionId]: input },
});

/** What was typed on a surface and how to change it. */
export type Typed = readonly [InputValues, (change: (before: InputValues) => InputValues) => void];

export const useTyped = (): Typed => useState<InputValues>({});

/** The surface at `where`: what is pressed on it goes to the app, with what was typed around it. */
export function useSurfaceAt(where: Where, [typed, setTyped]: Typed): Surface {
  const { world, act } = useSeen();
  const suggest = async (blockId: string, actionId: string, query: string): Promise<readonly OptionGroup[] | null> => {
    const answer = await act({ act: 'suggest', where, blockId, actionId, query });
    if (!answer.ok) return null;
    return answer.groups ?? [ungrouped(answer.options ?? [])];
  };
  return {
    typed,
    change: (blockId, actionId, input) => setTyped((before) => withInput(before, blockId, actionId, input)),
    press: async (blockId, actionId, input) => {
      const values = input === undefined ? typed : withInput(typed, blockId, actionId, input);
      await act({ act: 'press', where, blockId, actionId, values, ...(input === undefined ? {} : { input }) });
    },
    suggest,
    people: world.people,
    channels: world.channels.map(({ id, kind, name }) => ({ id, name: kind === 'channel' ? `#${name}` : name })),
  };
}
