/**
 * What presets claim, on WASM (where a seed gives the same run on every device): the claims that train
 * quickly. `npm run effects` holds all of them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BIAS_VARIANCE_PRESETS } from '../../src/presets/bias-variance/registry.ts';
import { PRESETS } from '../../src/presets/registry.ts';
import { SWEEP_PRESETS } from '../../src/presets/sweep/registry.ts';
import { describeMargin, examine } from './claim.ts';
import { CLAIMS } from './claims/all-claims.ts';
import { openTrainer } from './train-effects.ts';
import type { Trainer } from './train-effects.ts';

const claimed = new Set(CLAIMS.map(({ preset }) => preset));

it('every preset has a claim to hold', () => {
  expect(PRESETS.filter((preset) => !claimed.has(preset))).toEqual([]);
});

it('every preset of the pages Sweep and Bias–variance has a claim to hold, over five seeds at least', () => {
  expect(SWEEP_PRESETS.filter((preset) => !claimed.has(preset))).toEqual([]);
  expect(BIAS_VARIANCE_PRESETS.filter((preset) => !claimed.has(preset))).toEqual([]);
  for (const { seeds } of CLAIMS) if (seeds) expect(seeds.length).toBeGreaterThanOrEqual(5);
});

describe('claims', () => {
  let trainer: Trainer;
  beforeAll(async () => {
    trainer = await openTrainer();
  });
  afterAll(() => trainer.close());

  const quick = CLAIMS.filter(({ isQuick }) => isQuick);
  it.concurrent.each(quick.map((claim) => [`${claim.id}: ${claim.says}`, claim] as const))(
    '%s',
    async (_, claim) => {
      const findings = await examine(claim, trainer, claim.quickSeeds);
      const broken = findings.filter(({ holds }) => !holds);
      expect(
        broken.map(
          ({ margin, values }) =>
            `${margin.figure}: ${describeMargin(margin)}, not ${values.join()}`,
        ),
      ).toEqual([]);
    },
  );
});
