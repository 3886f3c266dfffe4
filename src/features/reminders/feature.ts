import type { RecordDesk } from '../../db/record-desk.ts';
import type { Feature, Filled, Press } from '../../desk/describe.ts';
import { blockOf, textOf } from '../../desk/form-values.ts';
import { type Reply, say } from '../../desk/reply.ts';
import { notice } from '../../desk/words.ts';
import { membersOf } from '../followups/use-cases.ts';
import { answeredMessage, IN_A_WEEK, MORE, NOTHING_TO_DO, PASS } from './card.ts';
import { reminderClockwork } from './due.ts';
import { passModal, TO } from './passed.ts';
import { type AnswerOutcome, answerReminder, passReminder } from './use-cases.ts';

const SETTLED = notice(
  'This was answered already.',
  'What you follow: /ccm follow · what you are to do: /ccm followups',
);

const WHY = notice(
  'The desk reminds you of the dates of the States that you follow, 90, 30, 7 and 1 days before; of your follow-ups 3 days and 1 day before and on the day; and of requests of yours that stand at relayed without an answer, every 14 days.',
  'One message a day at most, at 09:00 your time, on working days; never to anybody outside the desk. To end it: /ccm unfollow Peru, /ccm followups. While you are away: App Home > Preferences.',
);

/** The reminders of each working day, and what becomes of them. */
export function remindersFeature(desk: RecordDesk): Feature {
  const answer =
    (became: 'nothing_to_do' | 'in_a_week', said: string, next: string) =>
    async ({ actor, at, value }: Press): Promise<Reply> => {
      const outcome = await answerReminder(desk, value, became, { actor, at });
      return outcome.kind === 'done'
        ? { kind: 'replace', message: answeredMessage(said, outcome.about, next) }
        : say(SETTLED);
    };
  const more = async ({ actor, value }: Press): Promise<Reply> => {
    const [what = '', run = ''] = value.split(' ');
    if (what !== 'pass') return say(WHY);
    const others = (await membersOf(desk)).filter(({ slackId }) => slackId !== actor.slackId);
    return others.length === 0
      ? say(notice('Nobody else holds a role at the desk.', 'Roles are given with /ccm people.'))
      : { kind: 'modal', modal: passModal(run, others) };
  };
  const pass = async ({ actor, at, values, metadata }: Filled): Promise<Reply> => {
    const to = textOf(values, TO);
    const wrong = (words: string): Reply => ({ kind: 'errors', errors: { [blockOf(values, TO)]: words } });
    if (to === '') return wrong('Please choose a person.');
    const outcome = await passReminder(desk, metadata, to, { actor, at });
    return outcome.kind === 'done' ? { kind: 'close', messages: [passedOn(outcome)] } : wrong(whyNot(outcome));
  };
  return {
    name: 'reminders',
    actions: [
      {
        id: NOTHING_TO_DO,
        run: answer(
          'nothing_to_do',
          'Noted, nothing to do:',
          'The next reminder comes at the next step, if there is one.',
        ),
      },
      { id: IN_A_WEEK, run: answer('in_a_week', 'You are reminded again in a week:', 'At 09:00 your time.') },
      { id: MORE, run: more },
    ],
    submissions: [{ id: PASS, submit: pass }],
    clockwork: [reminderClockwork(desk)],
  };
}

const passedOn = ({ about, kept }: Extract<AnswerOutcome, { kind: 'done' }>) =>
  answeredMessage(
    'Passed on:',
    about.length === 0 ? ['nothing'] : about,
    kept.length === 0
      ? 'They were told.'
      : `They were told. ${kept.join(', ')} stays with its owner: its card gives it away.`,
  );

function whyNot({ kind }: Exclude<AnswerOutcome, { kind: 'done' }>): string {
  switch (kind) {
    case 'settled':
      return 'This was answered already.';
    case 'own_state':
      return 'This person represents one of the States: nobody handles their own State.';
    case 'not_a_member':
      return 'This person holds no role at the desk; the desk sends nothing to them.';
  }
}
