/** The curves of all arms, each in its colour; where one stands in front the others are faint beneath it. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { FittedCurveView } from '../../../../protocol/views.ts';
import { armStyle } from '../../../../ui/arm-style.ts';
import type { ArmPicture } from '../../shared/use-pictures.ts';
import { curvePath } from './curve-scale.ts';
import type { CurveScale } from './curve-scale.ts';
import styles from './fitted-curves.module.css';

interface CurveLinesProps {
  readonly curves: readonly ArmPicture<FittedCurveView>[];
  readonly scale: CurveScale;
  readonly inFront: ArmId | null;
}

export function CurveLines({ curves, scale, inFront }: CurveLinesProps) {
  const front = (armId: ArmId) => Number(armId === inFront);
  const fromBehind = curves.toSorted((a, b) => front(a.armId) - front(b.armId));
  return fromBehind.map(({ armId, picture }) => (
    <path
      key={armId}
      className={styles.curve}
      data-faint={inFront !== null && armId !== inFront}
      style={{ stroke: armStyle(armId).color }}
      d={curvePath(picture.values, scale)}
    />
  ));
}
