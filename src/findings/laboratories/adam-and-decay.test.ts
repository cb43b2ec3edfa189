import { expect, it } from 'vitest';
import type { TwoWeights } from '../../closed-forms/two-weights.ts';
import { describeDecay, placeText } from './adam-and-decay.ts';

const at = (a: number, b: number): TwoWeights => [a, b];
const ENDS = {
  ...{ l2: 0.2, weightDecay: 1, ridge: at(0.978, 0.31), ofL2: at(0.979, 0.308) },
  ...{ ofDecay: at(0.84, 0.6), ofDecayHalfway: at(0.8, 0.56), steps: 3000 },
};

it('sees that Adam with L2 has come to the ridge solution', () => {
  const [first] = describeDecay(ENDS);
  expect(first?.lead).toBe(
    'Adam with L2, λ = 0.2, stands at (0.98, 0.31) after 3,000 steps: the ridge solution, (0.98, 0.31).',
  );
  expect(describeDecay({ ...ENDS, ofL2: at(0.9, 0.4) })[0]?.text).toContain(
    'the ridge solution is',
  );
});

it('says whether AdamW is still on its way', () => {
  expect(describeDecay(ENDS)[1]?.lead).toContain('(0.84, 0.60), and is still on its way');
  expect(describeDecay(ENDS)[1]?.text).toContain('After 1,500 it was (0.80, 0.56).');
  const still = describeDecay({ ...ENDS, ofDecayHalfway: at(0.84, 0.601) })[1];
  expect(still?.lead).toBe('AdamW, λ = 1, stands at (0.84, 0.60).');
  expect(still?.text).not.toContain('1,500');
});

it('calls weights alike only where they are', () => {
  expect(describeDecay(ENDS)[1]?.text).not.toContain('about as much');
  expect(describeDecay({ ...ENDS, ofDecay: at(0.85, 0.87) })[1]?.text).toContain('about as much');
});

it('knows what is left without a penalty', () => {
  const none = { ...ENDS, l2: 0, weightDecay: 0, ridge: at(1, 1), ofL2: at(1, 1) };
  const [first, second] = describeDecay({ ...none, ofDecay: at(1, 1) });
  expect(first?.text).toBe('Without a penalty that is least squares.');
  expect(second?.text).toBe('Without decay it is Adam.');
});

it('writes a place with signs', () => {
  expect(placeText([-0.5, 1])).toBe('(−0.50, 1.00)');
});
