// @vitest-environment jsdom
import { act, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { RunHistory } from '../../../client/run-history.ts';
import type { ChartChange } from '../../../ui/chart/data/series-types.ts';
import { giveChartsASize, renderCurves } from './curve-chart-fixture.tsx';
import { accuracyChart } from './accuracy-chart.ts';
import { appendFixtureEpoch, fixtureArms, fixtureRun } from './run-fixture.ts';

const ARMS = fixtureArms(2);

beforeEach(() => giveChartsASize(560));
afterEach(() => {
  vi.restoreAllMocks();
});

async function lookBackAt(history: RunHistory, changes: readonly ChartChange[] = []) {
  const { state, figureNamed } = renderCurves([accuracyChart], { history, arms: ARMS, changes });
  const { figure, line } = figureNamed('Accuracy');
  await within(figure).findByRole('img', { name: /accuracy by epoch/ }, { timeout: 10_000 });
  const lookBack = (epoch: number | null) => act(() => state().lookBack(epoch));
  const later = (id: string) => figure.querySelector(`path[data-later="${id}"]`);
  const marks = (kind: string) => {
    const all = [...figure.querySelectorAll(`[data-mark="${kind}"]`)];
    const faint = all.filter((mark) => mark.hasAttribute('opacity'));
    return { plain: all.length - faint.length, faint: faint.length };
  };
  const labels = () => [...figure.querySelectorAll('text')].map(({ textContent }) => textContent);
  return { figure, line, lookBack, later, marks, labels };
}

const valueAt = (history: RunHistory, epoch: number) =>
  `A val ${(100 * (history.lanes[0]?.value('validationAccuracy', epoch) ?? NaN)).toFixed(0)}\u202f%`;

describe('a chart that looks back', () => {
  it('ends its lines at the epoch on show, labels them there, and goes on faintly', async () => {
    const history = fixtureRun(2, 50);
    const { line, lookBack, later, labels, figure } = await lookBackAt(history);
    const whole = line('A validation')?.getAttribute('d') ?? '';
    expect(later('A validation')).toBeNull();
    lookBack(3);
    const plain = line('A validation')?.getAttribute('d') ?? '';
    expect(whole.startsWith(plain)).toBe(true);
    expect(plain.split(/[ML]/).length - 1).toBe(4);
    const faint = later('A validation')?.getAttribute('d') ?? '';
    expect(faint.split(/[ML]/).length - 1).toBe(48);
    expect(valueAt(history, 3)).not.toBe(valueAt(history, 50));
    expect(labels()).toContain(valueAt(history, 3));
    expect(labels()).not.toContain(valueAt(history, 50));
    expect(
      within(figure).getByRole('img', {
        name: /Looking back at epoch 3: what came after is faint/,
      }),
    ).toBeInTheDocument();
    lookBack(null);
    expect(line('A validation')).toHaveAttribute('d', whole);
    expect(labels()).toContain(valueAt(history, 50));
    expect(within(figure).queryByRole('img', { name: /Looking back/ })).toBeNull();
  });

  it('marks the best epoch so far plainly, and the best of the run faintly where it comes later', async () => {
    const history = fixtureRun(2, 50);
    const { lookBack, marks } = await lookBackAt(history);
    expect(marks('best')).toEqual({ plain: 2, faint: 0 });
    lookBack(2);
    expect(marks('best')).toEqual({ plain: 2, faint: 2 });
    lookBack(49);
    expect(marks('best')).toEqual({ plain: 2, faint: 0 });
    lookBack(0);
    expect(marks('best')).toEqual({ plain: 0, faint: 2 });
  });

  it('names the best so far and the best of the run where they are read', async () => {
    const history = fixtureRun(2, 50);
    const best = history.lanes[0]?.best('validationAccuracy', 'highest', 2) ?? NaN;
    const { figure, lookBack } = await lookBackAt(history);
    lookBack(2);
    const slider = within(figure).getByRole('slider');
    slider.focus();
    await userEvent.keyboard(`{Home}${'{ArrowRight}'.repeat(best)}`);
    expect(slider).toHaveAttribute(
      'aria-valuetext',
      expect.stringContaining('best validation so far'),
    );
  });

  it('has what ended, was restored or changed later stand faintly', async () => {
    const history = fixtureRun(2, 18);
    const end = { kind: 'stoppedEarly', epoch: 19, message: '' } as const;
    const restored = { lane: 0, epoch: 14 };
    appendFixtureEpoch(history, 19, { end: { lane: 0, end }, restored });
    for (let epoch = 20; epoch <= 50; epoch++) appendFixtureEpoch(history, epoch);
    const change = { ownerId: 'B', epoch: 30, text: 'dropout 0.5 → 0.2' };
    const { lookBack, marks, labels } = await lookBackAt(history, [change]);
    lookBack(16);
    // Epoch 14 was over by then, and not put back yet.
    expect(marks('restored')).toEqual({ plain: 0, faint: 1 });
    expect(marks('stop')).toEqual({ plain: 0, faint: 2 });
    expect(marks('change')).toEqual({ plain: 0, faint: 1 });
    expect(labels()).not.toContain('A stopped');
    lookBack(40);
    expect(marks('restored')).toEqual({ plain: 1, faint: 0 });
    expect(marks('stop')).toEqual({ plain: 2, faint: 0 });
    expect(marks('change')).toEqual({ plain: 1, faint: 0 });
    expect(labels()).toContain('A stopped');
  });

  it('does so on an axis of steps, at each arm’s own place', async () => {
    const history = fixtureRun(2, 50, { stepsPerEpoch: [13, 50] });
    const { figure, line, lookBack, later } = await lookBackAt(history);
    await userEvent.click(within(figure).getByRole('button', { name: /Options/ }));
    await userEvent.click(within(document.body).getByRole('radio', { name: 'Steps' }));
    lookBack(10);
    for (const id of ['A validation', 'B validation']) {
      expect(line(id)?.getAttribute('d')?.split(/[ML]/).length).toBe(12);
      expect(later(id)?.getAttribute('d')?.split(/[ML]/).length).toBe(42);
    }
  });

  it('keeps bands and single seeds to that epoch, and the rest faint', async () => {
    const history = fixtureRun(1, 50, { replicates: 3 });
    const { figure, lookBack } = await lookBackAt(history);
    lookBack(10);
    const bands = [...figure.querySelectorAll('[data-band="A validation"]')];
    expect(bands).toHaveLength(2);
    expect(bands.filter((band) => band.closest('g[class*="later"]'))).toHaveLength(1);
  });
});
