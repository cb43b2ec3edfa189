/** Which row of the batch all arms show, and the next batch. */
import { canStep } from '../../store/next-move.ts';
import { usePictures, usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { useShownDataset } from '../shown-dataset.ts';
import { singular } from '../singular.ts';
import styles from './dropout-mask.module.css';

export function BatchRowChoice() {
  const dataset = useShownDataset();
  const batchRow = usePlayground((state) => state.batchRow);
  const showBatchRow = usePlayground((state) => state.showBatchRow);
  const isOpen = usePlayground(canStep);
  const stepBatch = usePlayground((state) => state.stepBatch);
  const rows = Math.max(0, ...usePictures('dropoutMask').map(({ picture }) => picture.rows.length));
  const shown = Math.min(batchRow, rows - 1);
  const word = dataset ? singular(dataset) : 'example';
  return (
    <div className={styles.choice} role="group" aria-label="Batch">
      <Button onClick={stepBatch} disabled={!isOpen}>
        Step one batch
      </Button>
      {rows > 0 && (
        <div className={styles.stepper}>
          <Button
            aria-label={`Previous ${word} of the batch`}
            disabled={shown === 0}
            onClick={() => showBatchRow(shown - 1)}
          >
            <span aria-hidden="true">‹</span>
          </Button>
          <output className={styles.place}>
            {word} {shown + 1} of {rows}
          </output>
          <Button
            aria-label={`Next ${word} of the batch`}
            disabled={shown === rows - 1}
            onClick={() => showBatchRow(shown + 1)}
          >
            <span aria-hidden="true">›</span>
          </Button>
        </div>
      )}
      <p className={styles.note}>
        Every {word} of a batch has its own mask, every step draws new ones; with equal rates all
        arms drop the same.
      </p>
    </div>
  );
}
