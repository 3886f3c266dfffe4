import { authTest, blocksValidate, connectionsOpen } from './app.ts';
import { getPermalink, remove, update } from './chat-change.ts';
import { postEphemeral, postMessage } from './chat-post.ts';
import * as conversations from './conversations.ts';
import * as files from './files.ts';
import { history, replies } from './history.ts';
import type { Method } from './method.ts';
import * as users from './users.ts';
import { openView, publishView, pushOnto, updateView } from './views.ts';

/** Every method that the stand-in knows. */
export const METHODS: Readonly<Record<string, Method>> = {
  'auth.test': authTest,
  'apps.connections.open': connectionsOpen,
  'blocks.validate': blocksValidate,
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': remove,
  'chat.getPermalink': getPermalink,
  'views.open': openView,
  'views.push': pushOnto,
  'views.update': updateView,
  'views.publish': publishView,
  'conversations.open': conversations.open,
  'conversations.info': conversations.info,
  'conversations.members': conversations.members,
  'conversations.list': conversations.list,
  'conversations.history': history,
  'conversations.replies': replies,
  'files.getUploadURLExternal': files.getUploadURLExternal,
  'files.completeUploadExternal': files.completeUploadExternal,
  'files.info': files.info,
  'users.info': users.info,
  'users.list': users.list,
  'users.lookupByEmail': users.lookupByEmail,
};
