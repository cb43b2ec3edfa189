/** What every regularizer must keep, whatever it does. A new one is covered by being in the registry. */
import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkSettings, initialSettings } from '../settings/settings.ts';
import type { SettingsOf, SettingsSchema } from '../settings/settings.ts';
import { INPUT_SLOTS, SLOTS } from '../engine/step/slots.ts';
import { ANY_REGULARIZERS } from './registry.ts';

type Settings = SettingsOf<SettingsSchema>;
const all = ANY_REGULARIZERS;
const neutralOf: Readonly<Record<string, { neutral: number }>> = { ...SLOTS, ...INPUT_SLOTS };

it('lists every file of the folder, once, under its own name', () => {
  const files = readdirSync('src/regularizers')
    .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && name !== 'registry.ts')
    .map((name) => name.replace('.ts', ''));
  const ids = all.map(({ id }) => id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`));
  expect([...ids].sort()).toEqual(files.sort());
});

describe.each(all.map((one) => [one.id, one] as const))('%s', (_, regularizer) => {
  const { schema } = regularizer;
  const initial: Settings = initialSettings(schema);

  it('has initial and neutral settings that its schema allows', () => {
    expect(checkSettings(schema, initial, 'settings')).toEqual([]);
    const neutral = regularizer.neutral ?? initial;
    expect(checkSettings(schema, neutral, 'settings')).toEqual([]);
  });

  it('fills only neutral values with neutral settings', () => {
    const { neutral } = regularizer;
    if (!neutral) {
      // Only its absence is neutral: then it must act by something else than slots.
      expect(regularizer.structure ?? regularizer.stop).toBeDefined();
      expect(regularizer.slots(initial)).toEqual({});
      return;
    }
    for (const [name, value] of Object.entries(regularizer.slots(neutral)))
      expect([name, value]).toEqual([name, neutralOf[name]?.neutral]);
    const sums = { absolute: 3, squares: 5 };
    expect(regularizer.penalty?.(neutral, sums) ?? 0).toBe(0);
  });

  it('does something with its initial settings', () => {
    const filled = Object.entries(regularizer.slots(initial));
    const acts = filled.some(([name, value]) => value !== neutralOf[name]?.neutral);
    expect(acts || (regularizer.structure ?? regularizer.stop) !== undefined).toBe(true);
  });

  it('has a penalty whose derivative is what its slots add to the gradient', () => {
    const {
      gradientPerWeight = 0,
      gradientPerSign = 0,
      softThreshold = 0,
    } = regularizer.slots(initial);
    if (!regularizer.penalty) {
      expect([gradientPerWeight, gradientPerSign, softThreshold]).toEqual([0, 0, 0]);
      return;
    }
    // A network of two weights, of which w moves by a little: a central difference.
    const at = (w: number) =>
      regularizer.penalty?.(initial, {
        absolute: Math.abs(w) + 0.3,
        squares: w * w + 0.09,
      }) ?? NaN;
    const h = 1e-5;
    for (const w of [-1.7, -0.2, 0.4, 2.5]) {
      const slope = (at(w + h) - at(w - h)) / (2 * h);
      // The proximal step carries the same λ as the subgradient that it replaces.
      const sign = (gradientPerSign + softThreshold) * Math.sign(w);
      expect(slope).toBeCloseTo(gradientPerWeight * w + sign, 8);
    }
  });

  it('says what it is, with the numbers of its settings', () => {
    expect(regularizer.describe(initial).length).toBeGreaterThan(1);
    expect(regularizer.describe(initial).length).toBeLessThan(40);
    expect(regularizer.explanation).toMatch(/^[A-Z].*[.)]$/s);
    expect(regularizer.source).toMatch(/\(\d{4}\)/);
    const formula = regularizer.formula(initial);
    expect(formula.split('{').length).toBe(formula.split('}').length);
    const text = formula + JSON.stringify(regularizer.code(initial));
    for (const [key, setting] of Object.entries(schema))
      if (setting.kind === 'number' && initial[key] !== setting.off)
        expect(text).toContain(String(initial[key]));
  });

  it('exports code for both frameworks', () => {
    const { keras, pytorch } = regularizer.code(initial);
    expect(Object.values(keras).join('').length).toBeGreaterThan(5);
    expect(Object.values(pytorch).join('').length).toBeGreaterThan(5);
  });
});
