/** Every claim. */
import type { Claim } from '../claim.ts';
import { INFERENCE_CLAIMS } from './inference.ts';
import { OPTIMISATION_CLAIMS } from './optimisation.ts';
import { PLANE_AND_CURVE_CLAIMS } from './plane-and-curve.ts';
import { STRENGTH_CLAIMS } from './strengths.ts';
import { DIGIT_SWEEP_CLAIMS } from './sweeps-of-digits.ts';
import { TABLE_SWEEP_CLAIMS } from './sweeps-of-tables.ts';
import { TABLE_CLAIMS } from './tables.ts';
import { TRADE_OFF_CLAIMS } from './trade-offs.ts';
import { WRONG_LABEL_CLAIMS } from './wrong-labels.ts';

export const CLAIMS: readonly Claim[] = [
  ...WRONG_LABEL_CLAIMS,
  ...STRENGTH_CLAIMS,
  ...PLANE_AND_CURVE_CLAIMS,
  ...TABLE_CLAIMS,
  ...INFERENCE_CLAIMS,
  ...OPTIMISATION_CLAIMS,
  ...DIGIT_SWEEP_CLAIMS,
  ...TABLE_SWEEP_CLAIMS,
  ...TRADE_OFF_CLAIMS,
];
