import { useConfirm } from '../elements/confirm.tsx';
import { reset } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** What one seldom wants of the sandbox: to make something go wrong, and to begin again, after asking. */
export function MoreMenu() {
  const { goTo, faults } = useSeen();
  const { guard, dialog } = useConfirm({
    title: plain('Start the sandbox afresh?'),
    text: plain(
      'Messages, files, requests and notes made here are removed and the clock goes back to where it began. The record it started with comes back.',
    ),
    confirm: plain('Start afresh'),
    deny: plain('Keep everything'),
  });
  const begin = async () => {
    const answer = await reset();
    if (!answer.ok) return answer.shown;
    location.hash = '';
    return null;
  };
  return (
    <>
      <Menu
        label="More of the sandbox"
        class="top-button"
        align="end"
        face={<Icon name="more" />}
        items={[
          {
            key: 'faults',
            text: faults ? 'Close faults' : 'Faults',
            about: 'Make something go wrong, and see what the desk does',
            choose: () => goTo({ faults: !faults, outlook: null }),
          },
          {
            key: 'reset',
            text: 'Reset',
            about: 'Begin again, as on the first day',
            choose: () => guard(begin),
          },
        ]}
      />
      {dialog}
    </>
  );
}
