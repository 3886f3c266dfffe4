import { useEffect, useRef, useState } from 'preact/hooks';
import type { SeenChannel, SeenPerson } from '../../protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { Popup } from '../frame/Popup.tsx';
import { useOpen } from '../frame/use-open.ts';
import { useSeen } from '../world/world.ts';

const outside = ({ guest, elsewhere }: SeenPerson): boolean => guest || elsewhere !== null;

const standing = ({ guest, elsewhere }: SeenPerson): string | null => {
  if (elsewhere !== null) return `from ${elsewhere}`;
  return guest ? 'guest' : null;
};

/** "8 members, 2 from outside" */
function Count({ of }: { of: SeenChannel }) {
  const { people } = useSeen().world;
  const out = people.filter((person) => of.members.includes(person.id) && outside(person)).length;
  return (
    <span>
      {of.members.length}
      <span class="members-word"> members</span>
      {out > 0 && `, ${out} from outside`}
    </span>
  );
}

function MemberList({ of }: { of: SeenChannel }) {
  const { world, act } = useSeen();
  const [refused, setRefused] = useState<string | null>(null);
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => list.current?.focus(), []);
  const inside = world.people.filter(({ id }) => of.members.includes(id));
  const others = world.people.filter((person) => !of.members.includes(person.id) && person.elsewhere === null);
  const mayAdd = !outside(world.me) && others.length > 0;
  const add = async (person: string) => {
    const answer = await act({ act: 'invite', channel: of.id, person });
    setRefused(answer.ok ? null : answer.shown);
  };
  return (
    <div class="members" ref={list} tabIndex={-1}>
      <h3>Who reads here</h3>
      <ul>
        {inside.map((person) => (
          <li key={person.id}>
            <bdi>{person.name}</bdi>
            {standing(person) !== null && <span class="badge">{standing(person)}</span>}
          </li>
        ))}
        {of.members.includes(world.bot.id) && (
          <li>
            <bdi>{world.bot.name}</bdi>
            <span class="badge">App</span>
          </li>
        )}
      </ul>
      {mayAdd && (
        <>
          <h3>Bring somebody in</h3>
          <ul>
            {others.map((person) => (
              <li key={person.id}>
                <button type="button" class="menu-item" onClick={() => void add(person.id)}>
                  <bdi>{person.name}</bdi>
                  {standing(person) !== null && <span class="badge">{standing(person)}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {refused !== null && <p role="alert">{refused}</p>}
    </div>
  );
}

/** How many read a channel, and who; members bring others in from here. */
export function Members({ of }: { of: SeenChannel }) {
  const { open, toggle, button, whole } = useOpen();
  return (
    <span class="pane-members" ref={whole}>
      <button
        ref={button}
        type="button"
        class={of.open ? 'members-button members-open' : 'members-button'}
        aria-expanded={open}
        onClick={toggle}
      >
        <Icon name="person" />
        <Count of={of} />
      </button>
      {open && (
        <Popup anchor={button} align="end">
          <MemberList of={of} />
        </Popup>
      )}
    </span>
  );
}
