import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { EntryList } from '../elements/EntryList.tsx';
import { Icon } from '../frame/Icon.tsx';
import { Popup } from '../frame/Popup.tsx';
import { useSeen } from '../world/world.ts';
import { AttachButton, WaitingFiles } from './Attachments.tsx';
import { completionAt, lineTyped } from './completion.ts';
import { GlobalShortcuts } from './GlobalShortcuts.tsx';
import { useFiles } from './use-files.ts';
import { useSend } from './use-send.ts';
import { useWords } from './use-words.ts';

interface ComposerProps {
  channel: string;
  /** "Message #isu-deadlines" */
  label: string;
  threadTs?: string;
}

/** Where one types: Enter sends, Shift and Enter begin a new line, `/`, `@` and `#` are completed. */
export function Composer({ channel, label, threadTs }: ComposerProps) {
  const { world } = useSeen();
  const [text, setText] = useState('');
  const [caret, setCaret] = useState(0);
  const [at, setAt] = useState(0);
  const [refused, setRefused] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const listId = useId();
  const send = useSend(channel, threadTs);
  const words = useWords(text);
  const files = useFiles();
  const channels = world.channels.filter((one) => one.kind === 'channel');
  const offered = { commands: world.commands, people: [world.bot, ...world.people], channels, words };
  const completion = refused ? null : completionAt(text, caret, offered);
  const shown = Math.min(at, (completion?.entries.length ?? 1) - 1);
  // Where there is no pointer that hovers, focus would bring up the keyboard of a telephone; who is led here by the tour stays with it.
  useEffect(() => {
    const led = document.activeElement?.closest('.tour');
    if (matchMedia('(hover: hover)').matches && !led) box.current?.focus();
  }, []);
  useLayoutEffect(() => {
    if (box.current === null) return;
    box.current.style.height = 'auto';
    box.current.style.height = `${box.current.scrollHeight}px`;
  }, [text]);

  const write = (next: string, to: number) => {
    setText(next);
    setCaret(to);
    setAt(0);
    setRefused(false);
  };
  const complete = (key: string | undefined) => {
    if (completion === null || key === undefined || box.current === null) return;
    const next = text.slice(0, completion.from) + key + text.slice(caret);
    box.current.value = next;
    box.current.setSelectionRange(completion.from + key.length, completion.from + key.length);
    write(next, completion.from + key.length);
  };
  const nothing = text.trim() === '' && files.waiting.length === 0;
  const submit = async () => {
    const typed = text;
    if (nothing) return;
    write('', 0);
    // A command takes no files along: they wait for the next message.
    const brought = lineTyped(typed)?.command ? [] : files.empty();
    const sent = await send(
      typed,
      brought.map(({ id }) => id),
    );
    if (sent) return;
    setText((now) => (now === '' ? typed : now));
    files.putBack(brought);
  };
  const given = (event: Event, held: DataTransfer | null) => {
    const found = [...(held?.files ?? [])];
    if (found.length === 0) return;
    event.preventDefault();
    files.take(found);
  };
  const keys: Readonly<Record<string, () => void>> =
    completion === null
      ? { Enter: () => void submit() }
      : {
          ArrowDown: () => setAt(Math.min(shown + 1, completion.entries.length - 1)),
          ArrowUp: () => setAt(Math.max(shown - 1, 0)),
          Enter: () => complete(completion.entries[shown]?.key),
          Tab: () => complete(completion.entries[shown]?.key),
          Escape: () => setRefused(true),
        };

  return (
    <div class="composer" ref={whole}>
      <textarea
        ref={box}
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={label}
        aria-controls={completion === null ? undefined : listId}
        aria-autocomplete="list"
        aria-activedescendant={completion === null ? undefined : `${listId}-${shown}`}
        value={text}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => given(event, event.dataTransfer)}
        onPaste={(event) => given(event, event.clipboardData)}
        onInput={({ currentTarget: { value, selectionStart } }) => write(value, selectionStart)}
        onSelect={({ currentTarget }) => setCaret(currentTarget.selectionStart)}
        onBlur={() => setRefused(true)}
        onKeyDown={(event) => {
          const press = event.shiftKey || event.isComposing ? undefined : keys[event.key];
          if (press === undefined) return;
          event.preventDefault();
          press();
        }}
      />
      <WaitingFiles files={files} />
      <div class="composer-foot">
        <AttachButton files={files} />
        {threadTs === undefined && <GlobalShortcuts />}
        <span class="quiet composer-hint">
          <kbd>Enter</kbd> sends, <kbd>Shift</kbd> <kbd>Enter</kbd> begins a new line
        </span>
        <button type="button" class="send" aria-label="Send" aria-disabled={nothing} onClick={() => void submit()}>
          <Icon name="send" />
        </button>
      </div>
      {completion !== null && (
        <Popup anchor={whole} class="popup-wide">
          <EntryList
            id={listId}
            found={{ state: 'found', entries: completion.entries }}
            at={shown}
            minLength={0}
            take={(entry) => complete(entry.key)}
          />
        </Popup>
      )}
    </div>
  );
}
