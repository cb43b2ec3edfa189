/** A feature of an example in words: "mean radius = 17.9", "“(” = 0.4". */
import type { Dataset } from '../../../../datasets/dataset.ts';
import type { Trait } from '../../../../protocol/views.ts';
import { featureName } from './feature-name.ts';

export function traitText(dataset: Dataset, { feature, value }: Trait): string {
  const figure = value.toLocaleString('en-US', { maximumSignificantDigits: 3 }).replace('-', '−');
  // No line ends within a figure, nor after the sign before it.
  return `${featureName(dataset, feature)} =\u00a0${figure}`;
}
