// @vitest-environment jsdom
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { recordOf } from '../../../client/run-record.ts';
import { appendFixtureEpoch, FIXTURE_END, fixtureArms, fixtureRun } from './run-fixture.ts';
import { renderChart, sizeCharts } from './accuracy-chart-fixture.tsx';

sizeCharts();

describe('what else the chart of accuracies shows', () => {
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
      /A: 1 of 3 seeds diverged after epoch 12, the mean goes on with 2\. Epoch 20\. A: validation 8\d.*\. Axis from 30\s%$/,
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
});
