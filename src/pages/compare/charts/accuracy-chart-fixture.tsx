/** The chart of accuracies over a made-up run of two arms. */
import { within } from '@testing-library/react';
import { afterEach, beforeEach, vi } from 'vitest';
import type { RunHistory } from '../../../client/run-history.ts';
import type { ChartChange } from '../../../ui/chart/data/series-types.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { accuracyChart } from './accuracy-chart.ts';
import { fixtureArms } from './run-fixture.ts';

export const ARMS = fixtureArms(2);

export async function renderChart(
  history: RunHistory | null,
  arms = ARMS,
  changes: readonly ChartChange[] = [],
) {
  const { store, state, figureNamed } = renderCurves([accuracyChart], { history, arms, changes });
  const { figure, line } = figureNamed('Accuracy');
  await within(figure).findByRole('img', { name: /accuracy by epoch/ }, { timeout: 10_000 });
  const marks = (kind: string) => figure.querySelectorAll(`[data-mark="${kind}"]`).length;
  return { figure, marks, line, store, state, text: () => figure.textContent };
}

/** Call it at the top of a test file. */
export function sizeCharts(): void {
  beforeEach(() => giveChartsASize(560));
  afterEach(() => {
    vi.restoreAllMocks();
  });
}
