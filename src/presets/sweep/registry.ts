/** All presets of the Sweep page, in the order of its menu. Adding one is its file and a line here. */
import { dropoutRateSweep } from './dropout-rate.ts';
import { l2ByDropoutSweep } from './l2-by-dropout.ts';
import { l2StrengthSweep } from './l2-strength.ts';
import { rateAndBatchNormSweep } from './rate-and-batch-norm.ts';
import { rateBySizeSweep } from './rate-by-size.ts';
import { sparseSpamSweep } from './sparse-spam.ts';
import { sparseTruthSweep } from './sparse-truth.ts';
import type { SweepPreset } from './sweep-preset.ts';
import { widthByDropoutSweep } from './width-by-dropout.ts';

export const SWEEP_PRESETS: readonly SweepPreset[] = [
  l2StrengthSweep,
  dropoutRateSweep,
  l2ByDropoutSweep,
  widthByDropoutSweep,
  rateBySizeSweep,
  rateAndBatchNormSweep,
  sparseSpamSweep,
  sparseTruthSweep,
];
