// @vitest-environment jsdom
import { act, render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ActivationLayer, ActivationsView } from '../../../../protocol/views.ts';
import { pictureFrame } from '../../shared/picture-frame-fixture.ts';
import { openPlayground, Surrounded } from '../../shared/playground-fixture.tsx';
import { Activations } from './activations.tsx';
import { describeActivations } from './describe-activations.ts';

/** Units with these means, dead where it is null. */
function layer(means: readonly (number | null)[], change: Partial<ActivationLayer> = {}) {
  return {
    means: Float32Array.from(means, (mean) => mean ?? 0),
    isDead: Uint8Array.from(means, (mean) => Number(mean === null)),
    ...{ zeros: 0, smallest: 0, largest: 2, binWidth: 0.5 },
    counts: new Uint32Array(96).fill(1, 48, 52),
    ...change,
  };
}

const view = (layers: readonly ActivationLayer[]): ActivationsView => ({
  ...{ activation: 'relu', rows: 500, layers },
});

function open(views: readonly ActivationsView[]) {
  const { store, frame } = openPlayground();
  render(
    <Surrounded store={store}>
      <Activations armId="A" />
    </Surrounded>,
  );
  act(() => frame(pictureFrame(views.map((activations) => ({ activations })))));
}

describe('activations', () => {
  it('counts the dead units of all layers, and tells each layer in a table', () => {
    const own = [layer([1, null, 0.5, 0.1], { zeros: 1200 }), layer([null, 2])];
    open([view(own), view([layer([4, 4, 4, 4], { largest: 8, binWidth: 1 }), layer([1, 1])])]);
    expect(
      screen.getByText('2 of 6 hidden units are dead (answer 0 to all 500 images).'),
    ).toBeVisible();
    const rows = within(screen.getByRole('table')).getAllByRole('row').slice(1);
    expect(rows.map((row) => [...row.children].map((cell) => cell.textContent))).toEqual([
      ['Hidden 1', '4', '1', '60.0\u202f%', '0.40', '2.00'],
      ['Hidden 2', '2', '1', 'none', '1.00', '2.00'],
    ]);
    const histogram = screen.getByRole('figure', { name: 'Activations of Hidden 1' });
    // From 0 to 8, as the other arm needs.
    expect(histogram).toHaveTextContent('08');
    expect(histogram).toHaveTextContent('60.0 % are exactly 0 (not drawn)');
  });

  it('draws the means of living units, the largest first, on the scale of all arms', () => {
    open([view([layer([0.5, null, 1, 0.25])]), view([layer([4, 0, 0, 0])])]);
    const profile = screen.getByRole('figure', { name: /^Mean activation of each unit/ });
    // 40 high for a mean of 4.
    expect(profile.querySelector('path')).toHaveAttribute(
      'd',
      'M0,40.00V30.00H1V40.00M1,40.00V35.00H2V40.00M2,40.00V37.50H3V40.00M3,40.00V40.00H4V40.00',
    );
    const dead = profile.querySelector('rect');
    expect([dead?.getAttribute('x'), dead?.getAttribute('width')]).toEqual(['3', '1']);
    expect(profile).toHaveTextContent('0 to 4');
    expect(profile).toHaveTextContent('1 dead (grey)');
  });

  it('says what a unit of each activation does where it passes no gradient', () => {
    const of = (activation: ActivationsView['activation'], means: readonly (number | null)[]) =>
      describeActivations({ ...view([layer(means)]), activation }, 'images');
    expect(of('relu', [1, 2])).toBe(
      'None of the 2 hidden units is dead: each answers more than 0 to some of 500 images.',
    );
    expect(of('relu', [1, null])).toBe(
      '1 of 2 hidden units is dead (answers 0 to all 500 images).',
    );
    expect(of('tanh', [null, null, 1])).toBe(
      '2 of 3 hidden units are saturated (so near an end on all 500 images that hardly any gradient passes).',
    );
    expect(of('sigmoid', [1])).toBe(
      'None of the 1 hidden unit is saturated: each passes a gradient for some of 500 images.',
    );
    expect(of('leakyRelu', [1, 1])).toMatch(/^None of the 2 hidden units can die: a leaky ReLU/);
    expect(describeActivations(view([]), 'images')).toBe('It has no hidden units.');
  });
});
