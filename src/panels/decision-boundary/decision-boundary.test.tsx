// @vitest-environment jsdom
import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { findDataset } from '../../datasets/registry.ts';
import { openCircles } from './boundary-fixture.tsx';
import { decisionBoundaryPanel } from './decision-boundary-panel.ts';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

/** The planes of both arms, 200 px wide and high at the corner of the page. */
function planes(container: HTMLElement): Element[] {
  const found = [...container.querySelectorAll('svg[data-clickable]')];
  for (const plane of found) plane.getBoundingClientRect = () => new DOMRect(0, 0, 200, 200);
  return found;
}

function clickPlane(container: HTMLElement, clientX: number, clientY: number, arm = 0): void {
  const plane = planes(container)[arm];
  if (plane) fireEvent.click(plane, { clientX, clientY });
}

const tool = (name: string) => screen.getByRole('radio', { name });
const note = () => screen.getByRole('status', { name: 'Own points' });
const marks = (container: HTMLElement, kind: string) =>
  [...(planes(container)[0]?.querySelectorAll(`[data-kind="${kind}"]`) ?? [])]
    .map((path) => (path.getAttribute('d')?.match(/M/g) ?? []).length)
    .reduce((sum, one) => sum + one, 0);

describe('decision boundary', () => {
  it('is a picture with words, for each arm', () => {
    openCircles();
    const [picture] = screen.getAllByRole('img');
    expect(screen.getAllByRole('img')).toHaveLength(2);
    // Twenty points by turns; of the four wrong ones those told “inner” are on their given side.
    expect(picture).toHaveAccessibleName(/^Of the 4 wrong labels in training it has \w+ on their/);
    expect(picture).toHaveAccessibleName(/“inner” takes 50\u00a0% of the square in one piece/);
    expect(picture).not.toHaveAccessibleName(/your own/);
  });

  it('draws every training point in the shape of its given label, wrong ones ringed', async () => {
    const { container, user } = openCircles();
    expect(marks(container, 'training')).toBe(20);
    const rings = planes(container)[0]?.querySelector('[class*="ring"]')?.getAttribute('d');
    expect(rings?.match(/M/g)).toHaveLength(4);
    expect(marks(container, 'validation')).toBe(0);
    await user.click(screen.getByRole('checkbox', { name: 'Validation points' }));
    expect(marks(container, 'validation')).toBe(30);
  });

  it('has one scale for all arms, in the data’s own units', () => {
    const { container } = openCircles();
    const ends = [...container.querySelectorAll('[class*="canvas"]')].map((canvas) =>
      canvas instanceof HTMLElement ? canvas.style.width : '',
    );
    // B's picture covers less: ±1.25 of ±1.5.
    expect(ends[0]).toBe('100%');
    expect(Number.parseFloat(ends[1] ?? '')).toBeCloseTo(100 * (1.25 / 1.5), 3);
    expect(screen.getAllByText('x₁')).toHaveLength(2);
    expect(screen.getAllByText('−1').length).toBeGreaterThan(1);
  });

  it('applies to points in the plane alone', () => {
    const { experiment } = openCircles().state();
    const applies = (id: string) => {
      const dataset = findDataset(id);
      return dataset && decisionBoundaryPanel.applies({ dataset, experiment });
    };
    expect(['circles', 'spirals', 'moons', 'xor', 'gaussians'].map(applies)).not.toContain(false);
    expect(['digits', 'sine', 'wine', 'spam'].map(applies)).not.toContain(true);
  });
});

describe('own points', () => {
  it('are added by a click where it was, of the chosen class, and train from the next run on', async () => {
    const { container, user, state, requests } = openCircles();
    clickPlane(container, 100, 50);
    expect(state().experiment.data.ownPoints).toBeUndefined();
    await user.click(tool('add “inner”'));
    const before = requests.filter((one) => one === 'prepareRun').length;
    clickPlane(container, 100, 50);
    expect(state().experiment.data.ownPoints).toEqual([[0, 0.75, 1]]);
    expect(note()).toHaveTextContent('Added: inner at 0, 0.75.');
    expect(note()).toHaveTextContent('With Reset: one own point (dashed) to come.');
    await user.click(tool('add “outer”'));
    clickPlane(container, 200, 200, 1);
    expect(state().experiment.data.ownPoints).toEqual([
      [0, 0.75, 1],
      [1.5, -1.5, 0],
    ]);
    expect(marks(container, 'waiting')).toBe(2);
    expect(state().problems).toEqual([]);
    // The run has not begun: it is prepared anew by itself.
    await vi.waitFor(() =>
      expect(requests.filter((one) => one === 'prepareRun').length).toBeGreaterThan(before),
    );
  });

  it('are removed by a click beside one; drawn points stay', async () => {
    const { container, user, state } = openCircles([
      [0.75, 0.75, 0],
      [-0.75, 0, 1],
    ]);
    expect(marks(container, 'own')).toBe(2);
    await user.click(tool('remove own'));
    clickPlane(container, 100, 190);
    expect(note()).toHaveTextContent('No own point there; drawn points stay.');
    clickPlane(container, 152, 47);
    expect(state().experiment.data.ownPoints).toEqual([[-0.75, 0, 1]]);
    expect(note()).toHaveTextContent('Removed: outer at 0.75, 0.75.');
    expect([marks(container, 'own'), marks(container, 'leaving')]).toEqual([1, 1]);
    clickPlane(container, 50, 100);
    expect(state().experiment.data).not.toHaveProperty('ownPoints');
  });

  it('can be set and removed by keyboard alone', async () => {
    const { user, state } = openCircles();
    screen.getByRole('button', { name: 'Own points…' }).focus();
    await user.keyboard('{Enter}');
    const form = within(screen.getByRole('dialog', { name: 'Own points…' }));
    const field = (name: string) => form.getByRole('textbox', { name });
    await user.clear(field('x₁'));
    await user.type(field('x₁'), '0.5{Enter}');
    await user.clear(field('x₂'));
    await user.type(field('x₂'), '-11{Enter}');
    expect(field('x₂')).toHaveAccessibleDescription(/a number from -10 to 10/);
    await user.clear(field('x₂'));
    await user.type(field('x₂'), '-0.25{Enter}');
    await user.selectOptions(form.getByRole('combobox', { name: 'Class' }), 'inner');
    form.getByRole('button', { name: 'Add' }).focus();
    await user.keyboard('{Enter}');
    expect(state().experiment.data.ownPoints).toEqual([[0.5, -0.25, 1]]);
    expect(form.getByText('Added: inner at 0.5, −0.25.')).toBeVisible();
    await user.click(form.getByRole('button', { name: 'Remove inner at 0.5, −0.25' }));
    expect(state().experiment.data.ownPoints).toBeUndefined();
  });

  it('are at most 500', async () => {
    const { container, user, state } = openCircles(
      Array.from({ length: 500 }, (_, i) => [i / 500, 0, 1] as const),
    );
    await user.click(tool('add “inner”'));
    clickPlane(container, 100, 50);
    expect(state().experiment.data.ownPoints).toHaveLength(500);
    expect(note()).toHaveTextContent('These are 500 own points: there can be no more.');
  });

  it('wait for the next run once one trains, and are told of in the picture when they train', () => {
    const { status, state, container } = openCircles([[0, 1, 1]]);
    expect(screen.getAllByRole('img')[0]).toHaveAccessibleName(
      /Your own point is on its own side\.$/,
    );
    act(() => status('training'));
    act(() => state().changeOwnPoints([]));
    expect(state().runExperiment?.data.ownPoints).toEqual([[0, 1, 1]]);
    expect(marks(container, 'leaving')).toBe(1);
  });

  it('are not to be edited in a run on other data', async () => {
    const { status, state, user, container } = openCircles([[0, 1, 1]]);
    await user.click(tool('add “inner”'));
    act(() => status('training'));
    act(() => state().changeDataset('moons'));
    expect(state().fittedToDataset).toContain('no own points');
    expect(screen.queryByRole('radio', { name: 'add “inner”' })).toBeNull();
    clickPlane(container, 100, 50);
    expect(state().experiment.data.ownPoints).toBeUndefined();
    expect(marks(container, 'own')).toBe(1);
  });
});
