// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { deepSigmoid } from '../../../../presets/deep-sigmoid.ts';
import type { GradientsView } from '../../../../protocol/views.ts';
import { takeAllTurns } from '../../../../ui/in-turn.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { GradientKey } from './gradient-key.tsx';
import { Gradients } from './gradients.tsx';

/** Of one typical weight each. */
const view = (...sizes: readonly number[]): GradientsView => ({
  rows: 500,
  layers: sizes.map((size) => ({ weights: 100, norm: 10 * size })),
});

function open() {
  const { store, frame } = openPlayground(deepSigmoid);
  render(
    <Surrounded store={store}>
      <GradientKey />
      <Gradients armId="A" />
    </Surrounded>,
  );
  const show = (epoch: number, ...views: readonly GradientsView[]) =>
    act(() =>
      frame(
        pictureFrame(
          views.map((gradients) => ({ gradients })),
          epoch,
        ),
      ),
    );
  return { store, show };
}

const lines = () =>
  [...screen.getByRole('img').querySelectorAll('path')].map((path) => path.getAttribute('d'));

it('tells in words, lines and a table how the gradient vanishes on its way to the first layer', () => {
  const { store, show } = open();
  show(0, view(1e-5, 1e-4, 1e-2), view(0.1, 0.1, 0.1));
  show(15, view(2e-6, 1e-4, 6e-3), view(0.1, 0.1, 0.1));
  const words =
    'The first layer’s gradient is 3,000 times smaller than the last layer’s: the early layers hardly learn.';
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.getByRole('img', { name: words })).toBeVisible();
  expect(screen.getByText(/on 500 training images with the labels they were given/)).toBeVisible();
  const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
  const cells = rows.map((row) => [...row.children].map((cell) => cell.textContent));
  expect(cells).toEqual([
    ['Hidden 1', '2.0\u202f×\u202f10⁻⁵', '2.0\u202f×\u202f10⁻⁶', ''],
    ['Hidden 2', '0.00100', '1.0\u202f×\u202f10⁻⁴', ''],
    ['Output', '0.0600', '0.00600', ''],
  ]);
  // From 10⁻⁶ to 10⁻¹, where the other arm is, over 15 epochs.
  expect(lines()).toEqual(['M0.0 80.0L160.0 94.0', 'M0.0 60.0L160.0 60.0', 'M0.0 20.0L160.0 24.4']);
  // Looking back ends the lines there and moves no axis.
  act(() => store.getState().lookBack(0));
  act(takeAllTurns);
  expect(lines()).toEqual(['M0.0 80.0h0', 'M0.0 60.0h0', 'M0.0 20.0h0']);
});

it('draws what is exactly 0 on the lower edge, and nothing where there is no number', () => {
  const { show } = open();
  show(0, view(0, 0.01), view(0.1, 0.1));
  show(1, view(NaN, Infinity));
  show(2, view(0, 0.01));
  expect(screen.getByText(/^No gradient reaches the first layer/)).toBeVisible();
  expect(lines()[0]).toBe('M0.0 100.0M21.3 100.0h0');
});

it('says what one layer is', () => {
  const { show } = open();
  show(0, view(0.02));
  expect(screen.getByText(/^It has one layer/)).toBeVisible();
  expect(screen.getByRole('row', { name: /^Output/ })).toBeVisible();
});
