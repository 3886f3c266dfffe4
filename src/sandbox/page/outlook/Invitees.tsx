import { useId, useState } from 'preact/hooks';
import type { OutlookAct, SeenAttendee, SeenEvent } from '../../outlook-protocol.ts';
import { wallOf, whenWords, ZONE } from './week.ts';

const WORDS = {
  none: 'no answer yet',
  accepted: 'accepted',
  tentativelyAccepted: 'tentative',
  declined: 'declined',
} as const;

const ANSWERS = [
  { response: 'accepted', text: 'Accept' },
  { response: 'tentativelyAccepted', text: 'Tentative' },
  { response: 'declined', text: 'Decline' },
] as const;

/** Two wall times as Outlook takes them: from the one that is proposed, as long as the meeting is. */
function proposal(event: SeenEvent, start: string) {
  const long = Date.parse(event.end) - Date.parse(event.start);
  const end = new Date(Date.parse(`${start}:00Z`) + long).toISOString().slice(0, 19);
  return { start: { dateTime: start, timeZone: ZONE }, end: { dateTime: end, timeZone: ZONE } };
}

const answered = ({ name, optional, response, proposes }: SeenAttendee): string =>
  [
    `${name}: ${WORDS[response]}`,
    ...(optional ? ['optional'] : []),
    ...(proposes === null ? [] : [`proposes ${whenWords({ allDay: false, ...proposes })}`]),
  ].join(', ');

interface InviteesProps {
  event: SeenEvent;
  does(act: OutlookAct, done: string): Promise<string | null>;
}

/** Who is invited and has answered what; and to answer as one of them, also with another time. */
export function Invitees({ event, does }: InviteesProps) {
  const id = useId();
  const [as, setAs] = useState(event.attendees[0]?.address ?? '');
  const [start, setStart] = useState(event.allDay ? '' : wallOf(event.start));
  const [said, setSaid] = useState('');
  const who = event.attendees.find(({ address }) => address === as);
  const answer = async (
    response: (typeof ANSWERS)[number]['response'],
    proposes: ReturnType<typeof proposal> | null,
  ) => {
    const done = `${who?.name ?? as}: ${proposes === null ? WORDS[response] : 'proposed another time'}`;
    setSaid((await does({ act: 'answer', id: event.id, address: as, response, proposes }, done)) ?? done);
  };
  return (
    <fieldset class="event-people">
      <legend>Invited</legend>
      <ul>
        {event.attendees.map((each) => (
          <li key={each.address}>{answered(each)}</li>
        ))}
      </ul>
      <div class="field">
        <label class="field-label" for={`${id}-as`}>
          Answer as
        </label>
        <select id={`${id}-as`} value={as} onChange={({ currentTarget: { value } }) => setAs(value)}>
          {event.attendees.map(({ address, name }) => (
            <option key={address} value={address}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <div class="event-answers">
        {ANSWERS.map(({ response, text }) => (
          <button key={response} type="button" class="button" onClick={() => void answer(response, null)}>
            {text}
          </button>
        ))}
      </div>
      {!event.allDay && (
        <div class="field event-proposal">
          <label class="field-label" for={`${id}-proposes`}>
            Another time
          </label>
          <input
            id={`${id}-proposes`}
            class="date-input"
            type="datetime-local"
            value={start}
            onInput={({ currentTarget: { value } }) => setStart(value)}
          />
          <button
            type="button"
            class="button"
            aria-disabled={start === ''}
            onClick={() => {
              if (start !== '') void answer('tentativelyAccepted', proposal(event, start));
            }}
          >
            Propose
          </button>
        </div>
      )}
      <p class="quiet" role="status">
        {said}
      </p>
    </fieldset>
  );
}
