// @vitest-environment jsdom
import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordOf } from '../../../client/run-record.ts';
import type { RunHistory } from '../../../client/run-history.ts';
import type { ChartChange } from '../../../ui/chart/data/series-types.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { lossChart } from './loss-chart.ts';
import { accuracyChart } from './accuracy-chart.ts';
import {
  appendFixtureEpoch,
  emptyFixtureRun,
  FIXTURE_END,
  fixtureArms,
  fixtureRun,
} from './run-fixture.ts';

const ARMS = fixtureArms(2);

beforeEach(() => giveChartsASize(560));
afterEach(() => {
  vi.restoreAllMocks();
});

async function renderChart(
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

describe('AccuracyChart', () => {
  it('draws its axes before there is a run', async () => {
    const { text } = await renderChart(null);
    expect(text()).toContain('The curves grow here');
    expect(text()).toContain('100\u202f%');
    expect(text()).toContain('epoch');
    expect(screen.queryByRole('slider')).toBeNull();
  });

  it('says when nothing is measured yet, and draws epoch 0 as points', async () => {
    const history = emptyFixtureRun(2);
    const { text, figure } = await renderChart(history);
    expect(text()).toContain('Measuring the untrained networks');
    act(() => appendFixtureEpoch(history, 0));
    await waitFor(() => expect(text()).toContain('Epoch 0: the untrained networks'));
    expect(figure.querySelectorAll('[data-mark="point"]')).toHaveLength(4);
    expect(text()).toMatch(/A val 1\d\s%/);
  });

  it('labels the ends of the lines and marks the best epochs', async () => {
    const { text, marks, line } = await renderChart(fixtureRun(2, 50));
    for (const label of [/A val 7\d\s%/, /A train 9\d\s%/, /B val 8\d\s%/, /B train 7\d\s%/])
      expect(text()).toMatch(label);
    expect(marks('best')).toBe(2);
    expect(line('A validation')).not.toHaveAttribute('stroke-dasharray');
    expect(line('A training')).toHaveAttribute('stroke-dasharray');
    expect(line('B validation')).toHaveAttribute('stroke', 'var(--arm-b)');
  });

  it('says that its axis does not begin at 0', async () => {
    const { figure, text } = await renderChart(emptyFixtureRun(2));
    expect(text()).not.toContain('axis from');
    cleanup();
    const later = await renderChart(fixtureRun(2, 50));
    expect(later.text()).toMatch(/axis from \d\d\s%/);
    expect(within(later.figure).getByRole('img')).toHaveAccessibleName(/\. Axis from \d\d\s%$/);
    expect(figure).not.toBeInTheDocument();
  });

  it('labels the validation lines alone where there is no room for all', async () => {
    giveChartsASize(560, 140);
    const { text, state } = await renderChart(fixtureRun(4, 50), fixtureArms(4));
    expect(text()).toMatch(/D train \d\d\s%/);
    act(() => state().changeChartView('accuracy', { showsTrueLabels: true }));
    expect(text()).toMatch(/D val \d\d\s%/);
    expect(text()).not.toMatch(/D (train|true) \d\d\s%/);
  });

  it('labels the validation lines alone of five and six arms; training is read by pointing', async () => {
    const { figure } = await renderChart(fixtureRun(5, 50), fixtureArms(5));
    const drawn = within(figure).getByRole('img').textContent;
    expect(drawn.match(/[A-E] val \d\d\s%/g)).toHaveLength(5);
    expect(drawn).not.toMatch(/[A-E] train \d\d/);
    await userEvent.pointer({ target: screen.getByRole('slider'), coords: { clientX: 0 } });
    const [head, ...rows] = within(figure).getAllByRole('row', { hidden: true });
    expect(head).toHaveTextContent('Epoch 0valtrain');
    expect(rows.map((row) => row.querySelectorAll('td').length)).toEqual([2, 2, 2, 2, 2]);
  });

  it('draws at most 250 points of a long run', async () => {
    const { line } = await renderChart(fixtureRun(1, 2000), fixtureArms(1));
    const path = line('A validation')?.getAttribute('d') ?? '';
    expect(path.split(/[ML]/).length - 1).toBeLessThanOrEqual(250);
    expect(path.split(/[ML]/).length - 1).toBeGreaterThan(100);
  });

  it('follows the run', async () => {
    const history = fixtureRun(2, 10);
    const { line } = await renderChart(history);
    const before = line('A validation')?.getAttribute('d') ?? '';
    act(() => appendFixtureEpoch(history, 11));
    await waitFor(() => expect(line('A validation')).not.toHaveAttribute('d', before));
    expect(line('A validation')?.getAttribute('d')).toContain(before);
  });

  it('ends the lines of a lane that diverged with a cross and a word', async () => {
    const history = fixtureRun(2, 11);
    appendFixtureEpoch(history, 12, { end: { lane: 0, end: FIXTURE_END } });
    appendFixtureEpoch(history, 13);
    const { text, marks } = await renderChart(history);
    expect(marks('stop')).toBe(2);
    expect(text()).toContain('A diverged');
    expect(text()).not.toContain('A val');
    expect(text()).toContain('B val');
  });

  it('says when a lane was stopped early', async () => {
    const history = fixtureRun(2, 11);
    const end = { kind: 'stoppedEarly', epoch: 12, message: '' } as const;
    appendFixtureEpoch(history, 12, { end: { lane: 1, end } });
    for (let epoch = 13; epoch <= 50; epoch++) appendFixtureEpoch(history, epoch);
    const { text, marks } = await renderChart(history);
    expect(marks('stop')).toBe(2);
    expect(text()).toContain('B stopped');
  });

  it('marks the epoch that was restored, apart from the best one, and says so', async () => {
    const history = fixtureRun(2, 49);
    appendFixtureEpoch(history, 50, { restored: { lane: 1, epoch: 17 } });
    const { marks, figure } = await renderChart(history);
    expect(marks('restored')).toBe(1);
    expect(marks('best')).toBe(2);
    expect(within(figure).getByRole('img')).toHaveAccessibleName(
      /B restored the weights of epoch 17\. Axis from 30\s%$/,
    );
    const user = userEvent.setup();
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{Home}{PageUp}{ArrowRight>7/}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /^Epoch 17\. .*B restored the weights of epoch 17$/,
    );
  });

  it('marks what was changed while it trained, and reads it out', async () => {
    const changes = [
      { ownerId: 'B', epoch: 12.4, text: 'dropout 0.5 → 0.2' },
      { ownerId: null, epoch: 30, text: 'learning rate 0.005 → 0.001' },
    ];
    const { marks, figure } = await renderChart(fixtureRun(2, 50), ARMS, changes);
    expect(marks('change')).toBe(2);
    expect(within(figure).getByRole('img')).toHaveAccessibleName(
      /B: dropout 0.5 → 0.2 at epoch 12.4. All: learning rate 0.005 → 0.001 at epoch 30\. Axis from 30\s%$/,
    );
    const user = userEvent.setup();
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{Home}{PageUp}{ArrowRight}');
    expect(figure).not.toHaveTextContent('dropout 0.5 → 0.2');
    await user.keyboard('{ArrowRight}');
    expect(figure).toHaveTextContent('B: dropout 0.5 → 0.2 at epoch 12.4');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toContain('at epoch 12.4');
  });

  it('leaves a gap where a figure is missing', async () => {
    const history = fixtureRun(1, 3);
    appendFixtureEpoch(history, 4, { figures: { validationAccuracy: NaN } });
    appendFixtureEpoch(history, 5);
    appendFixtureEpoch(history, 6);
    const { line } = await renderChart(history, fixtureArms(1));
    expect(line('A validation')?.getAttribute('d')?.match(/M/g)).toHaveLength(2);
  });

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

  it('reads all repeated runs as their mean, with a band and how many are left', async () => {
    const history = fixtureRun(2, 11, { replicates: 3 });
    appendFixtureEpoch(history, 12, { end: { lane: 4, end: FIXTURE_END } });
    for (let epoch = 13; epoch <= 20; epoch++) appendFixtureEpoch(history, epoch);
    const { figure, marks, text } = await renderChart(history);
    expect(text()).toContain('standard deviation over 3 seeds');
    expect(figure.querySelectorAll('[data-band]')).toHaveLength(2);
    expect(figure.querySelectorAll('[data-seeds]')).toHaveLength(0);
    expect(marks('parting')).toBe(1);
    const user = userEvent.setup();
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{End}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /^Epoch 20\. A: validation \d\d\.\d ± \d\.\d\s% \(2 of 3 seeds\), .*B: validation \d\d\.\d ± \d\.\d\s%, /,
    );
    expect(within(figure).getByRole('img')).toHaveAccessibleName(
      /A: 1 of 3 seeds diverged after epoch 12, the mean goes on with 2\. Axis from 30\s%$/,
    );
  });

  it('shows each seed, where that is wanted, as a faint line', async () => {
    const { figure, state } = await renderChart(fixtureRun(2, 20, { replicates: 3 }));
    act(() => state().changeChartView('accuracy', { showsSeeds: true }));
    const [seeds] = figure.querySelectorAll('[data-seeds]');
    expect(seeds?.getAttribute('d')?.match(/M/g)).toHaveLength(3);
  });

  it('shows training against the true labels as an option, only where labels are wrong', async () => {
    const user = userEvent.setup();
    const { figure, line } = await renderChart(fixtureRun(2, 20));
    expect(line('A training, true labels')).toBeNull();
    await user.click(within(figure).getByRole('button', { name: 'Options of Accuracy' }));
    await user.click(screen.getByRole('switch', { name: 'Training against true labels' }));
    expect(line('A training, true labels')).toBeInTheDocument();
    expect(figure).toHaveTextContent(/A true 8\d %/);
  });

  it('shows a part of the run, and its table the same part', async () => {
    const user = userEvent.setup();
    const { figure, state, text, marks } = await renderChart(fixtureRun(2, 50));
    act(() => state().changeChartView('accuracy', { from: 30, to: 40 }));
    expect(text()).toContain('epochs 30 to 40 only');
    expect(marks('best')).toBe(0);
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{Home}');
    expect(text()).toContain('Epoch 30');
    await user.keyboard('{End}{ArrowRight}');
    expect(text()).toContain('Epoch 40');
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(within(figure).getAllByRole('row')).toHaveLength(1 + 11);
  });

  it('smooths what is drawn and nothing else', async () => {
    const history = fixtureRun(2, 50);
    const { figure, line, state, text } = await renderChart(history);
    const before = line('A validation')?.getAttribute('d');
    act(() => state().changeChartView('accuracy', { smoothing: 0.8 }));
    expect(line('A validation')).not.toHaveAttribute('d', before);
    expect(figure.querySelector('[data-raw="A validation"]')).toHaveAttribute('d', before);
    expect(text()).toContain('smoothed 0.8');
    const share = history.lanes[0]?.value('validationAccuracy', 50) ?? NaN;
    const user = userEvent.setup();
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{End}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toContain(
      `A: validation ${(share * 100).toFixed(1)}\u202f%`,
    );
  });

  it('counts steps where arms differ in the length of an epoch', async () => {
    const history = fixtureRun(2, 20, { stepsPerEpoch: [10, 20] });
    const { figure, state, text } = await renderChart(history);
    expect(text()).toContain('an epoch is 10 steps in A and 20 in B');
    act(() => state().changeChartView('accuracy', { unit: 'steps' }));
    expect(within(figure).getByRole('img', { name: /accuracy by step/ })).toBeInTheDocument();
    const user = userEvent.setup();
    act(() => screen.getByRole('slider', { name: 'Read Accuracy at a step' }).focus());
    await user.keyboard('{Home}{ArrowRight>3/}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /^Step 30\. A, epoch 3: .*\. B, epoch 1: /,
    );
  });

  it('draws a kept run beneath, and reads and lists it apart', async () => {
    const user = userEvent.setup();
    const { figure, line, state, store, text } = await renderChart(
      fixtureRun(1, 20),
      fixtureArms(1),
    );
    const { experiment } = state();
    const source = fixtureRun(2, 30);
    const made = { at: new Date(0).toISOString(), backend: null, app: '0' };
    const record = recordOf({ history: source, experiment, changes: [] }, made);
    act(() => store.setState({ reference: { record, source, version: source.version() } }));
    expect(line('reference B validation')).toBeInTheDocument();
    expect(line('A validation')).toBeInTheDocument();
    expect(text()).toMatch(/ref B 8\d\s%/);
    act(() => screen.getByRole('slider').focus());
    await user.keyboard('{End}');
    expect(screen.getByRole('slider').getAttribute('aria-valuetext')).toMatch(
      /^Epoch 20\. A: .*\. Reference A: .*\. Reference B: validation/,
    );
    await user.click(screen.getByRole('button', { name: 'Show as table' }));
    expect(within(figure).getAllByRole('columnheader').at(-1)).toHaveTextContent(
      'reference B training',
    );
    await user.click(screen.getByRole('button', { name: 'Show as chart' }));
    act(() => state().dropReference());
    expect(line('reference B validation')).toBeNull();
  });

  it('is clean for axe and shouts nothing', async () => {
    const { figure } = await renderChart(fixtureRun(2, 50));
    const rules = { 'color-contrast': { enabled: false } }; // needs a real browser
    expect((await axe.run(figure, { rules })).violations).toEqual([]);
    expect(figure.querySelector('[aria-live], [role=status]')).toBeNull();
  });
});
