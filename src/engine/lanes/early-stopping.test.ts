import { describe, expect, it } from 'vitest';
import { PatienceWatch } from './early-stopping.ts';
import type { StopRule } from './early-stopping.ts';

const rule: StopRule = { metric: 'validationLoss', patience: 3, minDelta: 0, restoreBest: true };

/** Epoch at which it stops, and the best one by then; epochs count from 1. */
function watch(values: readonly number[], change: Partial<StopRule> = {}) {
  const patience = new PatienceWatch({ ...rule, ...change });
  for (const [i, value] of values.entries())
    if (patience.observe(i + 1, value) === 'stop') return [i + 1, patience.bestEpoch];
  return [null, patience.bestEpoch];
}

describe('patience', () => {
  it('stops exactly that many epochs after the last improvement', () => {
    expect(watch([5, 4, 3, 6, 6, 6, 1])).toEqual([6, 3]);
    expect(watch([5, 4, 3, 6, 6, 2, 6, 6, 6, 6])).toEqual([9, 6]);
    expect(watch([5, 4, 3, 2, 1])).toEqual([null, 5]);
  });

  it('of 0 stops at the first epoch without improvement, as 1 does', () => {
    expect(watch([5, 4, 4, 1], { patience: 0 })).toEqual([3, 2]);
    expect(watch([5, 4, 4, 1], { patience: 1 })).toEqual([3, 2]);
  });

  it('wants a strict improvement, by more than the least', () => {
    expect(watch([5, 5, 5, 5])).toEqual([4, 1]);
    expect(watch([5, 4.9, 4.8, 4.7, 4.6], { minDelta: 0.15 })).toEqual([null, 5]);
    expect(watch([5, 4.9, 4.85, 4.8], { minDelta: 0.5 })).toEqual([4, 1]);
  });

  it('watches accuracy upwards', () => {
    expect(watch([0.5, 0.6, 0.6, 0.6, 0.6], { metric: 'validationAccuracy' })).toEqual([5, 2]);
  });

  it('never takes NaN for an improvement', () => {
    expect(watch([5, NaN, NaN, NaN])).toEqual([4, 1]);
    expect(watch([NaN, NaN, NaN])).toEqual([3, -1]);
  });
});
