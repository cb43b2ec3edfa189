// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunHistory } from '../../../client/run-history.ts';
import type { RegularizerSettings } from '../../../regularizers/registry.ts';
import { fixtureArms, fixtureRun } from './run-fixture.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { penaltyChart } from './penalty-chart.ts';

beforeEach(() => giveChartsASize(460));
afterEach(() => {
  vi.restoreAllMocks();
});

async function renderPenalty(history: RunHistory, regularizers: readonly RegularizerSettings[]) {
  const arms = fixtureArms(regularizers.length);
  const { store, state, figureNamed } = renderCurves([penaltyChart], { history, arms });
  const { figure, line } = figureNamed('Penalty');
  await within(figure).findByRole('img', { name: /penalty by epoch/ }, { timeout: 10_000 });
  const ids = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
  act(() => {
    const runExperiment = {
      ...state().experiment,
      arms: regularizers.map((own, i) => ({ id: ids[i] ?? 'A', name: null, regularizers: own })),
    };
    store.setState({ runExperiment });
  });
  return { figure, line };
}

it('shows what is added to the loss, and says of which arms there is nothing to add', async () => {
  const { figure, line } = await renderPenalty(fixtureRun(2, 50), [
    { maxNorm: { limit: 3 }, weightDecay: { lambda: 0.01 } },
    { l2: { lambda: 0.001 } },
  ]);
  expect(figure).toHaveTextContent(/B 0\.07\d/);
  expect(line('A penalty')).toBeInTheDocument();
  expect(figure).toHaveTextContent('none in A: weight decay and max-norm act without one');
});

it('says in words that no arm has one', async () => {
  const { figure, line } = await renderPenalty(fixtureRun(1, 50), [{}]);
  expect(figure).toHaveTextContent(
    'No arm has a penalty. Of all methods only L1, L2 and elastic net add one to the loss.',
  );
  expect(line('A penalty')).toBeNull();
});
