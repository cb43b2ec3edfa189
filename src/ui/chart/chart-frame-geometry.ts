/**
 * Where things are in a chart. The plot area follows from the size and the type alone (Recharts is
 * given fixed margins and axis sizes), so marks and labels need not ask Recharts for it.
 */
import { placeOfShare, shareOfPlace } from './axis/place-axis.ts';
import type { PlaceAxis } from './axis/place-axis.ts';
import { axisShare } from './axis/series-domain.ts';
import type { ValueAxis } from './axis/value-axis.ts';
import type { AxisWindow } from './data/series-window.ts';

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
  readonly maxValueTicks: number;
}

/** Up to this many times the size of type a chart is narrow. */
const NARROW = 32;

/** `hasPins`: numbers in rings stand over the plot. */
export function chartLayout(size: ChartSize, hasPins = false): ChartLayout {
  const { width, height, fontSize } = size;
  const narrow = width < NARROW * fontSize;
  const axisWidth = Math.round(fontSize * 3.6);
  const axisHeight = Math.round(fontSize * 1.9);
  const widest = narrow ? size.shortLabelWidth : size.labelWidth;
  const labelGap = Math.round(fontSize * 0.7);
  const margin = {
    top: Math.round(fontSize * (hasPins ? 2 : 0.7)),
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
    maxValueTicks: between(3, Math.floor((bottom - margin.top) / (fontSize * 2.2)) + 1, 8),
  };
}

/** How many numbers up to one of so many characters there is room for below the axis. */
export function maxPlaceTicks(layout: ChartLayout, characters: number): number {
  const { left, right } = layout;
  return between(2, Math.floor((right - left) / tickRoom(layout, characters)) + 1, 8);
}

/** The width of so many characters below the axis, with a gap. */
export function tickRoom({ fontSize }: ChartLayout, characters: number): number {
  return (0.62 * characters + 1.2) * fontSize;
}

/** Where labels at the ends of lines may be centred: the lowest stays clear of the axis and of its name. */
export function labelRange({ top, bottom, fontSize }: ChartLayout): readonly [number, number] {
  return [top, bottom - 0.6 * fontSize];
}

/** From data to pixels. */
export interface ChartScale {
  readonly layout: ChartLayout;
  /** Across: in epochs, in steps, or in places of values. */
  readonly places: Pick<PlaceAxis, 'values'>;
  readonly window: AxisWindow;
  readonly axis: ValueAxis;
}

export function axisX(scale: ChartScale, at: number): number {
  const { left, right } = scale.layout;
  const { from, to } = scale.window;
  const { values } = scale.places;
  const share = values ? shareOfPlace(values, at) : (at - from) / (to - from);
  return left + share * (right - left);
}

/** The place on the axis under a pixel. */
export function axisAt(scale: ChartScale, x: number): number {
  const { left, right } = scale.layout;
  const { from, to } = scale.window;
  const { values } = scale.places;
  const share = (x - left) / (right - left);
  return values ? placeOfShare(values, share) : from + share * (to - from);
}

const POINTING_PX = 4;

/** Values far beyond the axis only stay off the picture: svg has its limits. */
const FAR = 20;

export function valueY({ layout, axis }: ChartScale, value: number): number {
  const share = between(-FAR, axisShare(axis, value), FAR);
  return layout.bottom - share * (layout.bottom - layout.top);
}

/** The same for marks: what is beyond the axis is put at its edge. */
export function markY(scale: ChartScale, value: number): number {
  return between(scale.layout.top, valueY(scale, value), scale.layout.bottom);
}

/** How far a pointer may be from a mark that it reads: half an epoch, in long runs some pixels. */
export function readingReach({ layout, window: { from, to } }: ChartScale, pace: number): number {
  return Math.max(0.5 * pace, (POINTING_PX * (to - from)) / (layout.right - layout.left));
}

function between(least: number, value: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
