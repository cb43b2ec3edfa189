/** A point in words: "inner at 0.52, −0.3". */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { OwnPoint } from '../../../../datasets/own/own-points.ts';
import { className } from '../../microscope/shared/class-name.ts';

export function pointText(dataset: Dataset, [x, y, label]: OwnPoint): string {
  const [left, right] = [x, y].map((value) => String(value).replace('-', '−'));
  return `${className(dataset, label)} at ${left ?? ''}, ${right ?? ''}`;
}
