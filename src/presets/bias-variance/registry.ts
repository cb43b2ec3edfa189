/** All presets of the Bias–variance page, in the order of its menu. Adding one is its file and a line here. */
import type { BiasVariancePreset } from './bias-variance-preset.ts';
import { digitsTradeOff } from './digits.ts';
import { epochsTradeOff } from './epochs.ts';
import { l2StrengthTradeOff } from './l2-strength.ts';
import { moreDataTradeOff } from './more-data.ts';
import { ringTradeOff } from './ring-l2.ts';
import { widthTradeOff } from './width.ts';

export const BIAS_VARIANCE_PRESETS: readonly BiasVariancePreset[] = [
  l2StrengthTradeOff,
  epochsTradeOff,
  widthTradeOff,
  moreDataTradeOff,
  ringTradeOff,
  digitsTradeOff,
];
