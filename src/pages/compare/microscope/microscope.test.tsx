// @vitest-environment jsdom
import { render, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { openPlayground, Surrounded } from '../shared/playground-fixture.tsx';
import { circlesL2 } from '../../../presets/circles-l2.ts';
import { curveStrength } from '../../../presets/curve-strength.ts';
import type { Preset } from '../../../presets/preset.ts';
import { MicroscopeChoice } from './microscope.tsx';

it.each<readonly [Preset, string, string]>([
  [circlesL2, 'decisionBoundary', 'Decision boundary'],
  [curveStrength, 'fittedCurve', 'Fitted curves'],
])(
  'the picture of $id is watched, and is not among what is looked at besides',
  (preset, view, label) => {
    const { store, state } = openPlayground(preset);
    const watchViews = vi.fn(state().watchViews);
    store.setState({ watchViews });
    render(
      <Surrounded store={store}>
        <MicroscopeChoice />
      </Surrounded>,
    );
    expect(watchViews).toHaveBeenLastCalledWith(
      expect.objectContaining({ open: [view, 'weights'] }),
    );
    expect(screen.getByRole('radio', { name: 'Weights' })).toBeChecked();
    expect(screen.queryByRole('radio', { name: label })).toBeNull();
  },
);
