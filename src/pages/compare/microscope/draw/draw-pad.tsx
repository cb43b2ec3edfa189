/** Where one draws or chooses a digit, what the networks are shown of it, and what they make of it, in a line. */
import { useId, useRef } from 'react';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { InkImage } from '../../../../ui/picture/ink-image.tsx';
import { AnswerSummary } from './answer-summary.tsx';
import { SIZE } from './digit-size.ts';
import styles from './draw-pad.module.css';
import { DrawingArea } from './drawing-area.tsx';
import { SampleStrip } from './sample-strip.tsx';
import { useAsking } from './use-asking.ts';
import { useShownDigit } from './use-shown-digit.ts';
import type { ShownDigit } from './use-shown-digit.ts';

const BLANK = new Float32Array(SIZE.width * SIZE.height);

export function DrawPad() {
  const drawing = usePlayground((state) => state.drawing);
  const clearDrawing = usePlayground((state) => state.clearDrawing);
  const digit = useShownDigit();
  useAsking(digit?.image ?? null);
  const helpId = useId();
  const area = useRef<HTMLDivElement>(null);
  const clear = () => {
    clearDrawing();
    // The button is off with nothing to clear, and would take the focus with it.
    area.current?.focus({ preventScroll: true });
  };
  return (
    <section className={styles.pad} aria-label="Drawing">
      <DrawingArea ref={area} drawing={drawing} helpId={helpId} />
      <div className={styles.beside}>
        <Preview digit={digit} />
        <AnswerSummary isAsked={digit !== null} />
        <SampleStrip />
        <div className={styles.actions}>
          <Button
            onClick={clear}
            disabled={digit === null}
            title={digit === null ? 'Nothing is drawn or chosen yet.' : undefined}
          >
            Clear
          </Button>
          <p id={helpId} className={styles.note}>
            Mouse, finger or pen; or the arrow keys, with Space to put the pen down and to lift it.
          </p>
        </div>
      </div>
    </section>
  );
}

function Preview({ digit }: { readonly digit: ShownDigit | null }) {
  const trueLabel = digit?.trueLabel ?? null;
  return (
    <div className={styles.shown}>
      <div className={styles.preview}>
        <InkImage features={digit?.image ?? BLANK} size={SIZE} label={nameOf(digit)} />
      </div>
      <p className={styles.note}>
        {trueLabel === null
          ? 'What the networks see: your ink as MNIST has its digits, 20 pixels long, its centre of mass in the middle of 28 × 28.'
          : `What the networks see: a ${trueLabel} of the validation set. None of them was trained on it.`}
      </p>
    </div>
  );
}

function nameOf(digit: ShownDigit | null): string {
  if (!digit) return 'Nothing drawn yet';
  const { trueLabel } = digit;
  return trueLabel === null
    ? 'Your digit in 28 × 28 pixels'
    : `A ${trueLabel} of the validation set`;
}
