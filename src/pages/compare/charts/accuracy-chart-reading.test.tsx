// @vitest-environment jsdom
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { renderCurves } from './curve-chart-fixture.tsx';
import { lossChart } from './loss-chart.ts';
import { accuracyChart } from './accuracy-chart.ts';
import { fixtureRun } from './run-fixture.ts';
import { ARMS, renderChart, sizeCharts } from './accuracy-chart-fixture.tsx';

sizeCharts();

describe('reading the chart of accuracies', () => {
  it('has a table twin: a row an epoch, a column per arm and split', async () => {
    const user = userEvent.setup();
    const history = fixtureRun(2, 50);
    const { figure } = await renderChart(history);
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    const table = within(figure).getByRole('table', { name: /Accuracy after each epoch/ });
    expect(within(table).getAllByRole('row')).toHaveLength(1 + 51);
    expect(
      within(table)
        .getAllByRole('columnheader')
        .map((cell) => cell.textContent),
    ).toEqual([...['Epoch', 'A validation', 'A training', 'B validation', 'B training']]);
    const share = history.lanes[0]?.value('validationAccuracy', 9) ?? NaN;
    const row = within(table).getByRole('row', { name: /^9 / });
    expect(within(row).getAllByRole('cell')[0]).toHaveTextContent(`${(share * 100).toFixed(1)} %`);
    await user.click(screen.getByRole('button', { name: 'Show as chart' }));
    expect(within(figure).queryByRole('table')).toBeNull();
  });

  it('reads an epoch by keyboard, on both charts at once', async () => {
    const user = userEvent.setup();
    const history = fixtureRun(2, 50);
    const { figureNamed } = renderCurves([accuracyChart, lossChart], { history, arms: ARMS });
    const { figure: loss } = figureNamed('Data loss');
    await within(loss).findByRole('img');
    const slider = screen.getByRole('slider', { name: 'Read Accuracy at an epoch' });
    act(() => slider.focus());
    await user.keyboard('{ArrowLeft}');
    expect(slider).toHaveAttribute('aria-valuenow', '50');
    await user.keyboard('{ArrowLeft}{PageDown}');
    expect(slider).toHaveAttribute('aria-valuenow', '39');
    expect(slider.getAttribute('aria-valuetext')).toMatch(
      /^Epoch 39\. A: validation 7\d\.\d\s%, training/,
    );
    expect(loss).toHaveTextContent('Epoch 39');
    await user.keyboard('{Home}');
    expect(loss).toHaveTextContent('Epoch 0');
    await user.keyboard('{Escape}');
    expect(loss).not.toHaveTextContent(/Epoch \d/);
  });

  it('reads an epoch by pointer', async () => {
    const user = userEvent.setup();
    const { figure } = await renderChart(fixtureRun(2, 50));
    const slider = screen.getByRole('slider');
    await user.pointer({ target: slider, coords: { clientX: 0 } });
    expect(figure).toHaveTextContent('Epoch 0');
    await user.unhover(slider);
    expect(figure).not.toHaveTextContent('Epoch 0');
  });

  it('keeps what a finger read until it is tapped away, but not where it scrolled', async () => {
    const { figure } = await renderChart(fixtureRun(2, 50));
    const slider = screen.getByRole('slider');
    const touch = { pointerType: 'touch', clientX: 0 };
    fireEvent.pointerDown(slider, touch);
    fireEvent.pointerUp(slider, touch);
    fireEvent.pointerLeave(slider, touch);
    expect(figure).toHaveTextContent('Epoch 0');
    act(() => slider.blur());
    expect(figure).not.toHaveTextContent('Epoch 0');
    fireEvent.pointerDown(slider, touch);
    fireEvent.pointerCancel(slider, touch);
    fireEvent.pointerLeave(slider, touch);
    expect(figure).not.toHaveTextContent('Epoch 0');
  });
});
