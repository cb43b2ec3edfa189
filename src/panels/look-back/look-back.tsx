/** Drags the page back to an earlier epoch: figures and pictures as they were. No figure changes. */
import { useEffect } from 'react';
import type { CSSProperties } from 'react';
import { usePlayground } from '../../store/playground-context.tsx';
import { Button } from '../../ui/button.tsx';
import { setRestingEpoch } from '../../ui/series-reading.ts';
import styles from './look-back.module.css';
import { useLookBackSoon } from './use-look-back-soon.ts';

const NOT_YET = 'Look back once an epoch is trained';

export function LookBack() {
  const epochs = usePlayground(
    (state) => (state.runExperiment ?? state.experiment).training.epochs,
  );
  const reached = usePlayground((state) => state.epoch);
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const [ahead, lookBackSoon] = useLookBackSoon();
  useEffect(() => {
    setRestingEpoch(lookBackEpoch);
    return () => setRestingEpoch(null);
  }, [lookBackEpoch]);
  const shown = (ahead === undefined ? lookBackEpoch : ahead) ?? reached;
  const text = `Epoch ${shown} of ${epochs}, ${lookBackEpoch === null ? 'now' : 'looking back'}`;
  const shares: CSSProperties & Record<'--shown' | '--reached', string> = {
    '--shown': String(shown / epochs),
    '--reached': String(reached / epochs),
  };
  return (
    <div
      className={`${styles.lookBack ?? ''} not-printed`}
      role="group"
      aria-label="Look back in time"
    >
      <input
        className={styles.slider}
        type="range"
        min={0}
        max={epochs}
        step={1}
        value={shown}
        style={shares}
        disabled={reached === 0}
        title={reached === 0 ? NOT_YET : undefined}
        aria-label="Epoch on show"
        aria-valuetext={text}
        onChange={({ target }) => {
          const epoch = target.valueAsNumber;
          lookBackSoon(epoch >= reached ? null : epoch);
        }}
      />
      <p className={styles.text}>
        {lookBackEpoch === null ? (
          invitation(reached)
        ) : (
          <>
            {text} — <BackToNow />
          </>
        )}
      </p>
    </div>
  );
}

function invitation(reached: number): string {
  return reached === 0 ? NOT_YET : 'Drag to look back';
}

function BackToNow() {
  const lookBack = usePlayground((state) => state.lookBack);
  return (
    <Button look="link" onClick={() => lookBack(null)}>
      Back to now
    </Button>
  );
}
