/** For tests of the charts: some kinds of them over one run, with a store around them. */
import { render, screen } from '@testing-library/react';
import { vi } from 'vitest';
import type { RunHistory } from '../../../client/run-history.ts';
import type { LineOwner } from '../../../ui/chart/data/line-owner.ts';
import type { ChartChange } from '../../../ui/chart/data/series-types.ts';
import { CurveChart } from './curve-chart.tsx';
import type { CurveKind } from './curve-kind.ts';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';

/** jsdom lays nothing out; a chart without a size draws nothing. */
export function giveChartsASize(width: number, height = 240) {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    return this.tagName === 'SPAN' ? 80 : width;
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(height);
}

interface RunOfCharts {
  readonly history: RunHistory | null;
  readonly arms: readonly LineOwner[];
  readonly changes?: readonly ChartChange[];
  readonly wrongLabels?: boolean;
}

export function renderCurves(
  kinds: readonly CurveKind[],
  { history, arms, changes = [], wrongLabels = true }: RunOfCharts,
) {
  const { store, state } = openPlayground();
  render(
    <Surrounded store={store}>
      {kinds.map((kind) => (
        <CurveChart
          key={kind.chart}
          {...{ kind, history, changes, wrongLabels }}
          owners={arms}
          epochs={50}
        />
      ))}
    </Surrounded>,
  );
  const figureNamed = (name: string) => {
    const figure = screen.getByRole('figure', { name });
    const line = (id: string) => figure.querySelector(`path[data-series="${id}"]`);
    return { figure, line };
  };
  return { store, state, figureNamed };
}
