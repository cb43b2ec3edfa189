/**
 * What presets claim, on WASM (where a seed gives the same run on every device): the claims that train
 * quickly. `npm run effects` holds all of them.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRESETS } from '../../src/presets/registry.ts';
import { describeMargin, examine } from './claim.ts';
import { CLAIMS } from './claims/all-claims.ts';
import { openTrainer } from './train-effects.ts';
import type { Trainer } from './train-effects.ts';

it('every preset has a claim to hold', () => {
  const claimed = CLAIMS.map(({ preset }) => preset?.id);
  expect(PRESETS.filter(({ id }) => !claimed.includes(id))).toEqual([]);
});

describe('claims', () => {
  let trainer: Trainer;
  beforeAll(async () => {
    trainer = await openTrainer();
  });
  afterAll(() => trainer.close());

  const quick = CLAIMS.filter(({ isQuick }) => isQuick);
  it.each(quick.map((claim) => [`${claim.id}: ${claim.says}`, claim] as const))(
    '%s',
    async (_, claim) => {
      const findings = await examine(claim, trainer);
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
