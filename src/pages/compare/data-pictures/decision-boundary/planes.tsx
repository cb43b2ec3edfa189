/** The planes of all arms side by side, with the key to their marks and the tools that change their points. */
import { armName } from '../../../../experiment/arm-name.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { ArmMarker } from '../../../../ui/arm-marker.tsx';
import { DataPictureFrame } from '../data-picture-frame.tsx';
import { watchHeight } from '../../shared/drawn-height.ts';
import styles from './decision-boundary.module.css';
import { DecisionBoundary } from './decision-boundary.tsx';
import { PlaneKey } from './plane-key.tsx';
import { PlaneTools } from './plane-tools.tsx';

export function Planes() {
  const arms = usePlayground((state) => state.experiment.arms);
  return (
    <DataPictureFrame title="Decision boundary" legend={<PlaneKey />} tools={<PlaneTools />}>
      <ul className={styles.planes} data-arms={arms.length}>
        {arms.map((arm) => (
          <li key={arm.id} className={styles.arm}>
            <h3 className={styles.armName}>
              <ArmMarker armId={arm.id} />
              {armName(arm)}
            </h3>
            <div className={styles.place} ref={watchHeight}>
              <DecisionBoundary armId={arm.id} />
            </div>
          </li>
        ))}
      </ul>
    </DataPictureFrame>
  );
}
