/** Presets of the Sweep page on digits: wrong labels, few images, learning rates. */
import type { LaneResult } from '../../../src/figures/lane-result.ts';
import { OFF } from '../../../src/plans/sweep-settings.ts';
import { dropoutRateSweep } from '../../../src/presets/sweep/dropout-rate.ts';
import { l2StrengthSweep } from '../../../src/presets/sweep/l2-strength.ts';
import { rateAndBatchNormSweep } from '../../../src/presets/sweep/rate-and-batch-norm.ts';
import { rateBySizeSweep } from '../../../src/presets/sweep/rate-by-size.ts';
import { widthByDropoutSweep } from '../../../src/presets/sweep/width-by-dropout.ts';
import { meanOf } from '../claim.ts';
import { sweepClaim } from '../sweep-claim.ts';

const strength = sweepClaim({
  preset: l2StrengthSweep,
  quickSeeds: [1],
  figures: ({ score, best, lead, results }) => ({
    'best strength': Number(best().values[0]),
    'best over none': best().score - score(OFF),
    'low end of 0.01 over none': lead([0.01], [OFF]).low,
    'accuracy at 0.1': score(0.1),
    'none believes': meanOf(results(OFF).map(believed)),
  }),
  // From 0.003 to 0.01, 6.6, 2.2, 13 and 94 at the worst of seven seeds.
  margins: [
    { figure: 'best strength', of: 'every seed', atLeast: 0.001, atMost: 0.03 },
    { figure: 'best over none', of: 'every seed', atLeast: 4 },
    { figure: 'low end of 0.01 over none', of: 'every seed', atLeast: 0 },
    { figure: 'accuracy at 0.1', of: 'every seed', atMost: 20 },
    { figure: 'none believes', of: 'every seed', atLeast: 80 },
  ],
});

const rate = sweepClaim({
  preset: dropoutRateSweep,
  quickSeeds: [1],
  figures: ({ score, best }) => ({
    'best rate': Number(best().values[0]),
    'best over none': best().score - score(OFF),
    '0.8 over 0.5': score(0.8) - score(0.5),
    '0.8 over 0.95': score(0.8) - score(0.95),
  }),
  // 0.7 or 0.8; 9.4, 2.2 and 6.6 at the worst of seven seeds.
  margins: [
    { figure: 'best rate', of: 'every seed', atLeast: 0.7, atMost: 0.9 },
    { figure: 'best over none', of: 'every seed', atLeast: 5 },
    { figure: '0.8 over 0.5', of: 'the mean', atLeast: 1 },
    { figure: '0.8 over 0.95', of: 'every seed', atLeast: 3 },
  ],
});

const width = sweepClaim({
  preset: widthByDropoutSweep,
  quickSeeds: [1],
  figures: ({ score }) => {
    const gain = (units: number) =>
      Math.max(...[0.2, 0.5, 0.8, 0.9].map((one) => score(units, one))) - score(units, OFF);
    return {
      'gain of 512 units': gain(512),
      'gain of 512 over gain of 8': gain(512) - gain(8),
      'gain of 512, 0.8 over 0.2': score(512, 0.8) - score(512, 0.2),
      'gain of 8 units at 0.8': score(8, 0.8) - score(8, OFF),
    };
  },
  // 9.2, 6.8, 6.6 and −25 at the worst of five seeds.
  margins: [
    { figure: 'gain of 512 units', of: 'every seed', atLeast: 4 },
    { figure: 'gain of 512 over gain of 8', of: 'every seed', atLeast: 3 },
    { figure: 'gain of 512, 0.8 over 0.2', of: 'every seed', atLeast: 2 },
    { figure: 'gain of 8 units at 0.8', of: 'every seed', atMost: -10 },
  ],
});

const size = sweepClaim({
  preset: rateBySizeSweep,
  quickSeeds: [1],
  figures: ({ score, best }) => {
    const gain = (images: number) => best(images).score - score(OFF, images);
    return {
      'gain at 400': gain(400),
      'gain at 400 over gain at 50': gain(400) - gain(50),
      'best at 400 over best at 50': best(400).score - best(50).score,
    };
  },
  // 8.5, 4.0 (mean 8.6) and 21.5 at the worst of seven seeds.
  margins: [
    { figure: 'gain at 400', of: 'every seed', atLeast: 5 },
    { figure: 'gain at 400 over gain at 50', of: 'the mean', atLeast: 4 },
    { figure: 'gain at 400 over gain at 50', of: 'every seed', atLeast: 1 },
    { figure: 'best at 400 over best at 50', of: 'every seed', atLeast: 10 },
  ],
});

const RATES = [0.003, 0.01, 0.03, 0.1, 0.3, 1, 3];

const rates = sweepClaim({
  preset: rateAndBatchNormSweep,
  quickSeeds: [1],
  figures: ({ score }) => {
    const working = (momentum: number | typeof OFF) =>
      RATES.filter((one) => score(one, momentum) >= 80);
    return {
      'rates that work, without': working(OFF).length,
      'rates that work, with': working(0.9).length,
      'gain at 0.003': score(0.003, 0.9) - score(0.003, OFF),
      'gain at 1': score(1, 0.9) - score(1, OFF),
    };
  },
  // A rate works that comes to 80 %. 3, 6, 43 and 75 at the worst of seven seeds.
  margins: [
    { figure: 'rates that work, without', of: 'every seed', atMost: 4 },
    { figure: 'rates that work, with', of: 'every seed', atLeast: 5 },
    { figure: 'gain at 0.003', of: 'every seed', atLeast: 20 },
    { figure: 'gain at 1', of: 'every seed', atLeast: 50 },
  ],
});

/** Wrong labels that a network repeats, in per cent of them. */
function believed({ row, wrongLabels }: LaneResult): number {
  return (100 * row.wrongLabelsBelieved) / wrongLabels;
}

export const DIGIT_SWEEP_CLAIMS = [strength, rate, width, size, rates];
