/** How many of the wrong labels each network repeats by now. */
import { armName } from '../../../experiment/arm-name.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { useLane, usePlayground } from '../../../store/playground-context.tsx';
import type { Arm } from '../../../experiment/experiment.ts';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import styles from './run-stage.module.css';

export function WrongLabelCount() {
  const arms = usePlayground((state) => shownExperiment(state).arms);
  return (
    <section className={styles.counts} aria-label="Wrong labels believed">
      {arms.map((arm) => (
        <Count key={arm.id} arm={arm} isAlone={arms.length === 1} />
      ))}
    </section>
  );
}

function Count({ arm, isAlone }: { readonly arm: Arm; readonly isAlone: boolean }) {
  const lane = useLane(arm.id);
  const epoch = usePlayground((state) => state.lookBackEpoch);
  const believed = lane?.at(epoch)?.wrongLabelsBelieved ?? NaN;
  const watched = lane?.lane.wrongLabelsWatched ?? 0;
  if (!lane || watched === 0 || !Number.isFinite(believed)) return null;
  return (
    <p className={styles.count}>
      {!isAlone && <ArmMarker armId={arm.id} />}
      <strong>{believed}</strong>
      <span>
        of {watched} wrong labels believed{isAlone ? '' : `, ${armName(arm)}`}
      </span>
    </p>
  );
}
