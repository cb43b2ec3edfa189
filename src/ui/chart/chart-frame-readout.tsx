/** The values of all owners at the place being read, beside its rule. For the eye: the slider says the same. */
import { Marker } from '../marker.tsx';
import { axisX } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { OwnerReading } from './draw/series-describe.ts';
import { axisShare } from './axis/series-domain.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import type { DrawnSeries, Measure } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface ReadoutProps {
  readonly series: readonly DrawnSeries[];
  readonly scale: ChartScale;
  readonly places: PlaceAxis;
  readonly readings: readonly OwnerReading[];
  readonly measure: Measure;
  readonly at: number;
  /** What happened there. */
  readonly events: readonly string[];
}

export function Readout({ series, scale, places, readings, measure, at, events }: ReadoutProps) {
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
              <th>{places.placeText(at)}</th>
              {measure.lines.map(({ name, short }) => (
                <td key={name}>{short === '' ? name : short}</td>
              ))}
            </tr>
          </thead>
          <tbody>
            {readings.map((reading) => (
              <ReadoutRow
                key={`${reading.isReference} ${reading.owner.id}`}
                {...{ places, reading, measure }}
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
  readonly places: PlaceAxis;
  readonly reading: OwnerReading;
  readonly measure: Measure;
}

function ReadoutRow({ places, reading, measure }: ReadoutRowProps) {
  const { owner, isReference, epoch, cells } = reading;
  const seeds = cells.find((cell) => cell.seeds !== '')?.seeds ?? '';
  return (
    <tr className={isReference ? styles.referenceRow : undefined}>
      <th>
        {isReference ? 'ref' : <Marker look={owner} />} {owner.label}
        {places.ownPlaceText !== null && Number.isFinite(epoch) && (
          <small> {places.ownPlaceText(epoch)}</small>
        )}
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
