/** One validation row as a panel shows it: an image, or the features that stand out. */
import { fitStandardization } from '../../datasets/splitting/standardization.ts';
import type { Scaling } from '../../datasets/splitting/standardization.ts';
import type { Examples } from '../../engine/batches/examples.ts';
import type { ShownExample, Trait } from '../../protocol/views.ts';
import type { LaneLook } from './view-maker.ts';

const MOST_TRAITS = 3;
/** In standard deviations from the mean. */
const UNUSUAL = 1;

export type ExampleSource = Pick<LaneLook, 'plan' | 'dataset' | 'split'>;

export function shownExample(source: ExampleSource, row: number): ShownExample {
  const { plan, dataset } = source;
  const trueClass = plan.data.validation.targets[row] ?? NaN;
  return dataset.image
    ? { row, trueClass, ink: inkOf(source.split.originalValidation, row), traits: [] }
    : { row, trueClass, ink: null, traits: traitsOf(source, row) };
}

/** Of an image, as `ShownExample` has it. */
export function inkOf({ count, features, featureScale }: Examples, row: number): Uint8Array {
  const width = features.length / count;
  return Uint8Array.from(features.subarray(row * width, (row + 1) * width), (value) =>
    Math.round(255 * value * featureScale),
  );
}

/** Few features in their order; of many those furthest from their mean in training, one at least. */
export function traitsOf({ plan, dataset, split }: ExampleSource, row: number): Trait[] {
  const { count, features, featureScale } = split.originalValidation;
  const width = features.length / count;
  const own = (feature: number) => (features[row * width + feature] ?? NaN) * featureScale;
  const all = Array.from({ length: width }, (_, feature) => ({ feature, value: own(feature) }));
  // Of what is missing in a table there is nothing to show.
  const traits = all.filter(({ value }) => !Number.isNaN(value));
  if (width <= MOST_TRAITS) return traits;
  const { validation } = plan.data;
  const places = dataset.standardizes.numbers ? placesIn(split.training) : null;
  const distance = ({ feature }: Trait) => {
    const value = (validation.features[row * width + feature] ?? 0) * validation.featureScale;
    const { mean, scale } = places?.[feature] ?? STANDARDIZED;
    return Math.abs((value - mean) * scale);
  };
  traits.sort((a, b) => distance(b) - distance(a));
  return traits.slice(0, MOST_TRAITS).filter((trait, i) => i === 0 || distance(trait) >= UNUSUAL);
}

const STANDARDIZED: Scaling = { mean: 0, scale: 1 };
const knownPlaces = new WeakMap<Examples, readonly Scaling[]>();

/** Mean and deviation of every feature of training rows, of which some are not standardised: those that are 0 or 1. */
function placesIn(training: Examples): readonly Scaling[] {
  const known = knownPlaces.get(training);
  if (known) return known;
  const places = fitStandardization(training, { features: true, target: false })?.features ?? [];
  knownPlaces.set(training, places);
  return places;
}
