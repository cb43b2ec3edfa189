import { expect, it } from 'vitest';
import { initialState } from './initial-state.ts';
import { optimizerRule } from './optimizer.ts';

const identity = { seed: 3, replicate: 0, fold: 0 };
const plan = (sizes: readonly number[]) => ({
  sizes,
  activation: 'relu' as const,
  task: 'classification' as const,
  batchNorm: null,
  optimizer: optimizerRule('adam'),
});
const weights = (sizes: readonly number[], layer = 0, id = identity) =>
  initialState(plan(sizes), 'glorot', id)[layer]?.weights.value ?? new Float32Array(0);

it('draws Glorot uniform weights: all within √(6/(in + out)), with its variance', () => {
  const w = weights([100, 200, 10]);
  const limit = Math.sqrt(6 / 300);
  const squares = Float64Array.from(w).reduce((sum, x) => sum + x * x, 0) / w.length;
  expect(w.every((x) => Math.abs(x) <= limit)).toBe(true);
  expect(squares / (limit ** 2 / 3)).toBeCloseTo(1, 1);
});

it('gives layers of one shape the same weights in different networks, and nothing else', () => {
  expect(weights([64, 32, 10])).toEqual(weights([64, 32, 99]));
  expect(weights([64, 32, 10], 0, { ...identity, seed: 4 })).not.toEqual(weights([64, 32, 10]));
  expect(weights([32, 32, 32, 2], 1)).not.toEqual(weights([32, 32, 32, 2], 0));
});

it('starts biases and moments at 0', () => {
  for (const layer of initialState(plan([5, 4, 3]), 'he', identity))
    for (const array of [layer.bias.value, layer.weights.first, layer.weights.second])
      expect(array?.every((x) => x === 0)).toBe(true);
});
