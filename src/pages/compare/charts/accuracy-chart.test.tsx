// @vitest-environment jsdom
import { act, cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { giveChartsASize } from './curve-chart-fixture.tsx';
import {
  appendFixtureEpoch,
  emptyFixtureRun,
  FIXTURE_END,
  fixtureArms,
  fixtureRun,
} from './run-fixture.ts';
import { ARMS, renderChart, sizeCharts } from './accuracy-chart-fixture.tsx';

sizeCharts();

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
      /B restored the weights of epoch 17\. Epoch 50\. A: validation .*\. Axis from 30\s%$/,
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
      /B: dropout 0.5 → 0.2 at epoch 12.4. All: learning rate 0.005 → 0.001 at epoch 30\. Epoch 50\. A: validation .*\. Axis from 30\s%$/,
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

  it('is clean for axe and shouts nothing', async () => {
    const { figure } = await renderChart(fixtureRun(2, 50));
    const rules = { 'color-contrast': { enabled: false } }; // needs a real browser
    expect((await axe.run(figure, { rules })).violations).toEqual([]);
    expect(figure.querySelector('[aria-live], [role=status]')).toBeNull();
  });
});
