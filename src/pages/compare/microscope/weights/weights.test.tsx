// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { WeightLayer } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { Weights } from './weights.tsx';

function show(layer: Partial<WeightLayer>) {
  const { store, frame } = openPlayground();
  render(
    <Surrounded store={store}>
      <Weights armId="A" />
    </Surrounded>,
  );
  const whole: WeightLayer = {
    ...{ inputs: 64, units: 10, norm: 1.5, zeros: 0, small: 160, meanSize: 0.0523, largest: 0.8 },
    ...{ counts: new Uint32Array([10, 20, 20, 10]), binWidth: 0.25 },
    ...layer,
  };
  act(() => frame(pictureFrame([{ weights: { layers: [whole] } }])));
  const cells = () =>
    within(screen.getByRole('row', { name: /^Output/ }))
      .getAllByRole('cell')
      .map(({ textContent }) => textContent);
  return { cells, figure: () => screen.getByRole('figure') };
}

it('tells sizes in three digits, and how many weights are next to nothing', () => {
  const { cells, figure } = show({});
  expect(cells()).toEqual(['none', '25.0\u202f%', '1.50', '0.0523', '0.800']);
  expect(figure()).toHaveTextContent('Output, 640 weights');
  expect(figure()).toHaveTextContent('−101');
});

it('writes what is next to nothing in words that can be read', () => {
  const { cells, figure } = show({
    ...{ norm: 3e-25, meanSize: 2e-26, largest: 3e-25, small: 640, binWidth: 2e-26 },
  });
  expect(cells()).toEqual(['none', '100.0\u202f%', '< 0.001', '< 0.001', '< 0.001']);
  expect(figure()).toHaveTextContent('> −0.0010< 0.001');
  expect(document.body).not.toHaveTextContent(/e-/);
});
