import { describe, expect, it } from 'vitest';
import { placeOfShare, shareOfPlace } from './place-axis.ts';
import { settingAxis } from './setting-axis.ts';
import type { SettingOnAxis } from './setting-axis.ts';

const axisOf = (scale: SettingOnAxis['scale'], ...values: number[]) =>
  settingAxis({
    ...{ id: 'test', title: 'Strength', name: 'strength', scale, values },
    text: (value) => (value > 0 ? String(value) : 'off'),
  });

function gapsOf({ values }: ReturnType<typeof settingAxis>): readonly number[] {
  const shares = values?.map(({ share }) => share) ?? [];
  return shares.slice(1).map((share, i) => share - (shares[i] ?? NaN));
}

describe('an axis of values', () => {
  it('has equal distances where values are in an order alone', () => {
    const [first = NaN, ...others] = gapsOf(axisOf('ordinal', 5, 100, 7));
    for (const gap of others) expect(gap).toBeCloseTo(first, 12);
  });

  it('has distances as the values have on a linear scale, and as their ratios on a log one', () => {
    const [one = NaN, two = NaN] = gapsOf(axisOf('linear', 1, 2, 4));
    expect(two / one).toBeCloseTo(2, 12);
    const [tenfold = NaN, hundredfold = NaN] = gapsOf(axisOf('log', 0.01, 0.1, 10));
    expect(hundredfold / tenfold).toBeCloseTo(2, 12);
  });

  it('puts what is off before a log scale, as far as values lie apart, and is broken there', () => {
    const axis = axisOf('log', 0, 0.01, 0.1, 1);
    const [off = NaN, ...others] = gapsOf(axis);
    for (const gap of others) expect(gap).toBeCloseTo(off, 12);
    expect(axis.brokenAfter).toBe(0);
    expect(axis.placeText(0)).toBe('Strength off');
    expect(axisOf('log', 0.01, 0.1).brokenAfter).toBeNull();
    expect(axisOf('linear', 0, 1).brokenAfter).toBeNull();
    expect(axisOf('linear', NaN, 1, 2).brokenAfter).toBe(0);
  });

  it('keeps all places inside, one alone in the middle', () => {
    for (const { share } of axisOf('log', 0, 1, 10).values ?? []) {
      expect(share).toBeGreaterThan(0);
      expect(share).toBeLessThan(1);
    }
    expect(axisOf('log', 3).values).toEqual([{ share: 0.5, text: '3' }]);
    expect(axisOf('ordinal', 3).values).toEqual([{ share: 0.5, text: '3' }]);
  });

  it('has numbers below its round values alone where there are many', () => {
    const epochs = Array.from({ length: 26 }, (_, i) => 2 * i);
    const texts = axisOf('linear', ...epochs).values?.map(({ text }) => text) ?? [];
    expect(texts.filter((text) => text !== '')).toEqual(['off', '10', '20', '30', '40', '50']);
  });

  it('finds the place at a share, between two and beyond the last', () => {
    const values = axisOf('log', 0, 0.01, 0.1, 10).values ?? [];
    for (const at of [0, 1, 2.5, 3, 3.2, -0.3])
      expect(placeOfShare(values, shareOfPlace(values, at))).toBeCloseTo(at, 9);
  });
});
