import { describe, expect, it } from 'vitest';
import type { OptimizerId } from '../../../../engine/step/kernels.ts';
import { describeGradients } from './describe-gradients.ts';
import { gradientText, typicalGradient } from './typical-gradient.ts';

/** Layers of so large a typical gradient, and as many weights as it takes for that not to be the norm. */
const say = (sizes: readonly number[], optimizer: OptimizerId = 'sgd') =>
  describeGradients(
    { rows: 500, layers: sizes.map((size) => ({ weights: 400, norm: 20 * size })) },
    optimizer,
  );

describe('the sentence', () => {
  it('tells how much smaller the first layer’s gradient is, and what follows from it', () => {
    expect(say([2e-6, 1e-5, 1e-4, 6e-3])).toBe(
      'The first layer’s gradient is 3,000 times smaller than the last layer’s: the early layers hardly learn.',
    );
    expect(say([2e-4, 1e-3, 5e-3], 'momentum')).toBe(
      'The first layer’s gradient is 25 times smaller than the last layer’s: the early layers learn more slowly.',
    );
    expect(say([1e-30, 1e-15, 1])).toMatch(/is more than a billion times smaller than/);
  });

  it('does not say so of an optimiser that evens it out', () => {
    expect(say([2e-6, 6e-3], 'adam')).toBe(
      'The first layer’s gradient is 3,000 times smaller than the last layer’s: Adam evens this out, since it divides each step by the size of the gradients before it.',
    );
    expect(say([2e-6, 6e-3], 'rmsprop')).toMatch(/: RMSprop evens this out/);
  });

  it('tells where it reaches every layer, grows on its way back, or is lost in between', () => {
    expect(say([0.003, 0.002, 0.009])).toBe(
      'The gradient reaches every layer: the largest is 4.5 times the smallest.',
    );
    expect(say([0.9, 0.03])).toBe(
      'The first layer’s gradient is 30 times larger than the last layer’s: it grows on its way back.',
    );
    expect(say([0.01, 0.0001, 0.01, 0.02])).toBe(
      'The gradient is smallest at “Hidden 2”, 200 times smaller than at “Output”.',
    );
  });

  it('has a word for zeros, one layer, and what cannot be computed', () => {
    expect(say([0, 0, 0.1])).toBe(
      'No gradient reaches the first layer: it is exactly 0 there, so these examples teach it nothing.',
    );
    expect(say([0, 0])).toMatch(/^The gradient is exactly 0 in every layer/);
    expect(say([0.1, 0, 0.1])).toBe('The gradient is exactly 0 at “Hidden 2”, and not everywhere.');
    expect(say([0.1, 0])).toBe('The gradient is exactly 0 at “Output”, and not everywhere.');
    expect(say([0.0123])).toBe(
      'It has one layer, which the gradient reaches straight from the loss: 0.0123 for a typical weight.',
    );
    expect(say([0])).toMatch(/^The gradient is exactly 0 in every layer/);
    for (const wild of [NaN, Infinity])
      expect(say([0.1, wild])).toBe('Its gradient is too large to be computed.');
  });
});

it('is of a typical weight, whatever the number of weights', () => {
  expect(typicalGradient({ weights: 100, norm: 5 })).toBe(0.5);
});

it.each([
  [0, '0'],
  [0.0123456, '0.0123'],
  [1.26e-7, '1.3\u202f×\u202f10⁻⁷'],
  [0.00099, '9.9\u202f×\u202f10⁻⁴'],
  [Infinity, '–'],
])('%s is written "%s"', (size, text) => {
  expect(gradientText(size)).toBe(text);
});
