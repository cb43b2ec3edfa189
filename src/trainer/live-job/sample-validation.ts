/** A few validation images of every class, for the page to ask the networks about. */
import type { Dataset } from '../../datasets/dataset.ts';
import type { Examples } from '../../engine/batches/examples.ts';
import type { ValidationExample } from '../../protocol/messages.ts';

const OF_EACH_CLASS = 2;

/** Class by class, the first ones of each, as the networks take them; none of a set without images. */
export function sampleValidation(
  validation: Examples,
  { image, outputs }: Pick<Dataset, 'image' | 'outputs'>,
): ValidationExample[] {
  if (!image) return [];
  const width = validation.features.length / validation.count;
  const rows = Array.from(validation.targets.keys());
  return Array.from({ length: outputs }, (_, label) =>
    rows.filter((row) => validation.targets[row] === label).slice(0, OF_EACH_CLASS),
  )
    .flat()
    .map((row) => ({
      row,
      trueLabel: validation.targets[row] ?? NaN,
      features: Float32Array.from(
        validation.features.subarray(row * width, (row + 1) * width),
        (value) => value * validation.featureScale,
      ),
    }));
}
