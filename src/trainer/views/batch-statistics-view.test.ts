import { describe, expect, it } from 'vitest';
import { viewBytes } from '../../protocol/view-buffers.ts';
import { MOST_VIEW_BYTES } from '../../protocol/views.ts';
import { batchStatisticsView } from './batch-statistics-view.ts';
import { lookOf, makeView, withHiddenLayers } from './look-fixture.ts';
import type { LaneInside } from './view-maker.ts';

const batchNorm = { momentum: 0.9, epsilon: 0.001 };
const rows = Array.from({ length: 10 }, (_, row) => [row, 1]);
const look = lookOf({ features: rows, targets: rows.map(() => 0), classes: 2 });
const lane = (hidden: readonly number[]): LaneInside => {
  const own = withHiddenLayers(look, hidden, { batchNorm });
  return { ...own, plan: { ...own.plan, batchSize: 4 } };
};

describe('batch statistics view', () => {
  it('has the running statistics of each layer beside those of the last batch', () => {
    const own = lane([2, 1]);
    const state = own.state.map((layer, i) => ({
      ...layer,
      batchNorm: layer.batchNorm && {
        ...layer.batchNorm,
        runningMean: Float32Array.of(i + 0.5, 3).subarray(0, 2 - i),
        runningVariance: Float32Array.of(2, 4).subarray(0, 2 - i),
      },
    }));
    const batchStatistics = [
      { mean: Float32Array.of(1, 2), variance: Float32Array.of(0.25, 9) },
      { mean: Float32Array.of(-1), variance: Float32Array.of(7) },
    ];
    const view = makeView(batchStatisticsView, { ...own, state, step: 3, batchStatistics });
    // Ten rows in batches of 4, 4 and 2.
    expect(view).toMatchObject({ step: 3, batchRows: 2 });
    expect(view.layers).toEqual([
      {
        units: 2,
        running: { mean: Float32Array.of(0.5, 3), variance: Float32Array.of(2, 4) },
        batch: { mean: Float32Array.of(1, 2), variance: Float32Array.of(0.25, 9) },
      },
      {
        units: 1,
        running: { mean: Float32Array.of(1.5), variance: Float32Array.of(2) },
        batch: { mean: Float32Array.of(-1), variance: Float32Array.of(7) },
      },
    ]);
  });

  it('does without those of a batch that is not known any more', () => {
    const view = makeView(batchStatisticsView, { ...lane([3]), step: NaN });
    expect(view).toMatchObject({ step: NaN, batchRows: 0 });
    expect(view.layers.map(({ batch, units }) => [batch, units])).toEqual([[null, 3]]);
  });

  it('is empty without batch norm', () => {
    expect(makeView(batchStatisticsView, withHiddenLayers(look, [3])).layers).toEqual([]);
  });

  it('shows the first units of very wide layers', () => {
    const hidden = new Array<number>(6).fill(1024);
    const own = lane(hidden);
    const batchStatistics = hidden.map((units) => ({
      mean: new Float32Array(units),
      variance: new Float32Array(units),
    }));
    const view = makeView(batchStatisticsView, { ...own, step: 1, batchStatistics });
    expect(view.layers[5]?.units).toBe(1024);
    expect(view.layers[5]?.running.mean).toHaveLength(682);
    expect(viewBytes(view)).toBeLessThanOrEqual(MOST_VIEW_BYTES);
  });
});
