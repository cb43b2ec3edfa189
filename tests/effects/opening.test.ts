/**
 * What presets claim, over five seeds on WASM (where a seed gives the same run on every device), by the
 * safe margins: the claim must hold with room to spare, and not depend on a lucky seed.
 */
import { describe, expect, it } from 'vitest';
import { mnistWrongLabels } from '../../src/presets/mnist-wrong-labels.ts';
import { trueLabels } from '../../src/presets/true-labels.ts';
import { wrongLabels } from '../../src/presets/wrong-labels.ts';
import { SEEDS, arm, meanOf, train, useEffectsWorker } from './train-effects.ts';

useEffectsWorker();

describe.each(SEEDS)('seed %i', (seed) => {
  it('P1: the plain network falls and believes the lies, dropout resists them', async () => {
    const answer = await train(wrongLabels.experiment, seed);
    const [a, b] = [arm(answer, 0), arm(answer, 1)];
    expect(answer.wrongLabels).toBe(120);
    expect(a.best - a.validation).toBeGreaterThanOrEqual(8);
    expect(b.validation - a.validation).toBeGreaterThanOrEqual(8);
    expect(a.believed).toBeGreaterThanOrEqual(0.8 * 120);
    expect(b.believed).toBeLessThanOrEqual(0.35 * 120);
  });

  it('P19: the same on MNIST digits', async () => {
    const answer = await train(mnistWrongLabels.experiment, seed);
    expect(arm(answer, 1).validation - arm(answer, 0).validation).toBeGreaterThanOrEqual(5);
  });
});

it('P1c: with true labels the difference is gone, on average over the seeds', async () => {
  // One seed may differ by more: the last epoch of a single run is noisy (sd about 1.6 points here).
  const differences = [];
  for (const seed of SEEDS) {
    const answer = await train(trueLabels.experiment, seed);
    differences.push(arm(answer, 1).validation - arm(answer, 0).validation);
  }
  expect(Math.abs(meanOf(differences))).toBeLessThanOrEqual(2.5);
});
