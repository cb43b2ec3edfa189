/** Which mark is which arm: for the projector, where the cards with their names lie below the screen. */
import { armName } from '../../../experiment/arm-name.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import { useDataPicture } from '../data-pictures/data-pictures.ts';
import styles from '../compare-page.module.css';

export function ArmKey() {
  const isPresenting = usePlayground((state) => state.isPresenting);
  const arms = usePlayground((state) => shownExperiment(state).arms);
  // The charts go by the run: they keep the curve of an arm that was removed since.
  const removed = usePlayground((state) => state.retiredArms);
  // A picture of the data names them itself.
  const hasPicture = useDataPicture() !== undefined;
  if (!isPresenting || hasPicture) return null;
  return (
    <ul className={styles.armKey} aria-label="Arms">
      {arms.map((arm) => (
        <li key={arm.id}>
          <ArmMarker armId={arm.id} />
          {armName(arm)}
          {removed.includes(arm.id) && (
            <span className={styles.removed}>removed, curve stays until Reset</span>
          )}
        </li>
      ))}
    </ul>
  );
}
