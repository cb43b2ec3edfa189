/** One validation row as a panel shows it: an image, or the features that stand out. */
import type { ShownExample, Trait } from '../../protocol/views.ts';
import type { LaneLook } from './view-maker.ts';

const MOST_TRAITS = 3;

export type ExampleSource = Pick<LaneLook, 'plan' | 'dataset' | 'split'>;

export function shownExample(source: ExampleSource, row: number): ShownExample {
  const { plan, dataset } = source;
  const trueClass = plan.data.validation.targets[row] ?? NaN;
  return dataset.image
    ? { row, trueClass, ink: inkOf(source, row), traits: [] }
    : { row, trueClass, ink: null, traits: traitsOf(source, row) };
}

function inkOf({ split }: ExampleSource, row: number): Uint8Array {
  const { count, features, featureScale } = split.originalValidation;
  const width = features.length / count;
  return Uint8Array.from(features.subarray(row * width, (row + 1) * width), (value) =>
    Math.round(255 * value * featureScale),
  );
}

/** Few features in their order; of many those that lie furthest from their mean in training. */
function traitsOf({ plan, split }: ExampleSource, row: number): Trait[] {
  const { count, features, featureScale } = split.originalValidation;
  const width = features.length / count;
  const own = (feature: number) => (features[row * width + feature] ?? NaN) * featureScale;
  const traits = Array.from({ length: width }, (_, feature) => ({ feature, value: own(feature) }));
  if (width <= MOST_TRAITS) return traits;
  const { validation } = plan.data;
  const distance = ({ feature }: Trait) =>
    Math.abs((validation.features[row * width + feature] ?? 0) * validation.featureScale);
  return traits.sort((a, b) => distance(b) - distance(a)).slice(0, MOST_TRAITS);
}
