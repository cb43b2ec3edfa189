import { expect, it } from 'vitest';
import type { NetworkWeights } from '../../../protocol/network-weights.ts';
import { openPlayground } from '../shared/playground-fixture.tsx';
import { weightsFile } from './weights-file.ts';
import { weightsItem } from './weights-item.ts';

const layer = (inputs: number, units: number, withNorm: boolean) => ({
  ...{ inputs, units },
  kernel: Float32Array.from({ length: inputs * units }, (_, i) => i),
  bias: new Float32Array(units),
  batchNorm: withNorm
    ? {
        ...{ gain: new Float32Array(units).fill(1), shift: new Float32Array(units) },
        ...{ movingMean: new Float32Array(units), movingVariance: new Float32Array(units) },
        epsilon: 0.001,
      }
    : null,
});

const WEIGHTS: readonly NetworkWeights[] = [0, 1].map((lane) => ({
  ...{ lane, activation: 'relu' },
  layers: [layer(2, 3, lane === 1), layer(3, 2, false)],
  standardization:
    lane === 1 ? { features: [0, 1].map((mean) => ({ mean, scale: 2 })), target: null } : null,
}));

function headerOf(file: Uint8Array): Record<string, Record<string, unknown>> {
  const length = new DataView(file.buffer).getUint32(0, true);
  return JSON.parse(new TextDecoder().decode(file.subarray(8, 8 + length))) as ReturnType<
    typeof headerOf
  >;
}

it('names every array by arm, repeat and layer, and says how they are laid out', () => {
  const { state } = openPlayground();
  const { history, runExperiment: experiment } = state();
  if (!history || !experiment) throw new Error('There is no run.');
  const header = headerOf(weightsFile(WEIGHTS, { history, experiment, armId: null }));
  const { __metadata__: metadata, ...arrays } = header;
  expect(Object.keys(arrays)).toEqual([
    ...['kernel', 'bias'].map((part) => `arm-A/repeat-1/layer-1/${part}`),
    ...['kernel', 'bias'].map((part) => `arm-A/repeat-1/layer-2/${part}`),
    ...['arm-B/repeat-1/inputs/mean', 'arm-B/repeat-1/inputs/scale'],
    ...['kernel', 'bias'].map((part) => `arm-B/repeat-1/layer-1/${part}`),
    ...['gain', 'shift', 'moving-mean', 'moving-variance'].map(
      (part) => `arm-B/repeat-1/layer-1/batch-norm/${part}`,
    ),
    ...['kernel', 'bias'].map((part) => `arm-B/repeat-1/layer-2/${part}`),
  ]);
  expect(arrays['arm-A/repeat-1/layer-1/kernel']?.['shape']).toEqual([2, 3]);
  expect(Object.values(metadata ?? {}).every((text) => typeof text === 'string')).toBe(true);
  expect(metadata?.['layout']).toContain('kernel [inputs, units]');
  expect(JSON.parse(metadata?.['experiment'] as string)).toEqual(experiment);
  expect(JSON.parse(metadata?.['batch-norm-epsilon'] as string)).toEqual({
    'arm-B/repeat-1': 0.001,
  });
  const one = headerOf(weightsFile(WEIGHTS, { history, experiment, armId: 'B' }));
  expect(Object.keys(one).some((name) => name.startsWith('arm-A'))).toBe(false);
});

it('is refused while it trains, of a kept run, and of an arm that has no networks yet', () => {
  const { state, status } = openPlayground();
  const refusal = (armId: 'C' | null) => weightsItem(armId).refusal?.(state()) ?? null;
  expect(refusal(null)).toBeNull();
  expect(refusal('C')).toMatch(/joins after Reset/);
  status('training');
  expect(refusal(null)).toMatch(/pause it first/);
});
