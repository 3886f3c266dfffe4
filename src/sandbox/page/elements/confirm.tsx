import type { ConfirmationDialog } from '@slack/types';
import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import { Dialog } from '../frame/Dialog.tsx';
import { Text } from '../text/Text.tsx';

interface Question {
  of: ConfirmationDialog;
  yes(): void;
}

function ConfirmDialog({ question, close }: { question: Question; close(): void }) {
  const id = useId();
  const { title, text, confirm, deny, style } = question.of;
  return (
    <Dialog class="confirm" labelledBy={id} leave={close}>
      <h2 id={id}>{title?.text ?? 'Are you sure?'}</h2>
      <p dir="auto">
        <Text of={text} />
      </p>
      <div class="foot">
        <button type="button" class="button" onClick={close}>
          {deny?.text ?? 'Cancel'}
        </button>
        <button
          type="button"
          class={`button ${style === 'danger' ? 'button-danger' : 'button-primary'}`}
          onClick={() => {
            close();
            question.yes();
          }}
        >
          {confirm?.text ?? 'Yes'}
        </button>
      </div>
    </Dialog>
  );
}

/** Asks first where an element says so: `guard` runs `yes` at once, or after the person agreed in `dialog`. */
export function useConfirm(confirm: ConfirmationDialog | undefined): {
  guard(yes: () => void): void;
  dialog: JSX.Element | null;
} {
  const [question, setQuestion] = useState<Question | null>(null);
  return {
    guard: (yes) => (confirm === undefined ? yes() : setQuestion({ of: confirm, yes })),
    dialog: question && <ConfirmDialog question={question} close={() => setQuestion(null)} />,
  };
}
