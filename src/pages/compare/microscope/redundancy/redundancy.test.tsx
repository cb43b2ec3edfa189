// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { RedundancyView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { Redundancy } from './redundancy.tsx';

const view = (...accuracies: readonly number[]): RedundancyView => ({
  ...{ rows: 500, draws: 5 },
  points: accuracies.map((accuracy, i) => ({
    share: [0, 0.2, 0.5, 0.8][i] ?? NaN,
    accuracy,
    lowest: i === 0 ? accuracy : accuracy - 0.02,
    highest: i === 0 ? accuracy : accuracy + 0.01,
  })),
});

function open(views: readonly RedundancyView[]) {
  const { store, frame } = openPlayground();
  render(
    <Surrounded store={store}>
      <Redundancy armId="A" />
    </Surrounded>,
  );
  act(() => frame(pictureFrame(views.map((redundancy) => ({ redundancy })))));
}

describe('redundancy', () => {
  it('tells the accuracy without a share of the units, in words and in a table', () => {
    open([view(0.958, 0.95, 0.921, 0.763), view(0.956, 0.95, 0.94, 0.867)]);
    const words =
      'With all units: 95.8 % of 500 validation images right. Without 80 % of the hidden units: 76.3 %, the mean of 5 draws.';
    expect(screen.getByText(words)).toBeVisible();
    expect(screen.getByRole('img', { name: words.replaceAll(' %', '\u202f%') })).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['none', '95.8\u202f%', ''],
      ['20\u202f%', '95.0\u202f%', '93.0 to 96.0'],
      ['50\u202f%', '92.1\u202f%', '90.1 to 93.1'],
      ['80\u202f%', '76.3\u202f%', '74.3 to 77.3'],
    ]);
  });

  it('draws all arms on one scale, its own line in front', () => {
    open([view(1, 0.95, 0.9, 0.85), view(0.75, 0.7, 0.65, 0.5)]);
    const [other, own] = screen.getByRole('img').querySelectorAll('path');
    // From 50 to 100 %, over a height of 100 and a width of 160 for shares of 0 to 80 %.
    expect(own).toHaveAttribute('d', 'M0.0 0.0L40.0 10.0L100.0 20.0L160.0 30.0');
    expect(other).toHaveAttribute('d', 'M0.0 50.0L40.0 60.0L100.0 70.0L160.0 100.0');
    expect(other).toHaveStyle({ stroke: 'var(--arm-b)' });
    expect(screen.getByText('% of hidden units removed')).toBeVisible();
  });

  it('says where there is nothing to remove', () => {
    open([{ rows: 0, draws: 0, points: [] }]);
    expect(screen.getByText('It has no hidden units to remove.')).toBeVisible();
    expect(screen.queryByRole('table')).toBeNull();
  });
});
