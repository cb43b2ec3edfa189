/** The direct labels: the name and the present figure of each line, beside its newest point. */
import { axisX, labelRange, markY } from './chart-frame-geometry.ts';
import type { ChartScale } from './chart-frame-geometry.ts';
import { endLabels, hasLabel } from './draw/series-end-labels.ts';
import { placeLabels } from './draw/series-labels.ts';
import type { DrawnSeries, Measure } from './data/series-types.ts';
import styles from './chart-frame.module.css';

interface EndLabelsProps {
  readonly scale: ChartScale;
  readonly series: readonly DrawnSeries[];
  readonly measure: Measure;
}

export function EndLabels({ scale, series, measure }: EndLabelsProps) {
  const labelled = labelledSeries(series, scale);
  const texts = labelTexts(labelled, measure, scale.layout.narrow);
  const newest = newestX(scale, labelled);
  const room = scale.layout.labelWidth + 2 * scale.layout.labelGap;
  const isApart = (one: DrawnSeries) => hasEnded(one) && newest - endX(scale, one) > room;
  const [apart, others] = divide(labelled, isApart);
  return (
    <>
      {clustersOf(scale, apart, room).map((cluster) => (
        <LabelColumn key={cluster[0]?.id} {...{ scale, texts }} labelled={cluster} isApart />
      ))}
      {columnsOf(scale, others, room).map((column, i) => (
        <LabelColumn key={i} {...{ scale, texts }} labelled={column} />
      ))}
    </>
  );
}

/** The labels of the reference stand for themselves until those of the run come near. */
function columnsOf(scale: ChartScale, labelled: readonly DrawnSeries[], room: number) {
  const [reference, own] = divide(labelled, ({ isReference }) => isReference);
  const distance = Math.abs(newestX(scale, reference) - newestX(scale, own));
  return distance < room ? [labelled] : [own, reference];
}

/** Each stands beside its own end; those that would run into each other make room. */
function clustersOf(scale: ChartScale, apart: readonly DrawnSeries[], room: number) {
  const clusters: DrawnSeries[][] = [];
  for (const one of apart.toSorted((a, b) => endX(scale, a) - endX(scale, b))) {
    const before = clusters.at(-1);
    if (before && endX(scale, one) - newestX(scale, before) < room) before.push(one);
    else clusters.push([one]);
  }
  return clusters;
}

function divide(labelled: readonly DrawnSeries[], isFirst: (one: DrawnSeries) => boolean) {
  return [labelled.filter(isFirst), labelled.filter((one) => !isFirst(one))] as const;
}

function newestX(scale: ChartScale, labelled: readonly DrawnSeries[]): number {
  return Math.max(-Infinity, ...labelled.map((one) => endX(scale, one)));
}

interface LabelColumnProps {
  readonly scale: ChartScale;
  readonly labelled: readonly DrawnSeries[];
  /** Of all labels, by the lines’ ids. */
  readonly texts: ReadonlyMap<string, string>;
  /** Each beside its own end, not all beside the newest. */
  readonly isApart?: boolean;
}

function LabelColumn({ scale, labelled, texts, isApart = false }: LabelColumnProps) {
  const { layout } = scale;
  const wanted = labelled.map((one) => endY(scale, one));
  const placed = placeLabels(wanted, labelHeight(scale), labelRange(layout));
  const x = newestX(scale, labelled);
  return labelled.map((one, i) => (
    <g key={one.id}>
      <Leader {...{ one, scale, x }} from={wanted[i] ?? 0} to={placed[i] ?? 0} />
      <EndLabel
        one={one}
        x={(isApart ? endX(scale, one) : x) + layout.labelGap}
        y={placed[i] ?? 0}
        text={texts.get(one.id) ?? ''}
      />
    </g>
  ));
}

/** With more owners, labels for all lines would be a list that nobody reads; the readout has all figures. */
const MOST_LABELLED_IN_FULL = 4;

/** The lines with labels: with many owners, or where there is no room for all, the main lines alone. */
function labelledSeries(series: readonly DrawnSeries[], scale: ChartScale): readonly DrawnSeries[] {
  const [top, bottom] = labelRange(scale.layout);
  const labelled = series.filter(isLabelled);
  const owners = new Set(
    series
      .filter(({ isReference, owner }) => !isReference && owner.isMinor !== true)
      .map(({ owner }) => owner),
  );
  const hasRoom = (labelled.length - 1) * labelHeight(scale) <= bottom - top;
  if (hasRoom && owners.size <= MOST_LABELLED_IN_FULL) return labelled;
  return labelled.filter(({ isMain }) => isMain);
}

function labelHeight({ layout }: ChartScale): number {
  return layout.fontSize * 1.12;
}

/** Who stopped needs one label, and so does an owner of the reference. */
function isLabelled(one: DrawnSeries): boolean {
  if (one.end.epoch < 0 || one.owner.isMinor === true || !hasLabel(one.kind)) return false;
  return one.isMain || !(one.isReference || hasEnded(one));
}

/** Whether a line ended early, so that its label may stand beside its own end, clear of the other labels. */
function hasEnded({ stopped, end, last, isReference }: DrawnSeries): boolean {
  return !isReference && stopped !== null && end.epoch === last;
}

/** The texts of the labels, by the lines' ids. */
function labelTexts(
  labelled: readonly DrawnSeries[],
  measure: Measure,
  narrow: boolean,
): ReadonlyMap<string, string> {
  const ends = labelled.map((one) => ({
    ...one,
    value: one.values[one.end.epoch] ?? NaN,
    hasEnded: hasEnded(one),
  }));
  const texts = endLabels(ends, measure, narrow);
  return new Map(labelled.map(({ id }, index) => [id, texts[index] ?? '']));
}

/** Lines that reach the last of some values have their labels beyond the axis, which goes on a little. */
function endX(scale: ChartScale, { end, pace }: DrawnSeries): number {
  const { values } = scale.places;
  if (values && end.epoch === values.length - 1) return scale.layout.right;
  return axisX(scale, end.epoch * pace);
}

function endY(scale: ChartScale, { end }: DrawnSeries): number {
  return markY(scale, end.drawn);
}

interface EndLabelProps {
  readonly one: DrawnSeries;
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

function EndLabel({ one, x, y, text }: EndLabelProps) {
  const weight = one.isMain ? styles.endLabel : styles.endLabelOther;
  return (
    <text
      x={x}
      y={y}
      dy="0.35em"
      fill={one.isReference ? 'var(--ink-2)' : one.owner.textColor}
      className={one.isReference ? styles.endLabelReference : weight}
    >
      {text}
    </text>
  );
}

interface LeaderProps {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly one: DrawnSeries;
  readonly scale: ChartScale;
}

/** Ties a label to its line where it had to make room. */
function Leader({ x, from, to, one, scale }: LeaderProps) {
  const { fontSize, labelGap } = scale.layout;
  // A line that ends before the others is not tied: its leader would look like more of it.
  if (hasEnded(one) || x - endX(scale, one) >= fontSize) return null;
  if (Math.abs(from - to) < fontSize * 0.25) return null;
  const d = `M${x + 2},${from}L${x + labelGap - 2},${to}`;
  const stroke = one.isReference ? 'var(--ink-2)' : one.owner.color;
  return <path d={d} className={styles.leader} stroke={stroke} />;
}
