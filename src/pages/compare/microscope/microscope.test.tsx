// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { circlesL2 } from '../../../presets/circles-l2.ts';
import { curveStrength } from '../../../presets/curve-strength.ts';
import type { Preset } from '../../../presets/preset.ts';
import { ArmMicroscope, MicroscopeChoice } from './microscope.tsx';

afterEach(() => {
  location.hash = '';
});

function renderMicroscope(preset: Preset) {
  const { store, state } = openPlayground(preset);
  const watchViews = vi.fn(state().watchViews);
  store.setState({ watchViews });
  const { unmount } = render(
    <Surrounded store={store}>
      <MicroscopeChoice />
      <ArmMicroscope armId="A" />
    </Surrounded>,
  );
  return { watched: () => watchViews.mock.lastCall?.[0], unmount };
}

it.each<readonly [Preset, string, string]>([
  [circlesL2, 'decisionBoundary', 'Decision boundary'],
  [curveStrength, 'fittedCurve', 'Fitted curves'],
])(
  'the picture of $id is watched, and is not among what is looked at besides',
  (preset, view, label) => {
    const { watched } = renderMicroscope(preset);
    expect(watched()?.open).toEqual([view, 'weights']);
    expect(screen.getByRole('radio', { name: 'Weights' })).toBeChecked();
    expect(screen.queryByRole('radio', { name: label })).toBeNull();
  },
);

it('asks for no picture of panels that the address hides, but for what the verdict needs at the end', () => {
  location.hash = '#/?hide=panels';
  const { watched } = renderMicroscope(circlesL2);
  expect(watched()).toMatchObject({ open: ['decisionBoundary'], kept: [] });
  expect(watched()?.hidden).toContain('weights');
  expect(screen.queryByRole('radiogroup')).toBeNull();
  expect(screen.queryByRole('heading')).toBeNull();
});

it('has nothing on screen once another page is on show', () => {
  const { watched, unmount } = renderMicroscope(circlesL2);
  unmount();
  expect(watched()?.open).toEqual([]);
  expect(watched()?.kept).toEqual(expect.arrayContaining(['decisionBoundary', 'weights']));
});
