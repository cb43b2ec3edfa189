// @vitest-environment jsdom
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appendFixtureEpoch, fixtureArms, fixtureRun } from './run-fixture.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { gapChart } from './gap-chart.ts';

beforeEach(() => giveChartsASize(460));
afterEach(() => {
  vi.restoreAllMocks();
});

async function readLast() {
  const slider = screen.getByRole('slider', { name: 'Read Gap at an epoch' });
  slider.focus();
  await userEvent.keyboard('{End}');
  return slider.getAttribute('aria-valuetext');
}

const OVERFITTED = {
  ...{ validationLoss: 0.9, trainingLoss: 0.2 },
  ...{ validationAccuracy: 0.73, trainingAccuracy: 0.98 },
};

it('is validation − training for the loss, training − validation in points for accuracy', async () => {
  const history = fixtureRun(1, 9);
  appendFixtureEpoch(history, 10, { figures: OVERFITTED });
  const { figureNamed } = renderCurves([gapChart], { history, arms: fixtureArms(1) });
  const { figure, line } = figureNamed('Gap');
  await within(figure).findByRole('img', { name: /gap in data loss/ }, { timeout: 10_000 });
  expect(line('A gap')).toBeInTheDocument();
  expect(await readLast()).toBe('Epoch 10. A: gap 0.700');
  await userEvent.click(screen.getByRole('button', { name: 'Show for accuracy' }));
  expect(await readLast()).toBe('Epoch 10. A: gap 25.0 points');
  expect(figure.querySelectorAll('[data-mark="best"]')).toHaveLength(0);
});

it('is below 0 where validation is the better one', async () => {
  const history = fixtureRun(1, 9);
  const figures = { validationLoss: 0.5, trainingLoss: 0.8 };
  appendFixtureEpoch(history, 10, { figures });
  const { figureNamed } = renderCurves([gapChart], { history, arms: fixtureArms(1) });
  const { figure } = figureNamed('Gap');
  await within(figure).findByRole('img', {}, { timeout: 10_000 });
  expect(await readLast()).toBe('Epoch 10. A: gap −0.300');
  await userEvent.click(within(figure).getByRole('button', { name: 'Show as table' }));
  expect(
    within(figure)
      .getAllByRole('columnheader')
      .map((cell) => cell.textContent),
  ).toEqual(['Epoch', 'A gap']);
  expect(within(figure).getAllByRole('row')).toHaveLength(1 + 11);
});
