import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { ClockMove } from '../../protocol.ts';
import { moveClock } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';
import { instantOfField, zurichField, zurichShort, zurichTime } from './desk-zone.ts';
import { Icon } from './Icon.tsx';
import { Popup } from './Popup.tsx';
import { useOpen } from './use-open.ts';

const STEPS: readonly { text: string; advance: 'hour' | 'day' | 'next-monday' }[] = [
  { text: '+1 hour', advance: 'hour' },
  { text: '+1 day', advance: 'day' },
  { text: 'Next Monday, 08:00', advance: 'next-monday' },
];

function ClockMoves({ now, move }: { now: number; move(to: ClockMove): void }) {
  const id = useId();
  const first = useRef<HTMLButtonElement>(null);
  const [field, setField] = useState(() => zurichField(now));
  const instant = instantOfField(field);
  useEffect(() => first.current?.focus(), []);
  return (
    <form
      class="clock-panel"
      onSubmit={(event) => {
        event.preventDefault();
        if (instant !== null) move({ now: instant });
      }}
    >
      <p class="quiet">Move the sandbox's clock. The desk follows: deadlines, days left, what it says next.</p>
      <div class="clock-steps">
        {STEPS.map(({ text, advance }, at) => (
          <button
            key={advance}
            ref={at === 0 ? first : null}
            type="button"
            class="button"
            onClick={() => move({ advance })}
          >
            {text}
          </button>
        ))}
      </div>
      <label class="field-label" for={id}>
        Any date and time, in Zurich
      </label>
      <div class="clock-any">
        <input id={id} type="datetime-local" value={field} onInput={(event) => setField(event.currentTarget.value)} />
        <button type="submit" class="button button-primary" aria-disabled={instant === null}>
          Set
        </button>
      </div>
      {instant !== null && <p class="quiet">{zurichTime(Date.parse(instant))}</p>}
    </form>
  );
}

/** The sandbox's clock, shown and moved. */
export function ClockPanel() {
  const { now } = useSeen();
  const { open, toggle, shut, button, whole } = useOpen();
  return (
    <span class="top-clock" ref={whole}>
      <button ref={button} type="button" class="top-button" aria-expanded={open} onClick={toggle}>
        <Icon name="clock" />
        <span class="top-full">{zurichTime(now)}</span>
        <span class="top-short">{zurichShort(now)}</span>
        <span class="top-lead">Zurich</span>
        <span class="unseen">, move the clock</span>
        <Icon name="down" />
      </button>
      {open && (
        <Popup anchor={button} align="end" class="popup-wide">
          <ClockMoves
            now={now}
            move={(to) => {
              shut();
              void moveClock(to);
            }}
          />
        </Popup>
      )}
    </span>
  );
}
