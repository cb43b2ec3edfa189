/**
 * A slider that takes the page back to an earlier epoch: it shows figures and pictures as they were, and changes no
 * figure.
 */
import { useEffect } from 'react';
import type { CSSProperties } from 'react';
import { epochText } from '../../../base/text/figure-text.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { Button } from '../../../ui/controls/button.tsx';
import { setRestingEpoch } from '../../../ui/chart/data/series-reading.ts';
import styles from './look-back.module.css';
import { useLookBackSoon } from './use-look-back-soon.ts';

const NOT_YET = 'Look back once an epoch is trained';
const INVITATION = 'Drag to see curves, figures and pictures as they were';

interface LookBackProps {
  /** The epochs at the ends of the axis above; those of the whole run where there is none. */
  readonly from?: number;
  readonly to?: number;
}

export function LookBack({ from = 0, to }: LookBackProps) {
  const epochs = usePlayground((state) => shownExperiment(state).training.epochs);
  const reached = usePlayground((state) => state.epoch);
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const [ahead, lookBackSoon] = useLookBackSoon();
  useEffect(() => {
    setRestingEpoch(lookBackEpoch);
    return () => setRestingEpoch(null);
  }, [lookBackEpoch]);
  const shown = (ahead === undefined ? lookBackEpoch : ahead) ?? reached;
  const [first, last] = [Math.ceil(from), Math.floor(to ?? epochs)];
  const share = (epoch: number) => String((epoch - first) / (last - first));
  const shares: CSSProperties & Record<'--shown' | '--reached', string> = {
    '--shown': share(shown),
    '--reached': share(reached),
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
        min={first}
        max={last}
        step={1}
        value={shown}
        style={shares}
        disabled={reached === 0}
        title={reached === 0 ? NOT_YET : INVITATION}
        aria-label="Epoch on show"
        aria-valuetext={`Epoch ${shown} of ${epochs}, ${lookBackEpoch === null ? 'now' : 'looking back'}`}
        onChange={({ target }) => {
          const epoch = target.valueAsNumber;
          lookBackSoon(epoch >= reached ? null : epoch);
        }}
      />
      <p className={styles.text}>{lookBackEpoch === null ? 'Look back' : <BackToNow />}</p>
      <WithoutPictures />
    </div>
  );
}

/** A run that went on after a reload has no pictures from before it. */
function WithoutPictures() {
  const cutAt = usePlayground((state) => state.history?.cutAt ?? null);
  const lookBackEpoch = usePlayground((state) => state.lookBackEpoch);
  const isBefore = cutAt !== null && lookBackEpoch !== null && lookBackEpoch < Math.floor(cutAt);
  if (cutAt === null) return null;
  return (
    <p className={styles.cut} role="status">
      {isBefore &&
        `A reload cut this run off at epoch ${epochText(cutAt)}: pictures from before it are gone, and later ones stand in their place. Curves and figures are those of epoch ${lookBackEpoch}.`}
    </p>
  );
}

function BackToNow() {
  const lookBack = usePlayground((state) => state.lookBack);
  return (
    <Button look="link" onClick={() => lookBack(null)}>
      Back to now
    </Button>
  );
}
