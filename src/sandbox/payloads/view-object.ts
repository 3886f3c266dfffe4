import type { InputValues } from '../protocol.ts';
import { DESK_APP, TEAM } from '../world/cast.ts';
import type { KeptView } from '../world/state.ts';
import { stateValues } from './input-state.ts';

/** A view as Slack's Web API and payloads describe it. */
export const viewObject = (view: KeptView, entered: InputValues = {}) => ({
  id: view.id,
  team_id: TEAM.id,
  ...view.content,
  title: view.content.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
  submit: view.content.submit ?? null,
  close: view.content.close ?? null,
  submit_disabled: false,
  state: { values: stateValues(view.content.blocks, entered) },
  hash: view.hash,
  previous_view_id: view.previous,
  root_view_id: view.root,
  app_id: DESK_APP.app,
  app_installed_team_id: TEAM.id,
  bot_id: DESK_APP.bot,
});
