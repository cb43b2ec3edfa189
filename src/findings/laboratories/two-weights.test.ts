import { expect, it } from 'vitest';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import { describeTwoWeights, weightText } from './two-weights.ts';

const MINIMUM: TwoWeights = [2, 0.5];

it.each([
  [MINIMUM, 0, 'Without a penalty both end at the minimum.'],
  [MINIMUM, 0.5, 'At λ = 0.5 L1 has taken λ/2 = 0.25 from each weight and set none to 0.'],
  [MINIMUM, 1, 'At λ = 1 L1 has set w₂ to exactly 0.'],
  [[0.2, -1] as TwoWeights, 0.4, 'At λ = 0.4 L1 has set w₁ to exactly 0.'],
  [MINIMUM, 4, 'At λ = 4 L1 has set both weights to exactly 0.'],
  // A weight that was 0 before is not L1's doing.
  [[2, 0] as TwoWeights, 1, 'At λ = 1 L1 has taken λ/2 = 0.5 from each weight and set none to 0.'],
])('minimum %j, λ = %f', (minimum, lambda, lead) => {
  expect(describeTwoWeights(minimum, lambda).lead).toBe(lead);
});

it('says from where on the smaller weight is 0, and what L2 does', () => {
  const { text } = describeTwoWeights(MINIMUM, 0.5);
  expect(text).toContain('The smaller one is 0 from λ = 1 on.');
  expect(text).toContain('L2 divides both by 1 + λ = 1.5');
});

it('writes weights without dust', () => {
  expect([0.25, -0.5, 0, -0.001, 1.996].map(weightText)).toEqual(['0.25', '−0.5', '0', '0', '2']);
});
