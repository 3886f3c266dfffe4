import type { Option } from '@slack/types';
import type { InputState } from '../../protocol.ts';
import { optionKey } from './options.ts';
import type { Choice } from './surface.ts';

const ofOption = (option: Option): Choice => ({ id: optionKey(option), name: option.text.text });

const named = (ids: readonly (string | null)[], among: readonly Choice[]): Choice[] =>
  ids.filter((id) => id !== null).map((id) => among.find((choice) => choice.id === id) ?? { id, name: id });

/** What a select holds, with the names of people and channels. */
export function picks(state: InputState, people: readonly Choice[], channels: readonly Choice[]): Choice[] {
  if ('selected_option' in state) return state.selected_option === null ? [] : [ofOption(state.selected_option)];
  if ('selected_options' in state) return state.selected_options.map(ofOption);
  if ('selected_user' in state) return named([state.selected_user], people);
  if ('selected_users' in state) return named(state.selected_users, people);
  if ('selected_conversation' in state) return named([state.selected_conversation], channels);
  if ('selected_conversations' in state) return named(state.selected_conversations, channels);
  if ('selected_channel' in state) return named([state.selected_channel], channels);
  if ('selected_channels' in state) return named(state.selected_channels, channels);
  return [];
}

const added = (ids: readonly string[], id: string): string[] => [...ids.filter((one) => one !== id), id];

/** The select with `id` chosen: in place of what it held, or beside it where several may be chosen. */
export function picked(state: InputState, id: string, option: Option | undefined): InputState {
  if ('selected_option' in state) return { ...state, selected_option: option ?? null };
  if ('selected_options' in state)
    return option === undefined
      ? state
      : { ...state, selected_options: [...dropped(state.selected_options, id), option] };
  if ('selected_user' in state) return { ...state, selected_user: id };
  if ('selected_users' in state) return { ...state, selected_users: added(state.selected_users, id) };
  if ('selected_conversation' in state) return { ...state, selected_conversation: id };
  if ('selected_conversations' in state)
    return { ...state, selected_conversations: added(state.selected_conversations, id) };
  if ('selected_channel' in state) return { ...state, selected_channel: id };
  if ('selected_channels' in state) return { ...state, selected_channels: added(state.selected_channels, id) };
  return state;
}

const dropped = (options: readonly Option[], id: string): Option[] =>
  options.filter((option) => optionKey(option) !== id);

const without = (ids: readonly string[], id: string): string[] => ids.filter((one) => one !== id);

/** The select without `id`. */
export function unpicked(state: InputState, id: string): InputState {
  if ('selected_option' in state) return { ...state, selected_option: null };
  if ('selected_options' in state) return { ...state, selected_options: dropped(state.selected_options, id) };
  if ('selected_user' in state) return { ...state, selected_user: null };
  if ('selected_users' in state) return { ...state, selected_users: without(state.selected_users, id) };
  if ('selected_conversation' in state) return { ...state, selected_conversation: null };
  if ('selected_conversations' in state)
    return { ...state, selected_conversations: without(state.selected_conversations, id) };
  if ('selected_channel' in state) return { ...state, selected_channel: null };
  if ('selected_channels' in state) return { ...state, selected_channels: without(state.selected_channels, id) };
  return state;
}
