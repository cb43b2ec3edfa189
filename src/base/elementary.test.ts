import { describe, expect, it } from 'vitest';
import { cos, exp, expm1, log, normalQuantile, sigmoid, sin, tanh } from './elementary.ts';

/** Largest relative difference to a reference over a grid of `from`..`to`. */
function worst(
  own: (x: number) => number,
  reference: (x: number) => number,
  from: number,
  to: number,
) {
  let error = 0;
  for (let i = 0; i <= 20000; i++) {
    const x = from + ((to - from) * i) / 20000;
    const r = reference(x);
    error = Math.max(error, Math.abs(own(x) - r) / Math.max(Math.abs(r), 1e-300));
  }
  return error;
}

describe('elementary functions against the platform', () => {
  it('exp, log, expm1, tanh agree to a few units in the last place', () => {
    expect(worst(exp, Math.exp, -700, 700)).toBeLessThan(4e-16);
    expect(worst(expm1, Math.expm1, -5, 5)).toBeLessThan(8e-16);
    expect(worst(tanh, Math.tanh, -22, 22)).toBeLessThan(8e-16);
    expect(worst(log, Math.log, 1e-6, 0.99)).toBeLessThan(4e-16);
    expect(worst(log, Math.log, 1.01, 1e9)).toBeLessThan(4e-16);
    expect(worst(sigmoid, (x) => 1 / (1 + Math.exp(-x)), -30, 30)).toBeLessThan(8e-16);
  });

  it('keeps the ends', () => {
    expect(exp(800)).toBe(Infinity);
    expect(exp(-800)).toBe(0);
    expect(exp(0)).toBe(1);
    expect(exp(NaN)).toBeNaN();
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(1)).toBe(0);
    expect(tanh(50)).toBe(1);
    expect(tanh(-50)).toBe(-1);
    expect(sigmoid(-1000)).toBe(0);
  });

  it('sine and cosine agree in every quarter, and keep their exact values', () => {
    let error = 0;
    for (let i = -40000; i <= 40000; i++) {
      const x = i / 40;
      error = Math.max(error, Math.abs(sin(x) - Math.sin(x)), Math.abs(cos(x) - Math.cos(x)));
    }
    expect(error).toBeLessThan(3e-16);
    expect(sin(0)).toBe(0);
    expect(cos(0)).toBe(1);
    expect(sin(Math.PI / 2)).toBe(1);
    expect(cos(Math.PI)).toBe(-1);
    expect(sin(NaN)).toBeNaN();
  });

  it('gives the tabled normal quantiles', () => {
    // Tables of the normal distribution, e.g. R's qnorm.
    expect(normalQuantile(0.5)).toBe(0);
    expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 14);
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 12);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 12);
  });
});
