import { expect, it } from 'vitest';
import { momentsOf } from './linear-moments.ts';
import { ridge } from './ridge.ts';
import { twoFeatureRows } from './two-features.ts';

const { design, targets } = twoFeatureRows();

it('has uncorrelated columns of deviations 3 and 0.3', () => {
  const { products, means, targetMean } = momentsOf(design, targets);
  expect(products.flat().map((value) => Number(value.toFixed(10)) + 0)).toEqual([9, 0, 0, 0.09]);
  [...means, targetMean].forEach((value) => expect(value).toBeCloseTo(0, 12));
});

it('has its least squares at the truth, and ridge at sᵢ²/(sᵢ² + λ)', () => {
  ridge(design, targets, 0).weights.forEach((weight) => expect(weight).toBeCloseTo(1, 10));
  const [first, second] = ridge(design, targets, 0.2).weights;
  expect(first).toBeCloseTo(9 / 9.2, 10);
  expect(second).toBeCloseTo(0.09 / 0.29, 10);
  // As measured before anything was built: (0.98, 0.32) on a sample, (0.98, 0.31) in the limit.
  expect([first?.toFixed(2), second?.toFixed(2)]).toEqual(['0.98', '0.31']);
});
