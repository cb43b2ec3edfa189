/** One line that says what one is looking at and what to press, until there is something to say of the run. */
import { findDataset } from '../../../datasets/registry.ts';
import { mainMove, whyNoReset } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { isUntouched } from '../../../store/compare/run-director.ts';
import { introduce } from './introduce.ts';
import { useExperimentOnShow } from './use-experiment-on-show.ts';
import styles from './introduction.module.css';

export function Introduction() {
  const experiment = useExperimentOnShow();
  const isWaiting = usePlayground(
    (state) => state.epoch === 0 && state.stepInEpoch === 0 && mainMove(state) === 'train',
  );
  // A run that is on screen has no fault, whatever is set by now.
  const fault = usePlayground((state) => (isUntouched(state) ? whyNoReset(state) : null));
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) return null;
  return (
    <p aria-label="What this shows" role="note">
      {fault === null ? (
        introduce(experiment, dataset)
      ) : (
        <>
          <b className={styles.fault}>This cannot run:</b> {fault}
        </>
      )}
      {isWaiting && (
        <>
          {' '}
          Press <b>Train</b>.
        </>
      )}
    </p>
  );
}
