/** What the cases of the rules of a sweep have in common. */
import { FOLDS, ONE_SPLIT, cell, line, shifted, splitCell } from '../conclusion-fixture.ts';
import type { ConclusionMaterial } from '../conclusion-material.ts';
import { SWEEP_METRICS } from '../sweep-metrics.ts';

export interface RuleCase {
  readonly rule: string;
  readonly when: string;
  readonly given: ConclusionMaterial;
  readonly sentence: string;
  /** What must not be said with it. */
  readonly never?: RegExp;
}

export const FLAT = [0.9, 0.9, 0.9, 0.9, 0.9];
export const LOSSES = [0.31, 0.3, 0.33, 0.28, 0.28];
export const loss = { metric: SWEEP_METRICS.loss };
export const inner = line(shifted(-0.12), shifted(-0.01, 0.01), FOLDS, shifted(-0.05, 0.002));
export const seedsOf = (...scores: readonly (readonly number[])[]) =>
  scores.map((own, at) => splitCell([at], own));
export const split = { judgement: { ...ONE_SPLIT, seeds: 3 } };
export const sizes = [
  cell([0, 0], shifted(-0.32)),
  cell([1, 0], shifted(-0.3, 0.02)),
  cell([2, 0], shifted(-0.34, 0.01)),
  cell([0, 1], shifted(-0.1, 0.002)),
  cell([1, 1], shifted(-0.04, 0.002)),
  cell([2, 1], FOLDS),
];
export const opened = (score: number, rows = 897, place = [2]) => ({
  sealed: { place, score, rows, standardError: null },
});
