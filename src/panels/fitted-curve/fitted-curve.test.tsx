// @vitest-environment jsdom
import { act, configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { sin } from '../../base/elementary.ts';
import { findDataset } from '../../datasets/registry.ts';
import { experimentWith } from '../../presets/preset.ts';
import { pictureFrame } from '../picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../playground-fixture.tsx';
import { CurveControls } from './curve-controls.tsx';
import { fittedCurvePanel } from './fitted-curve-panel.ts';
import { FittedCurve } from './fitted-curve.tsx';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

/** Arm A has found the sine, B says 0 everywhere. */
function openSine() {
  const experiment = experimentWith({
    data: {
      ...{ dataset: 'sine', trainingExamples: 15, validationExamples: 600 },
      ...{ noise: 0.2, wrongLabelShare: 0 },
    },
    network: { hiddenLayers: [4] },
    training: { epochs: 10 },
    arms: [{ regularizers: {} }, { regularizers: { l2: { lambda: 0.01 } } }],
  });
  const opened = openPlayground({
    id: 'sine',
    title: '',
    question: '',
    point: '',
    experiment,
    pace: null,
  });
  const { container } = render(
    <Surrounded store={opened.store}>
      <CurveControls />
      <FittedCurve armId="A" />
      <FittedCurve armId="B" />
    </Surrounded>,
  );
  const values = Float32Array.from({ length: 401 }, (_, i) => sin(2 * Math.PI * (i / 200 - 1)));
  act(() => {
    opened.frame(
      pictureFrame([
        { fittedCurve: { values } },
        { fittedCurve: { values: new Float32Array(401) } },
      ]),
    );
  });
  const paths = (name: string) => [
    ...container.querySelectorAll(`[role="img"] [class*="${name}"]`),
  ];
  const dots = (path: Element | undefined) => (path?.getAttribute('d')?.match(/M/g) ?? []).length;
  return { ...opened, paths, dots, user: userEvent.setup({ delay: null }) };
}

describe('fitted curve', () => {
  it('says how far each arm is from the true curve', () => {
    openSine();
    const [a, b] = screen.getAllByRole('img');
    expect(a).toHaveAccessibleName(/^It is 0\.00 off the true curve .* deviation of 0\.2\.$/);
    // The root mean square of a sine is 1/√2.
    expect(b).toHaveAccessibleName(/^It is 0\.71 off the true curve .* 1\.00 where it is furthest/);
  });

  it('draws the training points, and validation points if they are wanted', async () => {
    const { paths, dots, user } = openSine();
    expect(dots(paths('training')[0])).toBe(15);
    expect(paths('validation')).toHaveLength(0);
    await user.click(screen.getByRole('checkbox', { name: 'Validation points (500 of 600)' }));
    expect(dots(paths('validation')[0])).toBe(500);
  });

  it('lays the curves of the other arms beneath, in their colours', async () => {
    const { paths, user } = openSine();
    const others = paths('other');
    expect(others.map((path) => path.getAttribute('style'))).toEqual([
      expect.stringContaining('--arm-b'),
      expect.stringContaining('--arm-a'),
    ]);
    expect(others[0]?.getAttribute('d')).toBe(paths('curve')[1]?.getAttribute('d'));
    await user.click(screen.getByRole('checkbox', { name: 'Other arms' }));
    expect(paths('other')).toHaveLength(0);
  });

  it('applies to curves alone', () => {
    const { experiment } = openSine().state();
    const applies = (id: string) => {
      const dataset = findDataset(id);
      return dataset && fittedCurvePanel.applies({ dataset, experiment });
    };
    expect(['sine', 'step', 'cubic'].map(applies)).not.toContain(false);
    expect(['circles', 'diabetes', 'sparse-linear', 'digits'].map(applies)).not.toContain(true);
  });
});
