import { describe, expect, it } from 'vitest';
import type { GradientsView } from '../../../../protocol/views.ts';
import { gradientPath, gradientScale, heightOf } from './gradient-scale.ts';

const view = (...sizes: readonly number[]): GradientsView => ({
  rows: 500,
  layers: sizes.map((norm) => ({ weights: 1, norm })),
});

describe('the scale', () => {
  it('holds all gradients between powers of ten, not fewer than three', () => {
    expect(gradientScale([view(2e-6, 0.03), view(0.5)])).toEqual({ from: -6, to: 0 });
    expect(gradientScale([view(0.02, 0.03)])).toEqual({ from: -4, to: -1 });
  });

  it('is there without any number too, and holds what is next to nothing at its edge', () => {
    expect(gradientScale([])).toEqual({ from: -3, to: 0 });
    expect(gradientScale([view(0, NaN, Infinity)])).toEqual({ from: -3, to: 0 });
    expect(gradientScale([view(1e-200, 1e-3)])).toEqual({ from: -16, to: -3 });
    const scale = { from: -4, to: 0 };
    expect([1, 0.01, 1e-9, 0].map((size) => heightOf(size, scale))).toEqual([1, 0.5, 0, 0]);
    expect(heightOf(Infinity, scale)).toBeNaN();
  });
});

describe('the line of a layer', () => {
  const scale = { from: -4, to: 0 };
  const at = (epoch: number, size: number) => ({ epoch, picture: view(size) });

  it('goes from epoch to epoch and breaks where there is no number', () => {
    const pictures = [at(0, 1), at(5, 0.01), at(6, NaN), at(8, 0.01), at(10, 0.0001)];
    expect(gradientPath(pictures, 0, scale, 10)).toBe('M0.0 0.0L80.0 50.0M128.0 50.0L160.0 100.0');
    expect(gradientPath(pictures, 1, scale, 10)).toBe('');
  });

  it('is a dot of one epoch, and has the last of many', () => {
    expect(gradientPath([at(0, 1)], 0, scale, 10)).toBe('M0.0 0.0h0');
    const many = Array.from({ length: 1001 }, (_, epoch) => at(epoch, 0.01));
    const path = gradientPath(many, 0, scale, 1000);
    expect(path.endsWith('L160.0 50.0')).toBe(true);
    expect(path.split('L').length).toBeLessThan(210);
  });
});
