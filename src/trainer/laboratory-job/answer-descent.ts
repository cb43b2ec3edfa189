/** Double descent on digits: rows as every training has them, and fits in closed form. */
import { STREAM, makeKey } from '../../base/random.ts';
import { doubleDescent, featureCounts } from '../../closed-forms/double-descent.ts';
import type { DescentPoint, LabelledImages } from '../../closed-forms/double-descent.ts';
import type { LoadContext } from '../../datasets/dataset.ts';
import { digits } from '../../datasets/sets/digits.ts';
import { loadSplit } from '../../datasets/splitting/split.ts';
import type { Examples } from '../../engine/batches/examples.ts';
import type { DescentSettings } from '../../protocol/laboratory-messages.ts';

/** They judge, and train nothing: the same rows for every number of training examples. */
const TEST_ROWS = 500;

export async function* answerDescent(
  { trainingExamples, wrongLabelShare, lambda, seed }: DescentSettings,
  context: LoadContext,
  counts: readonly number[] = featureCounts(trainingExamples),
): AsyncGenerator<DescentPoint> {
  const { training, validation } = await loadSplit(
    {
      ...{ dataset: digits, trainingExamples, validationExamples: TEST_ROWS, wrongLabelShare },
      ...{ noise: 0, seed, replicate: 0, fold: 0 },
    },
    context,
  );
  yield* doubleDescent(
    {
      ...{ training: imagesOf(training), test: imagesOf(validation), classes: digits.outputs },
      ...{ lambda, key: makeKey(seed, STREAM.randomFeatures) },
    },
    counts,
  );
}

function imagesOf({ features, featureScale, targets }: Examples): LabelledImages {
  return { pixels: Float64Array.from(features, (pixel) => pixel * featureScale), labels: targets };
}
