import { useEffect, useRef, useState } from 'preact/hooks';
import type { OutlookAct, SeenEvent } from '../../outlook-protocol.ts';
import { Icon } from '../frame/Icon.tsx';
import { useFocusBack } from '../frame/use-focus-back.ts';
import { actInOutlook } from '../world/endpoints.ts';
import { useSeen } from '../world/world.ts';
import { EventDialog } from './EventDialog.tsx';
import { useCalendar } from './use-calendar.ts';
import { Week } from './Week.tsx';
import { dayAfter, dayWords, mondayOf, moveOf, wallOf, whenWords } from './week.ts';

/** Who an event is: one of a series is told by its day. */
const same = (one: Pick<SeenEvent, 'id' | 'on'>, other: SeenEvent): boolean =>
  one.id === other.id && one.on === other.on;

/** Outlook, as a small week of the secretariat's calendar: what the desk puts there, and what people do there by hand. */
export function OutlookPane({ week }: { week: string }) {
  const { now, goTo } = useSeen();
  const today = wallOf(new Date(now).toISOString()).slice(0, 10);
  const monday = mondayOf(week === '' ? today : week);
  const calendar = useCalendar(monday);
  const [opened, setOpened] = useState<Pick<SeenEvent, 'id' | 'on'> | null>(null);
  const [said, setSaid] = useState('');
  const head = useRef<HTMLHeadingElement>(null);
  useFocusBack();
  useEffect(() => head.current?.focus(), []);
  const close = () => goTo({ outlook: null });
  const go = (days: number) => goTo({ outlook: dayAfter(monday, days) });
  const does = async (act: OutlookAct, done: string): Promise<string | null> => {
    const answer = await actInOutlook(act);
    setSaid(answer.ok ? done : answer.shown);
    return answer.ok ? null : answer.shown;
  };
  const events = calendar?.events ?? [];
  const shown = opened === null ? null : (events.find((event) => same(opened, event)) ?? null);
  return (
    <section
      class="pane outlook"
      aria-label="Outlook"
      onKeyDown={(event) => event.key === 'Escape' && shown === null && close()}
    >
      <header class="pane-head">
        <h2 ref={head} tabIndex={-1}>
          Outlook
        </h2>
        <div class="outlook-weeks">
          <button type="button" class="tool" aria-label="The week before" onClick={() => go(-7)}>
            <Icon name="left" />
          </button>
          <button type="button" class="tool" aria-label="The week after" onClick={() => go(7)}>
            <Icon name="right" />
          </button>
          <button type="button" class="button" onClick={() => goTo({ outlook: '' })}>
            This week
          </button>
        </div>
        <button type="button" class="tool" aria-label="Close Outlook" onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <p class="outlook-about quiet">
        <strong>
          {dayWords(monday)} – {dayWords(dayAfter(monday, 6))} {monday.slice(0, 4)}
        </strong>{' '}
        · calendar of {calendar?.mailbox ?? 'the secretariat'}, in Geneva's time. Drag to move, or Shift and arrow keys;
        press to open.
      </p>
      <p class="outlook-said" role="status">
        {said}
      </p>
      <Week
        monday={monday}
        today={today}
        events={events}
        open={({ id, on }) => setOpened({ id, on })}
        move={(event, { days, minutes }) => {
          const act = moveOf(event, days, minutes);
          void does(act, `Moved: ${event.subject}, from ${whenWords(event)}`);
        }}
      />
      {shown !== null && (
        <EventDialog key={`${shown.id} ${shown.on}`} event={shown} does={does} close={() => setOpened(null)} />
      )}
    </section>
  );
}
