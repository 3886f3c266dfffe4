import type { MultiSelect, Option, Select } from '@slack/types';
import { useRef } from 'preact/hooks';
import type { OptionGroup } from '../../protocol.ts';
import type { Entry } from './entry.ts';
import { choiceEntries, entriesOf, matching, optionKey, ungrouped } from './options.ts';
import { useSurface } from './surface.ts';

/** Where the entries of a select come from. */
export interface Source {
  find(query: string): Promise<readonly Entry[] | null>;
  /** Letters to type before anything is looked for. */
  minLength: number;
  /** The option behind an entry that was found. */
  option(key: string): Option | undefined;
}

const groupsOf = (of: { options?: readonly Option[]; option_groups?: readonly OptionGroup[] }): OptionGroup[] =>
  of.option_groups ? [...of.option_groups] : [ungrouped(of.options ?? [])];

/** The source of `of`: its own options, the app, the people or the channels. */
export function useSource(of: Select | MultiSelect, blockId: string): Source {
  const surface = useSurface();
  const seen = useRef(new Map<string, Option>());
  const keep = (groups: readonly OptionGroup[]): Entry[] => {
    for (const option of groups.flatMap((group) => group.options)) seen.current.set(optionKey(option), option);
    return entriesOf(groups);
  };
  const option = (key: string) => seen.current.get(key);
  const listed = (entries: readonly Entry[]): Source => ({
    find: (query) => Promise.resolve(matching(entries, query)),
    minLength: 0,
    option,
  });
  switch (of.type) {
    case 'static_select':
    case 'multi_static_select':
      return listed(keep(groupsOf(of)));
    case 'external_select':
    case 'multi_external_select':
      return {
        find: async (query) => {
          const groups = await surface.suggest(blockId, of.action_id ?? '', query);
          return groups === null ? null : keep(groups);
        },
        minLength: of.min_query_length ?? 3,
        option,
      };
    case 'users_select':
    case 'multi_users_select':
      return listed(choiceEntries(surface.people));
    default:
      return listed(choiceEntries(surface.channels));
  }
}
