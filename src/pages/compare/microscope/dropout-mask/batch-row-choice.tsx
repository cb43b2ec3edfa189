/** Which row of the batch all arms show, and the next batch. */
import { nounFor } from '../../../../base/text/count-of.ts';
import { useId } from 'react';
import { whyNoStep } from '../../../../store/compare/next-move.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { usePictures } from '../../shared/use-pictures.ts';
import { Button } from '../../../../ui/controls/button.tsx';
import { useShownDataset } from '../../shared/shown-dataset.ts';
import { describeBriefly } from './describe-mask.ts';
import styles from './dropout-mask.module.css';

export function BatchRowChoice() {
  const dataset = useShownDataset();
  const batchRow = usePlayground((state) => state.batchRow);
  const showBatchRow = usePlayground((state) => state.showBatchRow);
  const reason = usePlayground(whyNoStep);
  const reasonId = useId();
  // A step takes a moment of training; its reason would flicker.
  const lasts = usePlayground((state) => state.status !== 'training');
  const stepBatch = usePlayground((state) => state.stepBatch);
  const pictures = usePictures(null, 'dropoutMask');
  const dropping = pictures.filter(
    ({ picture: { hiddenRate, inputRate } }) => hiddenRate > 0 || inputRate > 0,
  );
  const rows = Math.max(0, ...pictures.map(({ picture }) => picture.rows.length));
  const shown = Math.min(batchRow, rows - 1);
  const word = nounFor(1, dataset?.words.examples ?? 'examples');
  return (
    <div className={styles.shared}>
      <div className={`${styles.choice ?? ''} bar-in-hand`} role="group" aria-label="Batch">
        <Button
          onClick={stepBatch}
          disabled={reason !== null}
          {...(reason !== null && { title: reason, 'aria-describedby': reasonId })}
        >
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
      </div>
      <p className={styles.brief}>{dataset && describeBriefly(pictures, shown, dataset)}</p>
      <p className={styles.note}>
        Every {word} of a batch has its own mask, every step draws new ones
        {dropping.length > 1 ? '; with equal rates all arms drop the same. ' : '. '}
        <span id={reasonId} className={lasts ? undefined : 'visually-hidden'}>
          {reason}
        </span>
      </p>
    </div>
  );
}
