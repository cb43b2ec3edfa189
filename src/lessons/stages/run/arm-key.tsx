/** Which mark is which network, where the picture of the data does not name them. */
import { armName } from '../../../experiment/arm-name.ts';
import { useDataPicture } from '../../../pages/compare/data-pictures/data-pictures.ts';
import { shownExperiment } from '../../../store/compare/shown-experiment.ts';
import { usePlayground } from '../../../store/playground-context.tsx';
import { ArmMarker } from '../../../ui/arm-marker.tsx';
import type { RunPart } from '../../lesson/lesson.ts';
import { useSession } from '../../session/session-context.tsx';
import styles from './run-stage.module.css';

export function ArmKey({ part }: { readonly part: RunPart }) {
  const arms = usePlayground((state) => shownExperiment(state).arms);
  const step = useSession((state) => state.step);
  const hasPicture = useDataPicture() !== undefined;
  if (arms.length < 2 || (part.showsData === true && hasPicture && step !== 'predict')) return null;
  return (
    <ul className={styles.armKey} aria-label="Networks">
      {arms.map((arm) => (
        <li key={arm.id}>
          <ArmMarker armId={arm.id} />
          <span>{armName(arm)}</span>
        </li>
      ))}
    </ul>
  );
}
