/**
 * What stands on the lines: the best epoch (hollow), those that were restored (filled), single points,
 * and where lanes ended before the others a cross (diverged) or a bar (stopped early). They stand at the
 * figures themselves, also where the line is smoothed.
 */
import { markerPath } from './draw/series-marker.ts';
import { lonePoints } from './data/series-collect.ts';
import { axisX, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import type { DrawnSeries } from './data/series-types.ts';
import { isWithin } from './data/series-window.ts';
import styles from './chart-frame.module.css';

/** Of what comes after the epoch looked back at. */
export const LATER_OPACITY = 0.3;

interface SeriesMarksProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
}

export function SeriesMarks({ scale, series }: SeriesMarksProps) {
  return series
    .filter(({ isReference }) => !isReference)
    .map((one) => (
      <g key={one.id} style={{ color: one.owner.color }}>
        <Marks {...{ scale, one }} kind="point" places={pointsOf(one)} />
        <Marks
          {...{ scale, one }}
          kind="best"
          places={[one.best, one.laterBest].filter((best) => best >= 0).map((epoch) => ({ epoch }))}
        />
        <Marks {...{ scale, one }} kind="restored" places={one.restored.map(restoredAtEnd(one))} />
        <Marks {...{ scale, one }} kind="parting" places={one.isMain ? one.partings : []} />
        <Marks {...{ scale, one }} kind="stop" places={stopOf(one)} />
      </g>
    ));
}

/** The points of a line: all of them where its kind has points, else those that no line would show. */
function pointsOf({ kind, points }: DrawnSeries): readonly Place[] {
  return kind.points === undefined
    ? lonePoints(points)
    : points.filter(({ value }) => value !== null);
}

interface Place {
  readonly epoch: number;
  /** Why lanes ended there. */
  readonly kind?: string | null;
  /** When it came about, if not there. */
  readonly since?: number;
}

type MarkKind = 'point' | 'best' | 'restored' | 'parting' | 'stop';

interface MarksProps {
  readonly scale: ChartScale;
  readonly one: DrawnSeries;
  readonly kind: MarkKind;
  readonly places: readonly Place[];
}

function Marks({ scale, one, kind, places }: MarksProps) {
  return places
    .filter(({ epoch }) => isWithin(one.pace, epoch, scale.window))
    .map((place, index) => (
      <path
        key={index}
        {...markShape(kind, one, place, scale.layout.fontSize)}
        transform={transformOf(scale, one, place.epoch)}
        data-mark={kind}
        {...((place.since ?? place.epoch) > (one.upTo ?? Infinity) && {
          opacity: LATER_OPACITY,
          'data-later': true,
        })}
      />
    ));
}

function markShape(kind: MarkKind, one: DrawnSeries, place: Place, fontSize: number) {
  const { markerShape } = one.owner;
  switch (kind) {
    case 'point':
      return {
        d: markerPath(markerShape, fontSize * 0.3),
        className:
          (one.kind.points ?? (one.isMain ? 'filled' : 'hollow')) === 'filled'
            ? styles.point
            : styles.hollow,
      };
    case 'best':
      return { d: markerPath(markerShape, fontSize * 0.38), className: styles.hollow };
    case 'restored':
      return { d: markerPath(markerShape, fontSize * 0.48), className: styles.restored };
    case 'parting':
      return { d: endPath(place.kind, fontSize * 0.3), className: styles.parting };
    case 'stop':
      return { d: endPath(place.kind, fontSize * 0.45), className: styles.stop };
  }
}

/** An epoch is restored at the end, and not before. */
function restoredAtEnd({ last }: DrawnSeries) {
  return ({ epoch }: { readonly epoch: number }): Place => ({ epoch, since: last });
}

/** A bar where it was stopped early, else a cross. */
export function endPath(kind: string | null | undefined, size: number): string {
  const corner = size * 0.75;
  return kind === 'stoppedEarly'
    ? `M0,${-size}V${size}`
    : `M${-corner},${-corner}L${corner},${corner}M${-corner},${corner}L${corner},${-corner}`;
}

function stopOf({ stopped, last }: DrawnSeries): readonly Place[] {
  return stopped !== null && last >= 0 ? [{ epoch: last, kind: stopped }] : [];
}

function transformOf(scale: ChartScale, { pace, values }: DrawnSeries, epoch: number): string {
  const [x, y] = [axisX(scale, epoch * pace), markY(scale, values[epoch] ?? NaN)];
  return `translate(${x.toFixed(1)} ${y.toFixed(1)})`;
}
