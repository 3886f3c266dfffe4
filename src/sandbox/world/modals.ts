import { identified } from '../payloads/identified.ts';
import type { Sandbox } from '../sandbox.ts';
import { WHOLE } from '../validate/limits.ts';
import { isRecord, type Part } from '../validate/part.ts';
import type { KeptView, ViewContent } from './state.ts';

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The content of a view that was found valid, with all its ids. */
export function contentOf(view: Part, sandbox: Sandbox): ViewContent {
  const named = (name: 'title' | 'submit' | 'close') => {
    const words = view[name];
    return isRecord(words) ? { [name]: { type: 'plain_text' as const, ...words, text: textOf(words.text) } } : {};
  };
  return {
    type: view.type === 'home' ? 'home' : 'modal',
    ...named('title'),
    ...named('submit'),
    ...named('close'),
    blocks: identified(Array.isArray(view.blocks) ? view.blocks : [], sandbox.ids),
    private_metadata: textOf(view.private_metadata),
    callback_id: textOf(view.callback_id),
    external_id: textOf(view.external_id),
    clear_on_close: view.clear_on_close === true,
    notify_on_close: view.notify_on_close === true,
  };
}

const newHash = (sandbox: Sandbox): string =>
  `${Math.floor(sandbox.clock.now().epochMilliseconds / 1_000)}.${sandbox.ids.next('').slice(-8)}`;

const stackOf = (sandbox: Sandbox, personId: string): readonly KeptView[] => sandbox.world.state.modals[personId] ?? [];

/** Puts a modal on top of the person's others; null when there are three already. */
export function pushView(sandbox: Sandbox, personId: string, content: ViewContent): KeptView | null {
  const below = stackOf(sandbox, personId);
  if (below.length >= WHOLE.stack) return null;
  const id = sandbox.ids.next('V');
  const view: KeptView = {
    id,
    hash: newHash(sandbox),
    owner: personId,
    root: below[0]?.id ?? id,
    previous: below.at(-1)?.id ?? null,
    content,
    errors: {},
    trouble: null,
    pending: false,
  };
  sandbox.world.state.modals[personId] = [...below, view];
  sandbox.world.changed();
  return view;
}

/** Gives a view new content and a new hash; errors and complaints of the old one go. */
export function renewView(sandbox: Sandbox, view: KeptView, content: ViewContent): void {
  Object.assign(view, { content, hash: newHash(sandbox), errors: {}, trouble: null });
  sandbox.world.changed();
}

/** Publishes a Home, or publishes it anew under the same id. */
export function publishHome(sandbox: Sandbox, personId: string, content: ViewContent): KeptView {
  const known = sandbox.world.state.homes[personId];
  if (known) {
    renewView(sandbox, known, content);
    return known;
  }
  const id = sandbox.ids.next('V');
  const view: KeptView = {
    id,
    hash: newHash(sandbox),
    owner: personId,
    root: id,
    previous: null,
    content,
    errors: {},
    trouble: null,
    pending: false,
  };
  sandbox.world.state.homes[personId] = view;
  sandbox.world.changed();
  return view;
}

/** Closes a modal and what lies on it, or all of the person's; returns what was closed, the top first. */
export function closeViews(sandbox: Sandbox, view: KeptView, everything: boolean): KeptView[] {
  const stack = stackOf(sandbox, view.owner);
  const at = everything ? 0 : stack.findIndex(({ id }) => id === view.id);
  const kept = at < 0 ? stack : stack.slice(0, at);
  sandbox.world.state.modals[view.owner] = [...kept];
  sandbox.world.changed();
  return at < 0 ? [] : stack.slice(at).reverse();
}
