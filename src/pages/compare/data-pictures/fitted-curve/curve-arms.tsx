/** Which curve is which arm's, how far each is from the true one, and which of them stands in front. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import { armName } from '../../../../experiment/arm-name.ts';
import { usePlayground } from '../../../../store/playground-context.tsx';
import { ArmMarker } from '../../../../ui/arm-marker.tsx';
import { Button } from '../../../../ui/controls/button.tsx';
import { decimals } from '../../../../base/text/figure-text.ts';
import type { Fit } from './describe-fit.ts';
import styles from './fitted-curves.module.css';

interface CurveArmsProps {
  readonly fits: ReadonlyMap<ArmId, Fit>;
  /** Points at a curve without choosing it; null: at none. */
  readonly onPoint: (armId: ArmId | null) => void;
}

export function CurveArms({ fits, onPoint }: CurveArmsProps) {
  const arms = usePlayground((state) => state.experiment.arms);
  const inFront = usePlayground((state) => state.curveInFront);
  const putInFront = usePlayground((state) => state.putCurveInFront);
  return (
    <ul className={styles.arms} aria-label="Curves">
      {arms.map((arm) => {
        const isChosen = inFront === arm.id;
        const fit = fits.get(arm.id);
        return (
          <li key={arm.id}>
            <Button
              look="quiet"
              className={styles.arm}
              aria-pressed={isChosen}
              title={isChosen ? 'All curves alike' : 'This curve in front'}
              onClick={() => putInFront(isChosen ? null : arm.id)}
              onPointerEnter={() => onPoint(arm.id)}
              onPointerLeave={() => onPoint(null)}
            >
              <ArmMarker armId={arm.id} />
              {armName(arm)}
            </Button>
            {fit && <span className={styles.distance}>{decimals(2)(fit.typical)} off</span>}
          </li>
        );
      })}
    </ul>
  );
}
