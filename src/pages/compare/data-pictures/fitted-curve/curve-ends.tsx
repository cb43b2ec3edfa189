/** The arms' letters where their curves end, beside the frame. */
import type { ArmId } from '../../../../experiment/experiment.ts';
import type { FittedCurveView } from '../../../../protocol/views.ts';
import { armStyle } from '../../../../ui/arm-style.ts';
import { placeLabels } from '../../../../ui/chart/draw/series-labels.ts';
import type { ArmPicture } from '../../shared/use-pictures.ts';
import { FRAME } from './curve-scale.ts';
import type { CurveScale } from './curve-scale.ts';
import styles from './fitted-curves.module.css';

/** Between the middles of two letters, of the frame's height. */
const GAP = 5;

interface CurveEndsProps {
  readonly curves: readonly ArmPicture<FittedCurveView>[];
  readonly scale: CurveScale;
  readonly inFront: ArmId | null;
}

export function CurveEnds({ curves, scale, inFront }: CurveEndsProps) {
  const wanted = curves.map(({ picture }) => scale.top(picture.values.at(-1) ?? NaN));
  const places = placeLabels(wanted, GAP, [0, FRAME.height]);
  return (
    <div className={styles.ends} aria-hidden="true">
      {curves.map(({ armId }, index) => (
        <span
          key={armId}
          data-faint={inFront !== null && armId !== inFront}
          style={{
            top: `${(100 * (places[index] ?? 0)) / FRAME.height}%`,
            color: armStyle(armId).textColor,
          }}
        >
          {armId}
        </span>
      ))}
    </div>
  );
}
