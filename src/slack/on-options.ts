import type { Option } from '@slack/types';
import { actorOf, type Listening } from './listen.ts';
import { suggestion } from './payloads.ts';

/** Feeds external selects while a person types; a fault leaves the list empty and is logged. */
export function onOptions(listening: Listening): void {
  listening.bolt.options(/.*/, async ({ body, ack }) => {
    const asked = suggestion.parse(body);
    const found: Option[] = [];
    await listening.failures.guard(
      `suggesting for ${asked.action_id}`,
      async () => {
        const source = listening.catalog.options.get(asked.action_id);
        const actor = await actorOf(listening, asked.user.id, asked.team?.id ?? asked.user.team_id ?? '');
        found.push(...((await source?.options(asked.value, actor)) ?? []));
      },
      async () => undefined,
    );
    await ack({ options: found });
  });
}
