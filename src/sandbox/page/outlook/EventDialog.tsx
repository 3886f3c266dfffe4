import { useId, useState } from 'preact/hooks';
import type { OutlookAct, SeenEvent } from '../../outlook-protocol.ts';
import { Dialog } from '../frame/Dialog.tsx';
import { Icon } from '../frame/Icon.tsx';
import { Invitees } from './Invitees.tsx';
import { wallOf, whenWords, ZONE } from './week.ts';

interface EventDialogProps {
  event: SeenEvent;
  /** Null when it was done, else what is in the way. */
  does(act: OutlookAct, done: string): Promise<string | null>;
  close(): void;
}

interface Draft {
  subject: string;
  place: string;
  start: string;
  end: string;
  text: string;
}

const draftOf = ({ subject, place, allDay, start, end, text }: SeenEvent): Draft => ({
  subject,
  place,
  start: allDay ? start : wallOf(start),
  end: allDay ? end : wallOf(end),
  text,
});

const time = (dateTime: string) => ({ dateTime, timeZone: ZONE });

/** What has been changed by hand, as Outlook takes it; null when nothing has. Only what was changed is sent. */
function editOf(event: SeenEvent, draft: Draft): OutlookAct | null {
  const before = draftOf(event);
  const moved = draft.start !== before.start || draft.end !== before.end;
  const { id, on } = event;
  if (on !== null)
    return moved ? { act: 'move_occurrence', id, on, start: time(draft.start), end: time(draft.end) } : null;
  const changes = {
    ...(draft.subject === before.subject ? {} : { subject: draft.subject }),
    ...(draft.place === before.place ? {} : { location: { displayName: draft.place } }),
    ...(draft.text === before.text ? {} : { body: { contentType: 'text' as const, content: draft.text } }),
    ...(moved && !event.allDay ? { start: time(draft.start), end: time(draft.end) } : {}),
  };
  return Object.keys(changes).length === 0 ? null : { act: 'edit', id, changes };
}

/** One event, open: to be read, changed, deleted and answered. */
export function EventDialog({ event, does, close }: EventDialogProps) {
  const id = useId();
  const [draft, setDraft] = useState(() => draftOf(event));
  const [refused, setRefused] = useState<string | null>(null);
  const finish = async (act: OutlookAct | null, done: string) => {
    const wrong = act === null ? null : await does(act, done);
    setRefused(wrong);
    if (wrong === null) close();
  };
  const field = (name: keyof Draft, label: string, type: 'text' | 'date' | 'datetime-local', fixed = false) => (
    <div class="field">
      <label class="field-label" for={`${id}-${name}`}>
        {label}
      </label>
      <input
        {...(type === 'text' ? { type } : { type, required: true })}
        id={`${id}-${name}`}
        class="date-input"
        value={draft[name]}
        readOnly={fixed}
        onInput={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, [name]: value }))}
      />
    </div>
  );
  const inSeries = event.on !== null;
  const remove: OutlookAct =
    event.on === null ? { act: 'delete', id: event.id } : { act: 'delete_occurrence', id: event.id, on: event.on };
  return (
    <Dialog class="modal" labelledBy={`${id}-title`} leave={close}>
      <form
        onSubmit={(submitted) => {
          submitted.preventDefault();
          void finish(editOf(event, draft), `Changed: ${draft.subject}`);
        }}
      >
        <div class="modal-head">
          <h2 id={`${id}-title`}>
            <bdi>{event.subject}</bdi>
          </h2>
          <button type="button" class="tool" aria-label="Close window" onClick={close}>
            <Icon name="close" />
          </button>
        </div>
        <div class="modal-body">
          <p class="quiet">
            {whenWords(event)}, Geneva's time{event.online && ' · Teams meeting'}
            {inSeries && ' · one of a series: its time can be changed here, the rest for the series as a whole'}
          </p>
          {refused !== null && (
            <p class="field-error" role="alert">
              {refused}
            </p>
          )}
          {field('subject', 'Subject', 'text', inSeries)}
          {field('place', 'Place', 'text', inSeries)}
          <div class="event-times">
            {field('start', 'Begins', event.allDay ? 'date' : 'datetime-local', event.allDay)}
            {field('end', 'Ends', event.allDay ? 'date' : 'datetime-local', event.allDay)}
          </div>
          <div class="field">
            <label class="field-label" for={`${id}-text`}>
              Text
            </label>
            <textarea
              id={`${id}-text`}
              value={draft.text}
              readOnly={inSeries}
              onInput={({ currentTarget: { value } }) => setDraft((before) => ({ ...before, text: value }))}
            />
          </div>
          {!inSeries && event.attendees.length > 0 && <Invitees event={event} does={does} />}
        </div>
        <div class="foot">
          <button type="button" class="button" onClick={() => void finish(remove, `Deleted: ${event.subject}`)}>
            Delete
          </button>
          <button type="submit" class="button button-primary">
            Save
          </button>
        </div>
      </form>
    </Dialog>
  );
}
