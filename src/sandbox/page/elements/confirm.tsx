import type { ConfirmationDialog } from '@slack/types';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Dialog } from '../frame/Dialog.tsx';
import { Text } from '../text/Text.tsx';

/** What a yes does; where it takes its time, the question stays until it is done, or says why it could not be. */
type Yes = () => Promise<string | null> | undefined;

interface Question {
  of: ConfirmationDialog;
  yes: Yes;
}

function ConfirmDialog({ question, close }: { question: Question; close(): void }) {
  const id = useId();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const { title, text, confirm, deny, style } = question.of;
  const leave = () => {
    if (!busy) close();
  };
  const agree = async () => {
    if (busy) return;
    const doing = question.yes();
    if (doing !== undefined) {
      setBusy(true);
      const shown = await doing;
      setBusy(false);
      setRefused(shown);
      if (shown !== null) return;
    }
    close();
  };
  return (
    <Dialog class="confirm" labelledBy={id} leave={leave}>
      <h2 id={id}>{title?.text ?? 'Are you sure?'}</h2>
      <p dir="auto">
        <Text of={text} />
      </p>
      {refused !== null && <p role="alert">{refused}</p>}
      <div class="foot">
        <span class="unseen" role="status">
          {busy && 'One moment…'}
        </span>
        <button type="button" class="button" aria-disabled={busy} onClick={leave}>
          {deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          class={`button ${style === 'danger' ? 'button-danger' : 'button-primary'}`}
          aria-busy={busy}
          onClick={() => void agree()}
        >
          {busy ? 'One moment…' : (confirm?.text ?? 'Yes')}
        </button>
      </div>
    </Dialog>
  );
}

/** Asks first where an element says so: `guard` runs `yes` at once, or after the person agreed in `dialog`. */
export function useConfirm(confirm: ConfirmationDialog | undefined): {
  guard(yes: Yes): void;
  dialog: JSX.Element | null;
} {
  const [question, setQuestion] = useState<Question | null>(null);
  return {
    guard: (yes) => (confirm === undefined ? void yes() : setQuestion({ of: confirm, yes })),
    dialog: question && <ConfirmDialog question={question} close={() => setQuestion(null)} />,
  };
}
