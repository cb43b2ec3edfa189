// @vitest-environment jsdom
import { act, configure, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { STREAM, makeKey } from '../../../../base/random.ts';
import { circles } from '../../../../datasets/sets/circles.ts';
import { findDataset } from '../../../../datasets/registry.ts';
import { openCircles } from './boundary-fixture.tsx';
import { decisionBoundaryPicture } from './decision-boundary-picture.ts';

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
const note = () => screen.getByRole('status', { name: 'Changed points' });
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
    expect(picture).toHaveAccessibleName(
      /of (the )?4 wrong labels lies? on the side (it was|they were) given/,
    );
    expect(picture).toHaveAccessibleName(/“inner” takes 50\u202f% of the square in one piece/);
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

  it('says that a click does nothing until it is chosen what it does', async () => {
    const { container, user, state } = openCircles();
    expect(note()).toHaveTextContent('Choose add or remove, and a click in a plot does it.');
    clickPlane(container, 50, 50);
    expect(state().experiment.data.ownPoints).toBeUndefined();
    await user.click(tool('add “outer”'));
    expect(note()).toHaveTextContent('Click in any plot: the point trains all arms.');
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
    const applies = (id: string) => {
      const dataset = findDataset(id);
      return dataset && decisionBoundaryPicture.applies(dataset);
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

  it('are removed by a click beside one', async () => {
    const { container, user, state } = openCircles([
      [0.75, 0.75, 0],
      [-0.75, 0, 1],
    ]);
    expect(marks(container, 'own')).toBe(2);
    await user.click(tool('remove'));
    clickPlane(container, 199, 199);
    expect(note()).toHaveTextContent('No training point there.');
    clickPlane(container, 150, 50);
    expect(state().experiment.data.ownPoints).toEqual([[-0.75, 0, 1]]);
    expect(note()).toHaveTextContent('Removed: outer at 0.75, 0.75.');
    expect([marks(container, 'own'), marks(container, 'leaving')]).toEqual([1, 1]);
    clickPlane(container, 50, 100);
    expect(state().experiment.data).not.toHaveProperty('ownPoints');
    expect(state().experiment.data).not.toHaveProperty('removedPoints');
  });

  it('can be set and removed by keyboard alone', async () => {
    const { user, state } = openCircles();
    screen.getByRole('button', { name: 'Points…' }).focus();
    await user.keyboard('{Enter}');
    const form = within(screen.getByRole('dialog', { name: 'Points' }));
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
      /Your own point lies on its own side\.$/,
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
    expect(state().datasetNote?.set).toContain('no own points');
    expect(screen.queryByRole('radio', { name: 'add “inner”' })).toBeNull();
    clickPlane(container, 100, 50);
    expect(state().experiment.data.ownPoints).toBeUndefined();
    expect(marks(container, 'own')).toBe(1);
  });
});

describe('drawn points', () => {
  /** Where the point of this number lies in the planes of 200 px, from −1.5 to 1.5. */
  function pointOnScreen(row: number): readonly [number, number] {
    if (circles.rows.kind !== 'generated') throw new Error('Circles are made.');
    const key = makeKey(42, STREAM.generatedData, 0, 0, 0);
    const { features } = circles.rows.draw(20, 0.1, key);
    const [x = NaN, y = NaN] = features.subarray(2 * row, 2 * row + 2);
    return [100 * (1 + x / 1.5), 100 * (1 - y / 1.5)];
  }

  it('are removed by a click, from all arms, and train again when they are put back', async () => {
    const { container, user, state, arriveAnew } = openCircles();
    await user.click(tool('remove'));
    clickPlane(container, ...pointOnScreen(6), 1);
    expect(state().experiment.data.removedPoints).toEqual([6]);
    expect(state().problems).toEqual([]);
    expect(note()).toHaveTextContent(/^Removed: drawn point 7, outer at /);
    expect(note()).toHaveTextContent('With Reset: one drawn point (pale) to go.');
    expect([marks(container, 'training'), marks(container, 'leaving')]).toEqual([19, 1]);
    clickPlane(container, ...pointOnScreen(3));
    expect(state().experiment.data.removedPoints).toEqual([3, 6]);
    act(() => arriveAnew());
    expect(note()).not.toHaveTextContent(/Removed|With Reset/);
    act(() => state().changeRemovedPoints([3]));
    expect(note()).toHaveTextContent('one drawn point (dashed) to come back');
  });

  it('are left alone by a click on one that is removed already', async () => {
    const { container, user, state } = openCircles();
    await user.click(tool('remove'));
    const others = Array.from({ length: 20 }, (_, row) => row).filter((row) => row !== 6);
    act(() => state().changeRemovedPoints(others));
    clickPlane(container, ...pointOnScreen(3));
    expect(state().experiment.data.removedPoints).toEqual(others);
  });

  it('are removed and put back by keyboard alone, told by number, place and label', async () => {
    const { user, state } = openCircles();
    screen.getByRole('button', { name: 'Points…' }).focus();
    await user.keyboard('{Enter}');
    const form = within(screen.getByRole('dialog', { name: 'Points' }));
    const field = form.getByRole('textbox', { name: 'Drawn point' });
    await user.clear(field);
    await user.type(field, '7{Enter}');
    const [left, top] = pointOnScreen(6);
    const place = [1.5 * (left / 100 - 1), 1.5 * (1 - top / 100)].map((value) =>
      String(Math.round(value * 100) / 100).replace('-', '−'),
    );
    expect(
      form.getByText(new RegExp(`^drawn point 7, (inner|outer) at ${place.join(', ')}`)),
    ).toBeVisible();
    form.getByRole('button', { name: 'Remove this point' }).focus();
    await user.keyboard('{Enter}');
    expect(state().experiment.data.removedPoints).toEqual([6]);
    expect(form.getByRole('button', { name: 'Remove this point' })).toBeDisabled();
    await user.click(form.getByRole('button', { name: /^Put back drawn point 7/ }));
    expect(state().experiment.data).not.toHaveProperty('removedPoints');
  });

  it('are counted as they are listed; those beyond the training examples are offered apart', async () => {
    const { user, state } = openCircles();
    act(() => state().changeRemovedPoints([3, 6, 24]));
    await user.click(screen.getByRole('button', { name: 'Points −2…' }));
    const form = within(screen.getByRole('dialog', { name: 'Points' }));
    const texts = (name: string) =>
      within(form.getByRole('list', { name }))
        .getAllByRole('listitem')
        .map((item) => item.textContent);
    expect(texts('Removed points')).toEqual([
      expect.stringMatching(/^drawn point 4, /),
      expect.stringMatching(/^drawn point 7, /),
    ]);
    expect(texts('Removed points, not drawn')).toEqual(['drawn point 25Put back']);
    await user.click(form.getByRole('button', { name: 'Put back drawn point 25' }));
    expect(state().experiment.data.removedPoints).toEqual([3, 6]);
    expect(form.queryByRole('list', { name: 'Removed points, not drawn' })).toBeNull();
    act(() => {
      state().changeRemovedPoints([3, 24]);
      // With these it is drawn.
      state().changeSetting('data', 'trainingExamples', 30);
    });
    expect(screen.getByRole('button', { name: 'Points −2…' })).toBeVisible();
    expect(texts('Removed points')).toHaveLength(2);
  });

  it('are at most 500 that are removed', async () => {
    const { container, user, state } = openCircles();
    act(() => state().changeRemovedPoints(Array.from({ length: 600 }, (_, i) => i + 100)));
    expect(state().experiment.data.removedPoints).toHaveLength(500);
    await user.click(tool('remove'));
    clickPlane(container, ...pointOnScreen(6));
    expect(state().experiment.data.removedPoints).toHaveLength(500);
    expect(note()).toHaveTextContent('500 drawn points are removed: there can be no more.');
  });
});
