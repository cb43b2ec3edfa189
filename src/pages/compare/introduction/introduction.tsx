/** One line that says what one is looking at and what to press, until there is something to say of the run. */
import { findDataset } from '../../../datasets/registry.ts';
import { mainMove } from '../../../store/compare/next-move.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { introduce } from './introduce.ts';
import { useExperimentOnShow } from './use-experiment-on-show.ts';

export function Introduction() {
  const experiment = useExperimentOnShow();
  const isWaiting = usePlayground(
    (state) => state.epoch === 0 && state.stepInEpoch === 0 && mainMove(state) === 'train',
  );
  const dataset = findDataset(experiment.data.dataset);
  if (!dataset) return null;
  return (
    <p aria-label="What this shows" role="note">
      {introduce(experiment, dataset)}
      {isWaiting && (
        <>
          {' '}
          Press <b>Train</b>.
        </>
      )}
    </p>
  );
}
