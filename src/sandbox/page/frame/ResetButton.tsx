import { useConfirm } from '../elements/confirm.tsx';
import { reset } from '../world/endpoints.ts';

const plain = (text: string) => ({ type: 'plain_text' as const, text });

/** Puts the sandbox back to where it began, after asking. */
export function ResetButton() {
  const { guard, dialog } = useConfirm({
    title: plain('Start the sandbox afresh?'),
    text: plain('Messages, requests and notes made here are removed and the clock goes back to where it began.'),
    confirm: plain('Start afresh'),
    deny: plain('Keep everything'),
  });
  return (
    <>
      <button type="button" class="top-button top-reset" onClick={() => guard(() => void reset())}>
        Reset
      </button>
      {dialog}
    </>
  );
}
