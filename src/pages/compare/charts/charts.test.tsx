// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appendFixtureEpoch, fixtureRun } from './run-fixture.ts';
import { giveChartsASize } from './curve-chart-fixture.tsx';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { Charts } from './charts.tsx';

beforeEach(() => giveChartsASize(460));
afterEach(() => {
  vi.restoreAllMocks();
});

async function openCharts(main = 'Accuracy') {
  const { store, state } = openPlayground();
  const show = (epochs: number) => {
    const { runExperiment } = state();
    act(() => store.setState({ runExperiment, history: fixtureRun(2, epochs), epoch: epochs }));
  };
  // React shows what it has waited for within an act alone.
  const { container } = await act(async () => {
    const rendered = render(
      <Surrounded store={store}>
        <Charts between={null} />
      </Surrounded>,
    );
    await import('./curve-chart.tsx');
    return rendered;
  });
  show(20);
  const figure = await screen.findByRole('figure', { name: main }, { timeout: 10_000 });
  const names = () =>
    screen.getAllByRole('figure').map((each) => within(each).getByRole('heading').textContent);
  return { store, state, show, figure, names, container };
}

const tabs = () => screen.getAllByRole('tab').map(({ textContent }) => textContent);

describe('Charts', () => {
  it('has the loss, the gap and the penalty take turns beside the accuracy', async () => {
    const { names } = await openCharts();
    expect(names()).toEqual(['Accuracy', 'Data loss']);
    await userEvent.click(screen.getByRole('tab', { name: 'Gap' }));
    expect(names()).toEqual(['Accuracy', 'Gap']);
    await userEvent.keyboard('{ArrowRight}');
    expect(screen.getByRole('tab', { name: 'Penalty' })).toHaveFocus();
    expect(names()).toEqual(['Accuracy', 'Penalty']);
    expect(screen.getByRole('tabpanel', { name: 'Penalty' })).toHaveTextContent(
      'none in A and B: dropout acts without one',
    );
    await userEvent.keyboard('{ArrowRight}');
    expect(names()).toEqual(['Accuracy', 'Data loss']);
  });

  it('has a way to the table of each', async () => {
    await openCharts();
    for (const name of ['Data loss', 'Gap', 'Penalty']) {
      await userEvent.click(screen.getByRole('tab', { name }));
      const figure = screen.getByRole('figure', { name });
      await userEvent.click(within(figure).getByRole('button', { name: 'Show as table' }));
      expect(within(figure).getAllByRole('row')).toHaveLength(1 + 21);
      await userEvent.click(within(figure).getByRole('button', { name: 'Show as chart' }));
    }
  });

  it('puts the loss first where there is no accuracy', async () => {
    const { store, state, names } = await openCharts();
    const experiment = state().runExperiment ?? state().experiment;
    const data = { ...experiment.data, dataset: 'diabetes' as const, wrongLabelShare: 0 };
    act(() => store.setState({ runExperiment: { ...experiment, data } }));
    expect(names()).toEqual(['Data loss', 'Gap']);
    expect(tabs()).toEqual(['Gap', 'Penalty']);
    expect(screen.queryByRole('button', { name: 'Show for accuracy' })).toBeNull();
  });

  it.each([
    ['circles', 'Decision boundary', ['Accuracy', 'Data loss', 'Gap', 'Penalty']],
    ['sine', 'Fitted curves', ['Data loss', 'Gap', 'Penalty']],
  ] as const)('has all of them in turns beside the picture of %s', async (dataset, title, all) => {
    const { store, state, names } = await openCharts();
    const experiment = state().runExperiment ?? state().experiment;
    const data = { ...experiment.data, dataset, wrongLabelShare: 0 };
    act(() => store.setState({ runExperiment: { ...experiment, data } }));
    expect(screen.getByRole('region', { name: title })).toBeVisible();
    expect(tabs()).toEqual(all);
    expect(names()).toEqual([all[0]]);
    expect(screen.getByRole('slider', { name: 'Epoch on show' })).toBeVisible();
    await userEvent.click(screen.getByRole('tab', { name: 'Gap' }));
    expect(names()).toEqual(['Gap']);
    // They stand elsewhere, and still one looks back and keeps the run from there.
    expect(screen.getByRole('slider', { name: 'Epoch on show' })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Keep as reference' })).toBeVisible();
  });

  it('keeps a run as the reference for those after it, until it is dropped', async () => {
    const { figure, show } = await openCharts();
    await userEvent.click(screen.getByRole('button', { name: 'Keep as reference' }));
    expect(figure).toHaveTextContent('stays as a reference when another run begins');
    expect(figure.querySelector('[data-series="reference A validation"]')).toBeNull();
    show(5);
    expect(figure.querySelector('[data-series="reference A validation"]')).toBeInTheDocument();
    expect(
      screen
        .getByRole('figure', { name: 'Data loss' })
        .querySelector('[data-series="reference B training"]'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Drop reference' }));
    expect(figure.querySelector('[data-series="reference A validation"]')).toBeNull();
  });

  it('keeps a run that trains on as far as it came', async () => {
    const { state, show } = await openCharts();
    await userEvent.click(screen.getByRole('button', { name: 'Keep as reference' }));
    const rows = () => state().reference?.record.lanes.map((lane) => lane.rows.length);
    expect(rows()).toEqual([21, 21]);
    const { history } = state();
    if (history) appendFixtureEpoch(history, 21);
    show(5);
    expect(rows()).toEqual([22, 22]);
    // Of this one nothing was kept.
    show(6);
    expect(rows()).toEqual([22, 22]);
  });

  it('does not draw a reference over other data', async () => {
    const { store, state, figure, show } = await openCharts();
    await userEvent.click(screen.getByRole('button', { name: 'Keep as reference' }));
    const experiment = state().runExperiment ?? state().experiment;
    const data = { ...experiment.data, dataset: 'mnist' as const };
    act(() => store.setState({ runExperiment: { ...experiment, data } }));
    show(5);
    expect(figure.querySelector('[data-series="A validation"]')).toBeInTheDocument();
    expect(figure.querySelector('[data-series="reference A validation"]')).toBeNull();
  });

  it('is clean for axe', async () => {
    const { container } = await openCharts();
    await userEvent.click(screen.getByRole('tab', { name: 'Gap' }));
    const rules = { 'color-contrast': { enabled: false } }; // needs a real browser
    expect((await axe.run(container, { rules })).violations).toEqual([]);
  });
});
