/**
 * Where things are in a chart. The plot area follows from the size and the type alone (Recharts is
 * given fixed margins and axis sizes), so marks and labels need not ask Recharts for it.
 */
import type { ValueAxis } from './series-domain.ts';

/** Measured, in CSS pixels. */
export interface ChartSize {
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  /** Of the widest label at the end of a line, in its long and its short form. */
  readonly labelWidth: number;
  readonly shortLabelWidth: number;
}

export interface ChartLayout extends ChartSize {
  /** Little room: shorter labels, fewer ticks. */
  readonly narrow: boolean;
  readonly margin: { readonly top: number; readonly right: number; readonly bottom: 0; left: 0 };
  readonly axisWidth: number;
  readonly axisHeight: number;
  /** Between the end of a line and its label. */
  readonly labelGap: number;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly maxEpochTicks: number;
  readonly maxValueTicks: number;
}

/** Up to this many times the size of type a chart is narrow. */
const NARROW = 32;

export function chartLayout(size: ChartSize): ChartLayout {
  const { width, height, fontSize } = size;
  const narrow = width < NARROW * fontSize;
  const axisWidth = Math.round(fontSize * 3.6);
  const axisHeight = Math.round(fontSize * 1.9);
  const widest = narrow ? size.shortLabelWidth : size.labelWidth;
  const labelGap = Math.round(fontSize * 0.7);
  const margin = {
    top: Math.round(fontSize * 0.7),
    right: Math.ceil(Math.min(widest, width / 2) + labelGap),
    bottom: 0,
    left: 0,
  } as const;
  const [right, bottom] = [width - margin.right, height - axisHeight];
  return {
    ...size,
    ...{ narrow, margin, axisWidth, axisHeight, labelGap, right, bottom },
    left: axisWidth,
    top: margin.top,
    maxEpochTicks: between(2, Math.floor((right - axisWidth) / (fontSize * 3.2)) + 1, 8),
    maxValueTicks: between(3, Math.floor((bottom - margin.top) / (fontSize * 2.2)) + 1, 8),
  };
}

/** From data to pixels. */
export interface ChartScale {
  readonly layout: ChartLayout;
  /** The last epoch of the axis, 1 or more. */
  readonly epochs: number;
  readonly axis: ValueAxis;
}

export function epochX({ layout, epochs }: ChartScale, epoch: number): number {
  return layout.left + (epoch / epochs) * (layout.right - layout.left);
}

const POINTING_PX = 4;

/** Values far beyond the axis only stay off the picture: svg has its limits. */
const FAR = 20;

export function valueY({ layout, axis }: ChartScale, value: number): number {
  const share = between(-FAR, (value - axis.low) / (axis.high - axis.low), FAR);
  return layout.bottom - share * (layout.bottom - layout.top);
}

/** The same for marks: what is beyond the axis is put at its edge. */
export function markY(scale: ChartScale, value: number): number {
  return between(scale.layout.top, valueY(scale, value), scale.layout.bottom);
}

/** How far a pointer may be from a mark that it reads, in epochs: half of one, in long runs some pixels. */
export function readingReach({ layout, epochs }: ChartScale): number {
  return Math.max(0.5, (POINTING_PX * epochs) / (layout.right - layout.left));
}

/** The whole epoch nearest to a pixel, from 0 to `latest`. */
export function nearestEpoch({ layout, epochs }: ChartScale, x: number, latest: number): number {
  const share = (x - layout.left) / (layout.right - layout.left);
  return between(0, Math.round(share * epochs), latest);
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
