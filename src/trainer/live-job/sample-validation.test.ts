import { expect, it } from 'vitest';
import { sampleValidation } from './sample-validation.ts';

const image = { width: 1, height: 2 };
/** Images of two pixels that say which row they are. */
const validation = {
  count: 6,
  features: Uint8Array.from([0, 10, 1, 11, 2, 12, 3, 13, 4, 14, 5, 15]),
  featureScale: 0.5,
  targets: Float32Array.from([2, 0, 2, 2, 0, 0]),
};

it('takes the first two of each class, class by class, as the networks see them', () => {
  const samples = sampleValidation(validation, { image, outputs: 3 });
  expect(samples.map(({ row, trueLabel }) => [row, trueLabel])).toEqual([
    [1, 0],
    [4, 0],
    [0, 2],
    [2, 2],
  ]);
  expect(samples.map(({ features }) => [...features])).toEqual([
    [0.5, 5.5],
    [2, 7],
    [0, 5],
    [1, 6],
  ]);
});

it('takes none where there is no image to show', () => {
  expect(sampleValidation(validation, { image: null, outputs: 3 })).toEqual([]);
});
