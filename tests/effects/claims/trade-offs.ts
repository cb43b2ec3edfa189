/** Presets of the Bias–variance page: what costs on which side, and where no U appears. */
import { ring } from '../../../src/datasets/sets/ring.ts';
import { OFF } from '../../../src/plans/sweep-settings.ts';
import { digitsTradeOff } from '../../../src/presets/bias-variance/digits.ts';
import { epochsTradeOff } from '../../../src/presets/bias-variance/epochs.ts';
import { l2StrengthTradeOff } from '../../../src/presets/bias-variance/l2-strength.ts';
import { moreDataTradeOff } from '../../../src/presets/bias-variance/more-data.ts';
import { ringTradeOff } from '../../../src/presets/bias-variance/ring-l2.ts';
import { widthTradeOff } from '../../../src/presets/bias-variance/width.ts';
import { biasVarianceClaim, meanShare } from '../bias-variance-claim.ts';

const strength = biasVarianceClaim({
  preset: l2StrengthTradeOff,
  quickSeeds: [1, 2],
  figures: ({ best, test, variance, bias2, worstSum }) => ({
    'values beyond the best, the fewer': Math.min(best().before, best().behind),
    'variance, none / best': variance(OFF) / variance(best().value),
    'bias², 0.03 / best': bias2(0.03) / bias2(best().value),
    'test error, none / best': test(OFF) / test(best().value),
    'test error, 0.03 / best': test(0.03) / test(best().value),
    'sum off by, in standard errors': worstSum(),
  }),
  margins: [
    { figure: 'values beyond the best, the fewer', of: 'every seed', atLeast: 1 },
    { figure: 'variance, none / best', of: 'every seed', atLeast: 1.2 },
    { figure: 'variance, none / best', of: 'the mean', atLeast: 1.6 },
    { figure: 'bias², 0.03 / best', of: 'every seed', atLeast: 2.5 },
    { figure: 'test error, none / best', of: 'every seed', atLeast: 1.08 },
    { figure: 'test error, 0.03 / best', of: 'every seed', atLeast: 1.5 },
    { figure: 'sum off by, in standard errors', of: 'every seed', atMost: 4 },
  ],
});

const epochs = biasVarianceClaim({
  preset: epochsTradeOff,
  quickSeeds: [1, 2],
  figures: ({ best, test, variance, bias2 }) => ({
    'values beyond the best, the fewer': Math.min(best().before, best().behind),
    'bias², 50 less 1,500': bias2(50) - bias2(1500),
    'variance, 1,500 / 50': variance(1500) / variance(50),
    'test error, 1,500 / best': test(1500) / test(best().value),
  }),
  margins: [
    { figure: 'values beyond the best, the fewer', of: 'the mean', atLeast: 0.6 },
    { figure: 'bias², 50 less 1,500', of: 'every seed', atLeast: 0.04 },
    { figure: 'variance, 1,500 / 50', of: 'every seed', atLeast: 1.2 },
    { figure: 'test error, 1,500 / best', of: 'the mean', atLeast: 1.08 },
  ],
});

const width = biasVarianceClaim({
  preset: widthTradeOff,
  quickSeeds: [1, 2],
  figures: ({ best, test, variance }) => ({
    'test error, 1 / best': test(1) / test(best().value),
    'test error, 256 / best': test(256) / test(best().value),
    'variance, 256 / 8': variance(256) / variance(8),
  }),
  margins: [
    { figure: 'test error, 1 / best', of: 'every seed', atLeast: 2 },
    { figure: 'test error, 256 / best', of: 'every seed', atMost: 1.25 },
    { figure: 'variance, 256 / 8', of: 'every seed', atMost: 1.3 },
  ],
});

const moreData = biasVarianceClaim({
  preset: moreDataTradeOff,
  quickSeeds: [1],
  figures: ({ test, variance, bias2 }) => ({
    'variance, 20 / 40': variance(20) / variance(40),
    'variance, 40 / 160': variance(40) / variance(160),
    'test error, 160 less noise': test(160) - 0.09,
    'bias², 160': bias2(160),
  }),
  margins: [
    { figure: 'variance, 20 / 40', of: 'every seed', atLeast: 1.3 },
    { figure: 'variance, 40 / 160', of: 'every seed', atLeast: 2.5 },
    { figure: 'test error, 160 less noise', of: 'every seed', atMost: 0.04 },
    { figure: 'bias², 160', of: 'every seed', atMost: 0.004 },
  ],
});

const ringL2 = biasVarianceClaim({
  preset: ringTradeOff,
  quickSeeds: [1, 2],
  figures: ({ best, bias2, variance, disagreement }) => {
    const disputes = disagreement(best().value);
    return {
      'values beyond the best, the fewer': Math.min(best().before, best().behind),
      'variance, none / best': variance(OFF) / variance(best().value),
      'bias² paid': bias2(best().value) - bias2(OFF),
      'disagreement at the borders': meanShare(disputes.filter((_, place) => isAtBorder(place))),
      'disagreement elsewhere': meanShare(disputes.filter((_, place) => !isAtBorder(place))),
      'elsewhere without L2': meanShare(disagreement(OFF).filter((_, place) => !isAtBorder(place))),
    };
  },
  margins: [
    { figure: 'values beyond the best, the fewer', of: 'every seed', atLeast: 1 },
    { figure: 'variance, none / best', of: 'every seed', atLeast: 1.4 },
    { figure: 'bias² paid', of: 'every seed', atMost: 0.03 },
    { figure: 'disagreement at the borders', of: 'every seed', atLeast: 20 },
    { figure: 'disagreement elsewhere', of: 'every seed', atMost: 15 },
    { figure: 'elsewhere without L2', of: 'every seed', atLeast: 8 },
  ],
});

const digits = biasVarianceClaim({
  preset: digitsTradeOff,
  quickSeeds: [1, 2],
  figures: ({ variance, bias2, disagreement }) => ({
    'variance, none / dropout': variance('A') / variance('C'),
    'variance, none / L2': variance('A') / variance('B'),
    'bias² paid for dropout': bias2('C') - bias2('A'),
    'disagreement, none': meanShare(disagreement('A')),
    'disagreement, dropout': meanShare(disagreement('C')),
    'disagreement, L2': meanShare(disagreement('B')),
  }),
  margins: [
    { figure: 'variance, none / dropout', of: 'every seed', atLeast: 2 },
    { figure: 'variance, none / L2', of: 'every seed', atLeast: 1.6 },
    { figure: 'bias² paid for dropout', of: 'every seed', atLeast: 0, atMost: 0.06 },
    { figure: 'disagreement, none', of: 'every seed', atLeast: 24 },
    { figure: 'disagreement, dropout', of: 'every seed', atMost: 20 },
    { figure: 'disagreement, L2', of: 'every seed', atMost: 27 },
  ],
});

/** The radii at which the likelier label changes, and how near is at one of them. */
const [BORDERS, NEAR] = [[0.4, 0.8], 0.1] as const;
const { truth } = ring.rows as {
  readonly truth?: { readonly grid: () => { readonly features: ArrayLike<number> } };
};
const { features } = truth?.grid() ?? { features: [] };

function isAtBorder(place: number): boolean {
  const radius = Math.hypot(features[2 * place] ?? NaN, features[2 * place + 1] ?? NaN);
  return BORDERS.some((border) => Math.abs(radius - border) < NEAR);
}

export const TRADE_OFF_CLAIMS = [strength, epochs, width, moreData, ringL2, digits];
