/** Where one draws, what the networks are shown of it, and what they make of it, in a line. */
import { useId, useMemo } from 'react';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { InkImage } from '../../ui/ink-image.tsx';
import { AnswerSummary } from './answer-summary.tsx';
import { digitImage } from './digit-image.ts';
import styles from './draw-pad.module.css';
import { DrawingArea } from './drawing-area.tsx';
import { useAsking } from './use-asking.ts';

const BLANK = new Float32Array(28 * 28);
const SIZE = { width: 28, height: 28 };

export function DrawPad() {
  const drawing = usePlayground((state) => state.drawing);
  const clearDrawing = usePlayground((state) => state.clearDrawing);
  const image = useMemo(() => digitImage(drawing), [drawing]);
  useAsking(image);
  const helpId = useId();
  return (
    <section className={styles.pad} aria-label="Drawing">
      <DrawingArea drawing={drawing} helpId={helpId} />
      <div className={styles.beside}>
        <div className={styles.shown}>
          <div className={styles.preview}>
            <InkImage
              features={image ?? BLANK}
              size={SIZE}
              label={image ? 'Your digit in 28 × 28 pixels' : 'Nothing drawn yet'}
            />
          </div>
          <p className={styles.note}>
            What the networks see: your ink as MNIST has its digits, 20 pixels long, its centre of
            mass in the middle of 28 × 28.
          </p>
        </div>
        <AnswerSummary isAsked={image !== null} />
        <div className={styles.actions}>
          <Button onClick={clearDrawing} disabled={drawing.length === 0}>
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
