import { viewObject } from '../payloads/view-object.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Trigger } from '../triggers.ts';
import { WHOLE } from '../validate/limits.ts';
import { isRecord, type Part } from '../validate/part.ts';
import { viewProblems } from '../validate/view.ts';
import { contentOf, publishHome, pushView, renewView } from '../world/modals.ts';
import type { KeptView, ViewContent } from '../world/state.ts';
import { type Answer, type Method, missing, refused, refusedFor, textArg } from './method.ts';
import { fileProblems } from './shown-files.ts';

type Content = { ok: true; content: ViewContent } | { ok: false; answer: Answer };

/** The view argument, if Slack would take it. */
export function viewArg(view: unknown, types: readonly ('modal' | 'home')[], sandbox: Sandbox): Content {
  if (!isRecord(view)) return { ok: false, answer: missing('view') };
  if (Buffer.byteLength(JSON.stringify(view)) > WHOLE.viewBytes)
    return { ok: false, answer: refused('view_too_large') };
  const problems = [...viewProblems(view, types), ...fileProblems(view.blocks, sandbox, '/view/blocks')];
  if (problems.length > 0) return { ok: false, answer: refusedFor('invalid_arguments', problems) };
  return { ok: true, content: contentOf(view, sandbox) };
}

const openViews = (sandbox: Sandbox): KeptView[] => [
  ...Object.values(sandbox.world.state.modals).flat(),
  ...Object.values(sandbox.world.state.homes),
];

const withExternalId = (sandbox: Sandbox, id: string): KeptView | undefined =>
  id === '' ? undefined : openViews(sandbox).find(({ content }) => content.external_id === id);

const opening = (permitted: (trigger: Trigger, sandbox: Sandbox) => string | null): Method => ({
  token: 'bot',
  scopes: [],
  run(args, sandbox) {
    const id = textArg(args, 'trigger_id');
    if (id === null) return missing('trigger_id');
    const view = viewArg(args.view, ['modal'], sandbox);
    if (!view.ok) return view.answer;
    const exchange = sandbox.triggers.look(id);
    if (!exchange.ok) return refused(exchange.error);
    const refusal = permitted(exchange.trigger, sandbox);
    if (refusal) return refused(refusal);
    if (withExternalId(sandbox, view.content.external_id)) return refused('duplicate_external_id');
    sandbox.triggers.spend(id);
    const opened = pushView(sandbox, exchange.trigger.person, view.content);
    return opened ? { ok: true, view: viewObject(opened) } : refused('push_limit_reached');
  },
});

export const openView: Method = opening(() => null);

/** Pushing needs the modal in which the trigger was given, and it must still be open. */
export const pushOnto: Method = opening(({ viewId }, sandbox) =>
  viewId !== null && sandbox.world.view(viewId)?.content.type === 'modal' ? null : 'not_found',
);

const hashConflict = (args: Part, view: KeptView): boolean => {
  const hash = textArg(args, 'hash');
  return hash !== null && hash !== view.hash;
};

export const updateView: Method = {
  token: 'bot',
  scopes: [],
  run(args, sandbox) {
    const id = textArg(args, 'view_id');
    const external = textArg(args, 'external_id');
    if (id === null && external === null) return missing('view_id');
    const known = id === null ? withExternalId(sandbox, external ?? '') : sandbox.world.view(id);
    const view = viewArg(args.view, [known?.content.type ?? 'modal'], sandbox);
    if (!view.ok) return view.answer;
    if (known === undefined) return refused('not_found');
    if (hashConflict(args, known)) return refused('hash_conflict');
    renewView(sandbox, known, view.content);
    return { ok: true, view: viewObject(known) };
  },
};

export const publishView: Method = {
  token: 'bot',
  scopes: [],
  run(args, sandbox) {
    const user = textArg(args, 'user_id');
    if (user === null) return missing('user_id');
    const view = viewArg(args.view, ['home'], sandbox);
    if (!view.ok) return view.answer;
    if (sandbox.world.person(user) === undefined) return refused('user_not_found');
    const known = sandbox.world.state.homes[user];
    if (known && hashConflict(args, known)) return refused('hash_conflict');
    return { ok: true, view: viewObject(publishHome(sandbox, user, view.content)) };
  },
};
