/** All regularizers, in the order of the page's chips. Adding one is its file and a line here. */
import type { Regularizer } from '../engine/step/regularizer.ts';
import type { SettingsOf } from '../settings/settings.ts';
import { batchNorm } from './batch-norm.ts';
import { dropout } from './dropout.ts';
import { earlyStopping } from './early-stopping.ts';
import { elasticNet } from './elastic-net.ts';
import { inputNoise } from './input-noise.ts';
import { l1 } from './l1.ts';
import { l2 } from './l2.ts';
import { labelSmoothing } from './label-smoothing.ts';
import { maxNorm } from './max-norm.ts';
import { weightDecay } from './weight-decay.ts';

export const REGULARIZERS = [
  l1,
  l2,
  dropout,
  batchNorm,
  earlyStopping,
  weightDecay,
  elasticNet,
  maxNorm,
  labelSmoothing,
  inputNoise,
] as const;

/** The same list for code that treats all alike: each entry's settings are its own, which this forgets. */
export const ANY_REGULARIZERS = REGULARIZERS as unknown as readonly Regularizer[];

type Listed = (typeof REGULARIZERS)[number];
export type RegularizerId = Listed['id'];

/** Settings of those that are switched on; a missing key is off. */
export type RegularizerSettings = {
  readonly [Entry in Listed as Entry['id']]?: SettingsOf<Entry['schema']>;
};
