import { useId, useState } from 'preact/hooks';
import type { Fault } from '../../fault.ts';
import { useSeen } from '../world/world.ts';
import { DETAILS, faultOf, KINDS, type Kind } from './words.ts';

/** Orders a fault of one method of the Web API. */
export function CallFault({ order }: { order(fault: Fault): void }) {
  const { world } = useSeen();
  const id = useId();
  const [method, setMethod] = useState('chat.postMessage');
  const [kind, setKind] = useState<Kind>('ratelimit');
  const [detail, setDetail] = useState(DETAILS.ratelimit?.first ?? '');
  const [times, setTimes] = useState(1);
  const asked = DETAILS[kind];
  const fault = faultOf(kind, method, detail.trim(), times);
  const choose = (next: Kind) => {
    setKind(next);
    setDetail(DETAILS[next]?.first ?? '');
  };
  return (
    <form
      class="fault-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (fault !== null) order(fault);
      }}
    >
      <label for={`${id}-method`}>The next call of</label>
      <select id={`${id}-method`} value={method} onChange={(event) => setMethod(event.currentTarget.value)}>
        {world.methods.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
      <label for={`${id}-kind`}>What happens</label>
      <select
        id={`${id}-kind`}
        value={kind}
        onChange={({ currentTarget: { value } }) => choose(KINDS.find((one) => one.kind === value)?.kind ?? kind)}
      >
        {KINDS.map((one) => (
          <option key={one.kind} value={one.kind}>
            {one.text}
          </option>
        ))}
      </select>
      {asked !== null && (
        <>
          <label for={`${id}-detail`}>{asked.label}</label>
          <input
            id={`${id}-detail`}
            type="text"
            value={detail}
            aria-invalid={fault === null}
            onInput={(event) => setDetail(event.currentTarget.value)}
          />
        </>
      )}
      <label for={`${id}-times`}>How often</label>
      <select
        id={`${id}-times`}
        value={String(times)}
        onChange={(event) => setTimes(Number(event.currentTarget.value))}
      >
        <option value="1">once</option>
        <option value="2">twice</option>
        <option value="5">five times</option>
      </select>
      <button type="submit" class="button" aria-disabled={fault === null}>
        Let it happen
      </button>
    </form>
  );
}
