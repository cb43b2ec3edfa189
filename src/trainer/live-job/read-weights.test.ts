import { expect, it } from 'vitest';
import { exp } from '../../base/elementary.ts';
import type { Experiment } from '../../experiment/experiment.ts';
import type { NetworkWeights } from '../../protocol/network-weights.ts';
import { experiment, serveFromDisk, startPage } from './training-loop-fixture.ts';

serveFromDisk();

it('reads networks by which anybody comes to the same answers, batch norm included', async () => {
  const page = startPage();
  const arms: Experiment['arms'] = [
    { id: 'A', name: null, regularizers: {} },
    { id: 'B', name: null, regularizers: { batchNorm: { momentum: 0.9 } } },
  ];
  await page.prepare(1, { arms });
  page.send({ type: 'trainRun', runId: 1 });
  await page.status(1, 1, 'finished');
  page.send({ type: 'readWeights', runId: 1 });
  const features = Float32Array.from({ length: 64 }, (_, i) => (i % 7) / 7);
  page.send({ type: 'askNetworks', runId: 1, questionId: 1, features });
  const answers = () => page.events.find((event) => event.type === 'networksAnswered');
  await page.until(() => answers() !== undefined);
  const read = page.events.find((event) => event.type === 'weightsRead');
  const networks = read?.networks ?? [];
  expect(networks.map(({ lane }) => lane)).toEqual([0, 1]);
  expect(networks[1]?.layers[0]?.batchNorm?.epsilon).toBe(0.001);
  expect(networks[0]?.layers[0]?.batchNorm).toBeNull();
  for (const network of networks) {
    const told = answers()?.answers.find(({ lane }) => lane === network.lane)?.outputs;
    const own = softmax(forward(network, [...features]));
    expect(own).toHaveLength(10);
    own.forEach((share, i) => expect(share).toBeCloseTo(told?.[i] ?? NaN, 5));
  }
});

it('says so where there is no run to read', async () => {
  const page = startPage();
  await page.prepare(1, experiment);
  page.send({ type: 'readWeights', runId: 7 });
  page.send({ type: 'readWeights', runId: 1 });
  await page.until(() => page.events.some(({ type }) => type === 'weightsRead'));
  expect(page.events.filter(({ type }) => type === 'weightsRead')).toHaveLength(1);
});

/** As the file's own words have it, and nothing else. */
function forward({ layers }: NetworkWeights, features: number[]): number[] {
  return layers.reduce((inputs, { units, kernel, bias, batchNorm }, index) => {
    const outputs = Array.from({ length: units }, (_, unit) => {
      const linear = inputs.reduce(
        (sum, input, i) => sum + input * (kernel[i * units + unit] ?? NaN),
        bias[unit] ?? NaN,
      );
      if (!batchNorm) return linear;
      const { gain, shift, movingMean, movingVariance, epsilon } = batchNorm;
      const spread = Math.sqrt((movingVariance[unit] ?? NaN) + epsilon);
      return (
        ((gain[unit] ?? NaN) * (linear - (movingMean[unit] ?? NaN))) / spread + (shift[unit] ?? NaN)
      );
    });
    return index === layers.length - 1 ? outputs : outputs.map((value) => Math.max(0, value));
  }, features);
}

function softmax(values: number[]): number[] {
  const powers = values.map((value) => exp(value - Math.max(...values)));
  const sum = powers.reduce((all, one) => all + one, 0);
  return powers.map((power) => power / sum);
}
