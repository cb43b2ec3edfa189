/** Where a foretold area lies in a chart, and where its label does. */
import { axisX, markY, valueY } from '../chart-frame-geometry.ts';
import type { ChartScale } from '../chart-frame-geometry.ts';
import type { DrawnSeries, Prediction } from '../data/series-types.ts';

/** As much of it as the axis shows, and a line at its edge where it shows none. */
export function predictedArea(
  scale: ChartScale,
  { from, to, low, high }: Omit<Prediction, 'label'>,
) {
  return {
    ...{ left: axisX(scale, from), right: axisX(scale, to) },
    ...{ upper: markY(scale, high), lower: markY(scale, low) },
  };
}

/** What of a line can be in the way. */
type Crossing = Pick<DrawnSeries, 'points' | 'pace' | 'end' | 'isMain'>;

/**
 * The end of its base line: above the area, within it or below, whichever is crossed by the fewest lines and labels
 * at their ends. Null: the chart is too narrow for it, and the area speaks for itself.
 */
export function predictionLabelPlace(
  scale: ChartScale,
  prediction: Prediction,
  series: readonly Crossing[],
): { readonly x: number; readonly y: number } | null {
  const { top, bottom, fontSize } = scale.layout;
  const { right, upper, lower } = predictedArea(scale, prediction);
  const x = right - 0.3 * fontSize;
  const left = x - CHARACTER * prediction.label.length * fontSize;
  if (left < scale.layout.left) return null;
  const inside = lower - upper > 1.4 * fontSize ? [upper + fontSize, lower - 0.4 * fontSize] : [];
  const places = [upper - 0.4 * fontSize, ...inside, lower + fontSize].filter(
    // At the foot it is said that the axis does not begin at 0.
    (y) => y - fontSize >= top && y <= bottom - 1.4 * fontSize,
  );
  const isInWay = (box: Box, y: number) =>
    box.right >= left && box.left <= x && box.top < y + 0.3 * fontSize && box.bottom > y - fontSize;
  const crossed = (y: number) =>
    series.filter((one) => boxesOf(scale, one).some((box) => isInWay(box, y))).length;
  const [first = upper + fontSize, ...others] = places;
  return { x, y: others.reduce((best, y) => (crossed(y) < crossed(best) ? y : best), first) };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Around each piece of a line, and around the label at its end. */
function boxesOf(scale: ChartScale, { points, pace, end, isMain }: Crossing): readonly Box[] {
  const { fontSize, labelGap, labelWidth } = scale.layout;
  const pieces = points.flatMap(({ epoch, value }, index) => {
    if (value === null) return [];
    const before = points[index - 1];
    const [x0, x1] = [axisX(scale, (before?.epoch ?? epoch) * pace), axisX(scale, epoch * pace)];
    const [y0, y1] = [valueY(scale, before?.value ?? value), valueY(scale, value)];
    return [{ left: x0, right: x1, top: Math.min(y0, y1), bottom: Math.max(y0, y1) }];
  });
  if (!isMain || end.epoch < 0) return pieces;
  const [x, y] = [axisX(scale, end.epoch * pace) + labelGap, markY(scale, end.drawn)];
  const label = { left: x, right: x + labelWidth, top: y - fontSize / 2, bottom: y + fontSize / 2 };
  return [...pieces, label];
}

/** The width of one in bold type, of the size of type. */
const CHARACTER = 0.58;
