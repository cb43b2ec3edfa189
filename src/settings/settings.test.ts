import { describe, expect, it } from 'vitest';
import { checkSettings, checkValue, describeRange, formatNumber } from './settings.ts';
import type { NumberSetting, SettingsSchema } from './settings.ts';

const rate: NumberSetting = {
  kind: 'number',
  label: 'Rate',
  min: 0,
  max: 0.9,
  initial: 0,
  unit: '%',
};
const epochs: NumberSetting = {
  kind: 'number',
  label: 'Epochs',
  min: 1,
  max: 500,
  initial: 50,
  integer: true,
};
const limit: NumberSetting = {
  kind: 'number',
  label: 'Limit',
  min: 0.1,
  max: 9,
  initial: 1,
  off: 0,
};

describe('a number', () => {
  it('is refused outside its range, with the range named', () => {
    expect(checkValue(epochs, 0)).toBe(
      'Epochs must be a whole number from 1 to 500; 0 is too small.',
    );
    expect(checkValue(epochs, 501)).toContain('501 is too large');
    expect(checkValue(epochs, 2.5)).toContain('2.5 is not whole');
    expect(checkValue(rate, 1)).toBe(
      'Rate must be a number from 0\u202f% to 90\u202f%; 100\u202f% is too large.',
    );
    for (const bad of [NaN, Infinity, '7', null, undefined, {}])
      expect(checkValue(epochs, bad)).toBe('Epochs must be a whole number from 1 to 500.');
  });

  it('may be off outside its range', () => {
    expect(checkValue(limit, 0)).toBeNull();
    expect(describeRange(limit)).toBe('a number from 0.1 to 9, or 0 for off');
  });

  it('is written without floating-point dust', () => {
    expect(formatNumber(0.1 + 0.2)).toBe('0.3');
    expect(formatNumber(0.07 * 100)).toBe('7');
    expect(formatNumber(0.3, '%')).toBe('30\u202f%');
    expect(formatNumber(1e-9, '%')).toBe('0.0000001\u202f%');
    expect(formatNumber(1.234e-11, '%')).toBe('0.000000001234\u202f%');
    expect(formatNumber(1e-30, '%')).toBe('0\u202f%');
    expect(formatNumber(1e-7)).toBe('1e-7');
    expect(formatNumber(4294967295)).toBe('4294967295');
  });
});

describe('settings', () => {
  const schema: SettingsSchema = {
    epochs,
    layers: { kind: 'layers', label: 'L', maxLayers: 2, minUnits: 1, maxUnits: 9, initial: [] },
    mode: { kind: 'choice', label: 'Mode', options: [{ value: 'a', label: 'A' }], initial: 'a' },
    on: { kind: 'switch', label: 'On', initial: true },
  };
  const good = { epochs: 5, layers: [1, 9], mode: 'a', on: false };

  it('pass when all values do', () => {
    expect(checkSettings(schema, good, 's')).toEqual([]);
    expect(checkSettings(schema, { ...good, layers: [] }, 's')).toEqual([]);
  });

  it('name every problem and its place', () => {
    const bad = { epochs: 0, layers: [3, 0], mode: 'b', on: 1, extra: 2 };
    const problems = checkSettings(schema, bad, 's');
    expect(problems.map(({ path }) => path)).toEqual([
      's.epochs',
      's.layers',
      's.mode',
      's.on',
      's.extra',
    ]);
    expect(problems[1]?.message).toContain('Hidden layer 2');
    expect(checkSettings(schema, { ...good, layers: [1, 1, 1] }, 's')[0]?.message).toContain(
      'At most 2 hidden layers',
    );
    for (const nothing of [null, 7, 'x', []])
      expect(checkSettings(schema, nothing, 's')).toHaveLength(1);
  });
});
