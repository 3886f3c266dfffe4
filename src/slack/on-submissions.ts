import { carriedIn } from '../desk/carried.ts';
import type { Reply } from '../desk/reply.ts';
import { faultAfterKeeping } from '../desk/words.ts';
import { submissionKey } from './arrival.ts';
import { carryFault, carryOut, remember, type Surface } from './carry-out.ts';
import { actorOf, type Listening } from './listen.ts';
import { openedAt, openedFrom } from './modal-place.ts';
import { oldWindow } from './old-window.ts';
import { type ViewSubmission, viewSubmission } from './payloads.ts';
import { valuesOf } from './view-values.ts';

type Acknowledge = (answer?: {
  response_action: 'errors' | 'update' | 'push' | 'clear';
  errors?: Record<string, string>;
  view?: ReturnType<typeof openedAt>;
}) => Promise<void>;

/** Submitted modals: the answer is Slack's acknowledgement, so it is given after the commit. */
export function onSubmissions(listening: Listening): void {
  listening.bolt.view({ callback_id: /.*/, type: 'view_submission' }, async ({ body, ack, client }) => {
    const submitted = viewSubmission.parse(body);
    const acknowledge = ack as Acknowledge;
    const { place, own } = openedFrom(submitted.view.private_metadata);
    const team = submitted.team?.id ?? submitted.user.team_id ?? '';
    const screen: Surface = {
      memory: listening.memory,
      ear: { person: submitted.user.id, place, responseUrl: null },
      trigger: null,
      opened: null,
      within: null,
      pressed: null,
      title: 'Action5',
      typed: null,
    };
    let answered = false;
    await listening.failures.guard(
      `submitting ${submitted.view.callback_id}`,
      async () => {
        const submission = listening.catalog.submissions.get(submitted.view.callback_id);
        if (submission === undefined) return acknowledge();
        const { carries } = submission;
        if (carries !== undefined && carriedIn(carries, own) === null)
          return acknowledge({ response_action: 'update', view: openedAt(place, oldWindow(submitted.view.state)) });
        const reply = await submission.submit({
          actor: await actorOf(listening, submitted.user.id, team),
          values: valuesOf(submitted.view.state),
          metadata: own,
          place,
          at: listening.clock.now(),
          submission: submissionKey(submitted),
        });
        answered = true;
        await acknowledge(...acknowledgement(reply, screen));
        if (reply.kind === 'close' || reply.kind === 'say')
          await Promise.all([carryOut(client, reply, screen), listening.redraw(submitted.user.id, team)]);
        if (reply.kind === 'modal') await remember(reply.carries, screen);
      },
      (reference) =>
        answered
          ? carryFault(client, faultAfterKeeping(reference), screen)
          : acknowledge(stillThere(submitted, reference)),
    );
  });
}

function acknowledgement(reply: Reply, { ear }: Surface): Parameters<Acknowledge> {
  switch (reply.kind) {
    case 'errors':
      return [{ response_action: 'errors', errors: { ...reply.errors } }];
    case 'modal':
      return [{ response_action: 'update', view: openedAt(ear.place, reply.modal) }];
    case 'push':
      return [{ response_action: 'push', view: openedAt(ear.place, reply.modal) }];
    default:
      return [{ response_action: 'clear' }];
  }
}

/** After a fault the modal stays as it is, and the field furthest up says what happened. */
function stillThere({ view }: ViewSubmission, reference: string): Parameters<Acknowledge>[0] {
  const [field = 'none'] = Object.keys(view.state?.values ?? {});
  const words = `The desk could not keep this; what you typed is still here. Press the button again; if it happens again, give the ISU or an admin the reference ${reference}.`;
  return { response_action: 'errors', errors: { [field]: words } };
}
