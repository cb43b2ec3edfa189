/** The values of all arms at the epoch being read, beside its rule. For the eye: the slider says the same. */
import { ArmMarker } from './arm-marker.tsx';
import { epochX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { readEpoch } from './series-describe.ts';
import type { Measure, Series } from './series-types.ts';
import styles from './chart-frame.module.css';

interface ReadoutProps {
  readonly scale: ChartScale;
  readonly series: readonly Series[];
  readonly measure: Measure<string>;
  readonly epoch: number;
  /** What happened there. */
  readonly events: readonly string[];
}

export function Readout({ scale, series, measure, epoch, events }: ReadoutProps) {
  const { layout } = scale;
  const x = epochX(scale, epoch);
  const gap = layout.fontSize * 0.8;
  const onTheLeft = x > layout.left + 0.6 * (layout.right - layout.left);
  const side = onTheLeft ? { right: layout.width - x + gap } : { left: x + gap };
  // Where the curves are not: accuracies are high up, losses low down.
  const level =
    measure.best === 'highest' ? { bottom: layout.axisHeight + gap } : { top: layout.top };
  return (
    <div className={styles.readout} style={{ ...side, ...level }} aria-hidden="true">
      <table>
        <thead>
          <tr>
            <th>Epoch {epoch}</th>
            <td>val</td>
            <td>train</td>
          </tr>
        </thead>
        <tbody>
          {readEpoch(series, epoch).map(({ arm, validation, training }) => (
            <tr key={arm.armId}>
              <th>
                <ArmMarker armId={arm.armId} /> {arm.armId}
              </th>
              <td className={styles.validationValue}>{measure.formatExact(validation)}</td>
              <td>{measure.formatExact(training)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <ul>
        {events.map((event) => (
          <li key={event}>{event}</li>
        ))}
      </ul>
    </div>
  );
}
