// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { RunHistory } from '../../../client/run-history.ts';
import { FIXTURE_END, appendFixtureEpoch, fixtureArms, fixtureRun } from './run-fixture.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { lossChart } from './loss-chart.ts';

beforeEach(() => giveChartsASize(460));
afterEach(() => {
  vi.restoreAllMocks();
});

async function renderLoss(history: RunHistory, arms: number) {
  const run = { history, arms: fixtureArms(arms), wrongLabels: false };
  const { state, figureNamed } = renderCurves([lossChart], run);
  const { figure, line } = figureNamed('Data loss');
  await within(figure).findByRole('img', { name: /data loss by epoch/ }, { timeout: 10_000 });
  return { figure, line, state };
}

it('shows losses from 0, with their lowest marked, also as a table', async () => {
  const { figure } = await renderLoss(fixtureRun(2, 50), 2);
  expect(figure).toHaveTextContent(/A val 0\.9\d/);
  expect(figure).toHaveTextContent('2.5');
  expect(figure.querySelectorAll('[data-mark="best"]')).toHaveLength(2);
  await userEvent.click(within(figure).getByRole('button', { name: 'Show as table' }));
  expect(within(figure).getAllByRole('row')).toHaveLength(1 + 51);
});

it('keeps its axis when a run explodes', async () => {
  const history = fixtureRun(1, 3);
  appendFixtureEpoch(history, 4, { figures: { validationLoss: 3e8 } });
  const { figure } = await renderLoss(history, 1);
  expect(figure).toHaveTextContent('10.0');
  expect(figure).toHaveTextContent('A val >1M');
  expect(figure).toHaveTextContent('off the scale: validation of A');
});

it('keeps the words of arms apart that diverge close to each other', async () => {
  const history = fixtureRun(3, 10);
  const end = (lane: number) => ({ end: { lane, end: FIXTURE_END } });
  appendFixtureEpoch(history, 11, end(0));
  appendFixtureEpoch(history, 12, end(1));
  for (let epoch = 13; epoch <= 40; epoch++) appendFixtureEpoch(history, epoch);
  const { figure } = await renderLoss(history, 3);
  const [a, b] = ['A diverged', 'B diverged'].map((text) =>
    Number(within(figure).getByText(text, { selector: 'text' }).getAttribute('y')),
  );
  expect(Math.abs((a ?? 0) - (b ?? 0))).toBeGreaterThan(10);
});

it('loses no line on a log axis: zeros lie on its lower edge, and it says so', async () => {
  const history = fixtureRun(2, 10);
  appendFixtureEpoch(history, 11, { figures: { trainingLoss: 0 } });
  const { figure, line } = await renderLoss(history, 2);
  await userEvent.click(within(figure).getByRole('button', { name: 'Options of Data loss' }));
  await userEvent.click(screen.getByRole('radio', { name: 'Logarithmic' }));
  expect(figure).toHaveTextContent('at the lower edge, as 0 has no logarithm: training of A and B');
  expect(figure).toHaveTextContent(/≤ 0\.\d/);
  const points = line('A training')?.getAttribute('d')?.split(/[ML]/).slice(1) ?? [];
  const heights = points.map((point) => Number(point.split(',')[1]));
  expect(heights).toHaveLength(12);
  expect(heights.every(Number.isFinite)).toBe(true);
  expect(Math.max(...heights)).toBe(heights.at(-1));
});

it('has a scale of its own, and shares the range with the other charts', async () => {
  const { figure, state } = await renderLoss(fixtureRun(1, 50), 1);
  act(() => state().changeChartView('accuracy', { scale: 'log', smoothing: 0.5, from: 10 }));
  expect(figure).toHaveTextContent('epochs 10 to 50 only');
  expect(figure).not.toHaveTextContent('log axis');
  expect(figure).not.toHaveTextContent('smoothed');
});
