// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BatchStatisticsView, LayerStatistics } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { BatchStatistics } from './batch-statistics.tsx';
import { compareStatistics } from './compare-statistics.ts';

const statistics = (mean: readonly number[], variance: readonly number[]) => ({
  mean: Float32Array.from(mean),
  variance: Float32Array.from(variance),
});
/** Means are 0.5, 1 and 3 running standard deviations off, variances 50 %, 0 % and 300 %. */
const layer: LayerStatistics = {
  units: 3,
  running: statistics([0, 1, -1], [4, 1, 1]),
  batch: statistics([1, 0, 2], [2, 1, 4]),
};

function open(view: BatchStatisticsView, other?: BatchStatisticsView) {
  const { store, frame } = openPlayground();
  render(
    <Surrounded store={store}>
      <BatchStatistics armId="A" />
    </Surrounded>,
  );
  const views = other ? [view, other] : [view];
  act(() => frame(pictureFrame(views.map((batchStatistics) => ({ batchStatistics })))));
}

describe('batch statistics', () => {
  it('tells how far the last batch is from what inference uses', () => {
    open({ step: 13, batchRows: 16, layers: [layer, layer] });
    expect(
      screen.getByText(
        'In step 13 (16 images) the median unit’s batch mean was 1.00 standard deviations from its running mean, and its batch variance 50 % off the running one.',
      ),
    ).toBeVisible();
    expect(screen.getByText(/^Training normalises with the batch’s own;/)).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Hidden 1', '1.00', '3.00', '50\u202f%', '300\u202f%'],
      ['Hidden 2', '1.00', '3.00', '50\u202f%', '300\u202f%'],
    ]);
  });

  it('draws a dot a unit, on one scale for batch and running, in all arms', () => {
    const wide = { ...layer, batch: statistics([-2, 8, 0], [1, 1, 1]) };
    open({ step: 2, batchRows: 32, layers: [layer] }, { step: 2, batchRows: 32, layers: [wide] });
    const plot = screen.getByRole('figure', { name: 'Mean: batch against running' });
    // From −2 to 8 in both directions, over 92 of 100; (0, 1), (1, 0) and (−1, 2).
    const [, dots] = plot.querySelectorAll('path');
    const at = (value: number) => 4 + (92 * (value + 2)) / 10;
    const dot = (x: number, y: number) => `M${at(x).toFixed(1)} ${(100 - at(y)).toFixed(1)}h0`;
    expect(dots).toHaveAttribute('d', dot(0, 1) + dot(1, 0) + dot(-1, 2));
    expect(plot).toHaveTextContent('−2running8');
    const spread = screen.getByRole('figure', {
      name: 'Standard deviation: batch against running',
    });
    expect(spread).toHaveTextContent('1running2');
  });

  it('leaves out units whose running variance is 0', () => {
    const still = { ...layer, running: statistics([0, 1, -1], [0, 1, 1]) };
    expect(compareStatistics([still])).toMatchObject({ units: 2, meanDistance: 2 });
    expect(compareStatistics([{ ...layer, batch: null }])).toBeNull();
  });

  it.each([
    [{ step: 13, batchRows: 16, layers: [] }, 'No batch norm: nothing is normalised.'],
    [{ step: 0, batchRows: 0, layers: [{ ...layer, batch: null }] }, /^No step has been taken yet/],
    [{ step: NaN, batchRows: 0, layers: [{ ...layer, batch: null }] }, /^It has stopped training/],
    [{ step: 5, batchRows: 8, layers: [{ ...layer, batch: null }] }, /is not known here/],
  ])('says why there is nothing to compare', (view, words) => {
    open(view);
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.queryByRole('figure')).toBeNull();
  });
});
