import { useEffect, useRef, useState } from 'preact/hooks';
import type { Fault } from '../../fault.ts';
import { Icon } from '../frame/Icon.tsx';
import { useFocusBack } from '../frame/use-focus-back.ts';
import { inOrder } from '../text/in-order.ts';
import { orderFault } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';
import { CallFault } from './CallFault.tsx';
import { faultWords } from './words.ts';

interface Offer {
  text: string;
  fault: Fault;
}

const ACKS: readonly Offer[] = [
  { text: '2 s late', fault: { fault: 'late-acks', milliseconds: 2_000 } },
  { text: '4 s late', fault: { fault: 'late-acks', milliseconds: 4_000 } },
  { text: 'Lost', fault: { fault: 'lost-acks' } },
];

const SOCKETS: readonly Offer[] = [
  { text: 'Ask it to reconnect', fault: { fault: 'disconnect', reason: 'refresh_requested' } },
  { text: 'Warn it', fault: { fault: 'disconnect', reason: 'warning' } },
  { text: 'Disable the link', fault: { fault: 'disconnect', reason: 'link_disabled' } },
  { text: 'Too many sockets', fault: { fault: 'disconnect', reason: 'too_many_websockets' } },
];

const EVENTS: readonly Offer[] = [
  { text: 'Send the last one again', fault: { fault: 'redeliver' } },
  { text: 'Say there were too many', fault: { fault: 'events-limited' } },
];

function Offers({ of, order }: { of: readonly Offer[]; order(fault: Fault): void }) {
  return (
    <div class="fault-offers">
      {of.map(({ text, fault }) => (
        <button key={text} type="button" class="button" onClick={() => order(fault)}>
          {text}
        </button>
      ))}
    </div>
  );
}

/** What is still to happen, and how to call it off. */
function StillToHappen({ order }: { order(fault: Fault): void }) {
  const { world } = useSeen();
  if (world.faults.length === 0) return <p class="quiet">Nothing is going to go wrong.</p>;
  return (
    <>
      <ul class="fault-list">
        {inOrder(world.faults).map(([key, { fault, left }]) => (
          <li key={key}>
            {faultWords(fault)}
            {left > 1 && <span class="quiet"> · {left} times</span>}
          </li>
        ))}
      </ul>
      <button type="button" class="button" onClick={() => order({ fault: 'none' })}>
        Call it off
      </button>
    </>
  );
}

/** Makes go wrong, on demand, what goes wrong on Slack: one sees what the desk does and what people read. */
export function FaultPane() {
  const { world, goTo } = useSeen();
  const [answer, setAnswer] = useState<string | null>(null);
  const head = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useEffect(() => head.current?.focus(), []);
  const order = (fault: Fault) => {
    void orderFault(fault).then((said) => setAnswer(said.ok ? null : said.shown));
  };
  const close = () => goTo({ faults: false });
  return (
    <section class="pane faults" aria-label="Faults" onKeyDown={(event) => event.key === 'Escape' && close()}>
      <header class="pane-head">
        <h2 ref={head} tabIndex={-1}>
          Faults
        </h2>
        <button type="button" class="tool" aria-label="Close faults" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <div class="faults-body">
        <p class="quiet">
          What goes wrong on Slack now and then, on demand. Order one, then use the desk: nothing may be lost, and
          people must read what to do next.
        </p>
        <h3>Still to happen</h3>
        <div role="status">
          <StillToHappen order={order} />
        </div>
        {answer !== null && <p role="alert">{answer}</p>}
        <h3>The desk's next acknowledgement</h3>
        <Offers of={ACKS} order={order} />
        <h3>A call of the desk to Slack</h3>
        <CallFault order={order} />
        <h3>The connection</h3>
        <p class="quiet">
          {world.connected === 1
            ? 'The desk holds one socket open.'
            : `The desk holds ${world.connected} sockets open.`}
        </p>
        <Offers of={SOCKETS} order={order} />
        <h3>Events</h3>
        <Offers of={EVENTS} order={order} />
      </div>
    </section>
  );
}
