/** What the Bias–variance page opens with: its first preset. */
import { formOfBiasVariance } from '../../plans/bias-variance-form.ts';
import { l2StrengthTradeOff } from '../../presets/bias-variance/l2-strength.ts';

export const INITIAL_BIAS_VARIANCE_FORM = formOfBiasVariance(
  l2StrengthTradeOff.plan,
  l2StrengthTradeOff.title,
);
