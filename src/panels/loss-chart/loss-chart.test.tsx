// @vitest-environment jsdom
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { appendFixtureEpoch, fixtureArms, fixtureRun } from '../accuracy-chart/run-fixture.ts';
import { LossChart } from './loss-chart.tsx';

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(function (
    this: HTMLElement,
  ) {
    return this.tagName === 'SPAN' ? 80 : 460;
  });
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(240);
});
afterEach(() => {
  vi.restoreAllMocks();
});

it('shows losses from 0, with their lowest marked, also as a table', async () => {
  const history = fixtureRun(2, 50);
  render(<LossChart history={history} arms={fixtureArms(2)} epochs={50} wrongLabels={false} />);
  const figure = screen.getByRole('figure', { name: 'Data loss' });
  await within(figure).findByRole('img', { name: /data loss by epoch/ }, { timeout: 10_000 });
  expect(figure).toHaveTextContent(/A val 0\.9\d/);
  expect(figure).toHaveTextContent('2.5');
  expect(figure.querySelectorAll('[data-mark="best"]')).toHaveLength(2);
  await userEvent.click(within(figure).getByRole('button', { name: 'Show as table' }));
  expect(within(figure).getAllByRole('row')).toHaveLength(1 + 51);
});

it('keeps its axis when a run explodes', async () => {
  const history = fixtureRun(1, 3);
  appendFixtureEpoch(history, 4, { figures: { validationLoss: 3e8 } });
  render(<LossChart history={history} arms={fixtureArms(1)} epochs={50} wrongLabels={false} />);
  const figure = screen.getByRole('figure', { name: 'Data loss' });
  await within(figure).findByRole('img', {}, { timeout: 10_000 });
  expect(figure).toHaveTextContent('10.0');
  expect(figure).toHaveTextContent('A val 3.0e+8');
});
