/** The values of all arms at the place being read, beside its rule. For the eye: the slider says the same. */
import { ArmMarker } from '../arm-marker.tsx';
import { axisX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { placeText } from './draw/series-describe.ts';
import type { ArmReading } from './draw/series-describe.ts';
import { axisShare } from './axis/series-domain.ts';
import type { AxisUnit, DrawnSeries, Measure } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface ReadoutProps {
  readonly series: readonly DrawnSeries[];
  readonly scale: ChartScale;
  readonly unit: AxisUnit;
  readonly readings: readonly ArmReading[];
  readonly measure: Measure<string>;
  readonly at: number;
  /** What happened there. */
  readonly events: readonly string[];
}

export function Readout({ series, scale, unit, readings, measure, at, events }: ReadoutProps) {
  const { layout } = scale;
  const x = axisX(scale, at);
  const gap = layout.fontSize * 0.8;
  const onTheLeft = x > layout.left + 0.55 * (layout.right - layout.left);
  const level = isMostlyHigh(series, scale, onTheLeft)
    ? { bottom: layout.axisHeight + gap }
    : { top: layout.top };
  return (
    <div
      className={styles.readoutRow}
      style={{ ...level, flexDirection: onTheLeft ? 'row-reverse' : 'row' }}
      aria-hidden="true"
    >
      {/* Gives way where the readout would else leave the chart. */}
      <span style={{ flexBasis: (onTheLeft ? layout.width - x : x) + gap }} />
      <div className={styles.readout}>
        <table>
          <thead>
            <tr>
              <th>{placeText(unit, at)}</th>
              {measure.lines.map(({ name, short }) => (
                <td key={name}>{short === '' ? name : short}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <ReadoutRow
                key={`${reading.isReference} ${reading.arm.armId}`}
                {...{ unit, reading, measure }}
              />
            ))}
          </tbody>
        </table>
        <ul>
          {events.map((event) => (
            <li key={event}>{event}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Whether the curves of one half of the chart are in its upper half: the readout is where they are not. */
function isMostlyHigh(
  series: readonly DrawnSeries[],
  { axis, window }: ChartScale,
  onTheLeft: boolean,
): boolean {
  const middle = (window.from + window.to) / 2;
  const shares = series.flatMap(({ points, pace }) =>
    points
      .filter(({ epoch, value }) => value !== null && epoch * pace < middle === onTheLeft)
      .map(({ value }) => axisShare(axis, value ?? NaN)),
  );
  return shares.filter((share) => share > 0.5).length > shares.length / 2;
}

interface ReadoutRowProps {
  readonly unit: AxisUnit;
  readonly reading: ArmReading;
  readonly measure: Measure<string>;
}

function ReadoutRow({ unit, reading, measure }: ReadoutRowProps) {
  const { arm, isReference, epoch, cells } = reading;
  const seeds = cells.find((cell) => cell.seeds !== '')?.seeds ?? '';
  return (
    <tr className={isReference ? styles.referenceRow : undefined}>
      <th>
        {isReference ? 'ref' : <ArmMarker armId={arm.armId} />} {arm.armId}
        {unit === 'steps' && Number.isFinite(epoch) && <small> epoch {epoch}</small>}
        {seeds !== '' && <small> {seeds}</small>}
      </th>
      {cells.map(({ kind, value, spread }, index) => (
        <td key={kind.name} className={index === 0 ? styles.mainValue : undefined}>
          {measure.formatExact(value)}
          {Number.isFinite(spread) && (
            <small className={styles.spread}> ±{measure.formatSpread(spread)}</small>
          )}
        </td>
      ))}
    </tr>
  );
}
