/**
 * What an experiment on a data set starts with when the set is chosen: few enough examples to overfit, a network
 * large enough to learn them by heart, arms that make a good comparison, and a pace that lets one watch them.
 * What is not said is as usual: ReLU units, Adam, no wrong labels, the usual noise.
 */
import type { OptimizerId } from '../engine/step/kernels.ts';
import type { RegularizerSettings } from '../regularizers/registry.ts';

export interface SuitedStart {
  readonly trainingExamples: number;
  readonly validationExamples: number;
  readonly wrongLabelShare?: number;
  readonly hiddenLayers: readonly number[];
  readonly optimizer?: OptimizerId;
  readonly learningRate: number;
  readonly batchSize: number;
  readonly epochs: number;
  /** A seed that shows what most seeds show; absent: the usual one. */
  readonly seed?: number;
  /** Absent: as many as before. */
  readonly repeats?: number;
  /** Epochs a second. */
  readonly pace: 5 | 15 | 60;
  /** Of each arm, in the order of their letters. */
  readonly arms: readonly RegularizerSettings[];
}
