// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { experimentWith } from '../../../../presets/preset.ts';
import type { Preset, PresetSettings } from '../../../../presets/preset.ts';
import { OPENING_PRESET } from '../../../../presets/registry.ts';
import { sparseTruth } from '../../../../presets/sparse-truth.ts';
import { tumoursLogistic } from '../../../../presets/tumours-logistic.ts';
import type { FirstLayerView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { paint } from './field-image.tsx';
import { FirstLayer } from './first-layer.tsx';

function open(views: readonly FirstLayerView[], preset: Preset, epoch = 1) {
  const { store, frame } = openPlayground(preset);
  render(
    <Surrounded store={store}>
      <FirstLayer armId="A" />
    </Surrounded>,
  );
  act(() =>
    frame(
      pictureFrame(
        views.map((firstLayer) => ({ firstLayer })),
        epoch,
      ),
    ),
  );
}

function presetOf(
  dataset: PresetSettings['data']['dataset'],
  hiddenLayers: readonly number[],
): Preset {
  const experiment = experimentWith({
    data: { dataset },
    network: { hiddenLayers },
    training: {},
    arms: [{ regularizers: {} }, { regularizers: {} }],
  });
  return { ...OPENING_PRESET, experiment };
}

/** Of a linear network with one value. */
const linear = (weights: readonly number[]): FirstLayerView => ({
  ...{ inputs: weights.length, units: 1, isLinear: true },
  keptInputs: weights.filter((weight) => weight !== 0).length,
  zeros: weights.filter((weight) => weight === 0).length,
  norms: Float32Array.from(weights, Math.abs),
  weights: Float32Array.from(weights),
  ...{ fields: [], largest: 0 },
});

const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);

describe('first layer', () => {
  it('of known truth counts real and false features, the largest first', () => {
    // Real are x₄, x₁₁, x₂₄, x₃₂ and x₄₅; one of them is lost, two others are kept.
    const weights = new Array<number>(50).fill(0);
    [weights[3], weights[10], weights[23], weights[31]] = [1.1, -0.75, 1.5, -1.25];
    [weights[0], weights[49]] = [0.25, 0.0001];
    open([linear(weights), linear(weights.map((weight) => 2 * weight))], sparseTruth);
    expect(
      screen.getByText(
        'Keeps 6 of 50 features: 4 real, 2 false; 1 real is lost. 44 of 50 weights are exactly 0.',
      ),
    ).toBeVisible();
    const [, ...rows] = screen.getAllByRole('row');
    expect(rows).toHaveLength(50);
    expect(rows.slice(0, 8).map((row) => within(row).getByRole('rowheader').textContent)).toEqual([
      'x₂₄',
      'x₃₂',
      'x₄',
      'x₁₁',
      'x₁',
      'x₅₀',
      'x₂',
      'x₃',
    ]);
    const [first, , , , , tiny, zero] = rows;
    if (!first || !tiny || !zero) throw new Error('There are fifty rows.');
    expect(cellsOf(first)).toEqual(['', '1.500', '1.600']);
    expect(cellsOf(tiny)).toEqual(['', '1e−4', '0']);
    expect(cellsOf(zero)).toEqual(['', '0', '0']);
    expect(rows.filter((row) => row.dataset.zero === 'true')).toHaveLength(44);
    // One scale for both arms, from −3 to 3: 1.5 takes a quarter of it.
    const bar = first.querySelector('[class*="bar"]');
    expect(bar).toHaveStyle({ left: '50%', width: '25%' });
    expect(first.querySelector('[class*="truth"]')).toHaveStyle({ left: '76.67%' });
    expect(zero.querySelector('[class*="bar"]')).toBeNull();
  });

  it('ties bars to the origin, so that small ones lie on the side of their sign', () => {
    const weights = [0.5, -0.001, ...new Array<number>(48).fill(0)];
    open([linear(weights)], sparseTruth);
    const bars = screen.getAllByRole('row').flatMap((row) => {
      const bar = row.querySelector<HTMLElement>('[class*="bar"]');
      return bar ? [{ left: bar.style.left, right: bar.style.right }] : [];
    });
    expect(bars).toEqual([
      { left: '50%', right: '' },
      { left: '', right: '50%' },
    ]);
  });

  it('of untrained networks says so instead of counting what is kept', () => {
    open([linear(new Array<number>(50).fill(0.1))], sparseTruth, 0);
    expect(
      screen.getByText(/^Before training: every feature has the random weights/),
    ).toBeVisible();
    expect(screen.queryByText(/^Keeps/)).toBeNull();
  });

  it('of two classes says which side is which, and how many features are kept', () => {
    const weights = [2, -1, ...new Array<number>(28).fill(0)];
    open([{ ...linear(weights), units: 2, zeros: 56 }], tumoursLogistic);
    expect(
      screen.getByText('Keeps 2 of 30 features; all weights of the other 28 are exactly 0.'),
    ).toBeVisible();
    expect(screen.getByText('← malignant')).toBeVisible();
    expect(screen.getByText('benign →')).toBeVisible();
  });

  it('with hidden layers shows norms', () => {
    const view = { ...linear(new Array<number>(57).fill(0.5)), weights: null, units: 16 };
    open([{ ...view, isLinear: false }], presetOf('spam', [16]));
    expect(
      screen.getByText('Keeps all 57 features: none of its weights is exactly 0.'),
    ).toBeVisible();
    expect(screen.getByRole('columnheader', { name: 'Norm' })).toBeVisible();
    expect(
      screen.getByText(/^Norm: √Σw² over the weights of a feature to 16 units\./),
    ).toBeVisible();
  });

  it('of images shows units by the size of their weights, and tells exact zeros', () => {
    const field = (unit: number, norm: number) => ({ unit, norm, levels: new Int8Array(64) });
    const view: FirstLayerView = {
      ...{ inputs: 64, units: 256, isLinear: false, keptInputs: 53, zeros: 12_288 },
      ...{ norms: new Float32Array(), weights: null, largest: 0.5 },
      fields: [field(22, 3.281), field(163, 2.5)],
    };
    open([view, { ...view, largest: 1.417 }], presetOf('digits', [256]));
    expect(
      screen.getByText(
        'The 2 of 256 hidden units with the largest weights (norm 3.28 to 2.50). 12,288 of the 16,384 weights (75.0 %) are exactly 0; 53 of 64 pixels are used.',
      ),
    ).toBeVisible();
    expect(screen.getAllByRole('img').map((image) => image.getAttribute('aria-label'))).toEqual([
      'Unit 23, norm 3.28',
      'Unit 164, norm 2.50',
    ]);
    // The scale is that of the arm with the largest weight.
    expect(screen.getByText('−1.42')).toBeVisible();
    expect(screen.getByText('exactly 0')).toBeVisible();
  });

  it('of a softmax on pixels names the outputs, in their order', () => {
    const field = (unit: number) => ({ unit, norm: 1, levels: new Int8Array(64).fill(5) });
    open(
      [
        {
          ...{ inputs: 64, units: 10, isLinear: true, keptInputs: 64, zeros: 0 },
          ...{ norms: new Float32Array(), weights: null, largest: 0.5 },
          fields: [3, 0, 1, 2, 4, 5, 6, 7, 8, 9].map(field),
        },
      ],
      presetOf('digits', []),
    );
    expect(
      screen.getByText('The weights of all 10 outputs. None of the 640 weights is exactly 0.'),
    ).toBeVisible();
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(
      '0123456789'.split(''),
    );
    expect(screen.queryByText('exactly 0')).toBeNull();
  });
});

it('paints signs in two colours, deeper the larger, and exact zeros in a third', () => {
  const data = new Uint8ClampedArray(16);
  paint(data, Int8Array.of(127, -64, 0, 1), 0.5, {
    positive: [1, 2, 3],
    negative: [4, 5, 6],
    zero: [7, 8, 9],
  });
  expect([...data]).toEqual([
    ...[1, 2, 3, 128],
    ...[4, 5, 6, 64],
    ...[7, 8, 9, 255],
    ...[1, 2, 3, 1],
  ]);
});
