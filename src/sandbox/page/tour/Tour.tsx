import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from '../frame/Icon.tsx';
import { useFocusBack } from '../frame/use-focus-back.ts';
import { useSeen } from '../world/world.ts';
import { lineOf, STEPS } from './steps.ts';
import { takeStep } from './take-step.ts';

/** One step of the guided tour: what there is to see, and a button that shows it. */
export function Tour({ step }: { step: number }) {
  const { goTo } = useSeen();
  const [done, setDone] = useState<number | null>(null);
  const [shown, setShown] = useState<string | null>(null);
  const [underWay, setUnderWay] = useState<number | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  const current = useRef(step);
  current.current = step;
  useFocusBack();
  useEffect(() => {
    setShown(null);
    title.current?.focus();
  }, [step]);
  const here = STEPS[step - 1];
  if (here === undefined) return null;
  const line = lineOf(here);
  const isDone = done === step;
  const isLast = step === STEPS.length;
  const take = async () => {
    if (underWay === step) return;
    setUnderWay(step);
    const answer = await takeStep(here, goTo);
    // One may have gone on meanwhile: the next step waits for nothing, and its words are its own.
    setUnderWay((other) => (other === step ? null : other));
    if (current.current !== step) return;
    setShown(answer.ok ? null : answer.shown);
    if (answer.ok) setDone(step);
  };
  return (
    <section class="tour" aria-label="Guided tour">
      <p class="tour-count">
        Tour, step {step} of {STEPS.length}
        <button type="button" class="tool" aria-label="Leave the tour" onClick={() => goTo({ tour: null })}>
          <Icon name="close" />
        </button>
      </p>
      <h2 ref={title} tabIndex={-1}>
        {here.title}
      </h2>
      <p class="tour-text">{here.text}</p>
      {line !== null && <code class="tour-line">{line}</code>}
      {shown !== null && (
        <p class="tour-trouble" role="alert">
          {shown}
        </p>
      )}
      {isDone && isLast && (
        <p class="tour-text" role="status">
          That is the desk. What you did stays on this computer, until Reset takes it away.
        </p>
      )}
      <div class="tour-steps">
        <button
          type="button"
          class={isDone ? 'button' : 'button button-primary'}
          aria-busy={underWay === step}
          onClick={() => void take()}
        >
          {here.button}
        </button>
        {step > 1 && (
          <button type="button" class="button button-quiet" onClick={() => goTo({ tour: step - 1 })}>
            Back
          </button>
        )}
        <button
          type="button"
          class={isDone ? 'button button-primary' : 'button button-quiet'}
          onClick={() => goTo({ tour: isLast ? null : step + 1 })}
        >
          {isLast ? 'Finish' : 'Next'}
        </button>
      </div>
    </section>
  );
}
