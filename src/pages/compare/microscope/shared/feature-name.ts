/** What a feature is called: "mean radius", and in quotes what is no word: “(”. */
import type { Dataset } from '../../../../datasets/dataset.ts';

export function featureName(
  { featureNames }: Pick<Dataset, 'featureNames'>,
  feature: number,
): string {
  const name = featureNames?.[feature] ?? `feature ${feature + 1}`;
  return /[\p{L}\p{N}]/u.test(name) ? name : `“${name}”`;
}
