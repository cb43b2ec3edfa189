// @vitest-environment jsdom
import { act, configure, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { sin } from '../../../../base/elementary.ts';
import { findDataset } from '../../../../datasets/registry.ts';
import { experimentWith } from '../../../../presets/preset.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { fittedCurvePicture } from './fitted-curve-picture.ts';
import { FittedCurves } from './fitted-curves.tsx';

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
      <FittedCurves />
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

describe('fitted curves', () => {
  it('say how far each arm is from the true curve', () => {
    openSine();
    const picture = screen.getByRole('img');
    expect(picture).toHaveAccessibleName(/^A · Plain: 0\.00 off the true curve /);
    // The root mean square of a sine is 1/√2.
    expect(picture).toHaveAccessibleName(
      /B · .*: 0\.71 off the true curve .* 1\.00 where it is furthest/,
    );
    const arms = within(screen.getByRole('list', { name: 'Curves' })).getAllByRole('listitem');
    expect(arms.map(({ textContent }) => textContent)).toEqual([
      expect.stringMatching(/^A.*0\.00 off$/),
      expect.stringMatching(/^B.*0\.71 off$/),
    ]);
    expect(screen.getByText(/standard deviation of 0\.2\.$/)).toBeVisible();
  });

  it('draw the training points, and validation points if they are wanted', async () => {
    const { paths, dots, user } = openSine();
    expect(dots(paths('training')[0])).toBe(15);
    expect(paths('validation')).toHaveLength(0);
    await user.click(screen.getByRole('checkbox', { name: 'Validation points (500 of 600)' }));
    expect(dots(paths('validation')[0])).toBe(500);
  });

  it('have one in front, last drawn and alone plain, while it is pointed at or chosen', async () => {
    const { paths, user } = openSine();
    const drawn = () =>
      paths('curve').map((path) => [path.getAttribute('style'), path.getAttribute('data-faint')]);
    const [a, b] = ['stroke: var(--arm-a);', 'stroke: var(--arm-b);'];
    const alike = [
      [a, 'false'],
      [b, 'false'],
    ];
    expect(drawn()).toEqual(alike);
    const button = screen.getByRole('button', { name: 'A · Plain' });
    await user.hover(button);
    const isInFront = [
      [b, 'true'],
      [a, 'false'],
    ];
    expect(drawn()).toEqual(isInFront);
    await user.unhover(button);
    expect(drawn()).toEqual(alike);
    button.focus();
    await user.keyboard('{Enter}');
    expect(drawn()).toEqual(isInFront);
    expect(button).toHaveAttribute('aria-pressed', 'true');
    await user.keyboard('{Enter}');
    expect(drawn()).toEqual(alike);
  });

  it('apply to curves alone', () => {
    const applies = (id: string) => {
      const dataset = findDataset(id);
      return dataset && fittedCurvePicture.applies(dataset);
    };
    expect(['sine', 'step', 'cubic'].map(applies)).not.toContain(false);
    expect(['circles', 'diabetes', 'sparse-linear', 'digits'].map(applies)).not.toContain(true);
  });
});
