import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber } from './settings.ts';
import { groupThousands, parseNumber } from './number-text.ts';

const WHOLE = { integer: true } as const;
const PERCENT = { unit: '%' } as const;
/** The ways in which people set thousands apart. */
const SEPARATORS = [',', '.', ' ', '\u00a0', '\u202f', "'", '’', '_'];

describe('a number', () => {
  it.each([
    ['0.005', 0.005],
    [' 5e-3 ', 0.005],
    ['3e-3', 0.003],
    ['3e−3', 0.003],
    ['.5', 0.5],
    [',5', 0.5],
    ['0,5', 0.5],
    ['0,005', 0.005],
    [' 0,003 ', 0.003],
    ['1,234,567.5', 1234567.5],
    ['1.234.567,5', 1234567.5],
    ['1.234,5', 1234.5],
    ['1.000', 1],
    ['60,000', 60000],
    ['60 000', 60000],
    ['60\u202f000', 60000],
    ['−1', -1],
    ['−0.1', -0.1],
    ['-0', 0],
    ['+2', 2],
  ])('%s is %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'x', '1.2.3', '0x10', 'Infinity', '1e999', '1,2,3', '-', '--1', '− 1'])(
    '"%s" is none',
    (text) => expect(parseNumber(text)).toBeNaN(),
  );

  it.each(['1 2', '1 0000', '12 34', '1,234,5', '1.234.5', '0 003', '1 .5', '1,234 567'])(
    '"%s" is none: it could be two',
    (text) => expect(parseNumber(text)).toBeNaN(),
  );

  it('reads per cent without dust', () => {
    expect(parseNumber('7 %', PERCENT)).toBe(0.07);
    expect(parseNumber('7\u202f%', PERCENT)).toBe(0.07);
    expect(parseNumber('30', PERCENT)).toBe(0.3);
    expect(parseNumber('12,5%', PERCENT)).toBe(0.125);
  });
});

describe('a whole number', () => {
  it.each([
    ['1.000', 1000],
    ['60.000', 60000],
    ['1,000', 1000],
    ['4.294.967.295', 4294967295],
    ['1e3', 1000],
    ['12.0', 12],
  ])('%s is %d', (text, value) => expect(parseNumber(text, WHOLE)).toBe(value));

  it.each(['1 2', '1000.000', '0.000', '1000,000', '60 00'])('"%s" is none', (text) =>
    expect(parseNumber(text, WHOLE)).toBeNaN(),
  );

  // The check of the setting says that they are not whole.
  it.each(['1.5', '1,5', '1.50'])('%s stays 1.5', (text) =>
    expect(parseNumber(text, WHOLE)).toBe(1.5),
  );

  it('is read as it was meant, however its thousands are set apart', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), fc.constantFrom(...SEPARATORS), (value, separator) => {
        const written = groupThousands(formatNumber(value)).replaceAll(',', separator);
        expect(parseNumber(written, WHOLE)).toBe(value);
      }),
    );
  });
});

describe('whatever is typed', () => {
  const typed = fc.string({
    unit: fc.constantFrom(...Array.from('0123456789.,−- \u202f’')),
    maxLength: 9,
  });
  const rules = fc.record({ integer: fc.boolean() });

  it('gives a number with the digits that were typed, or none', () => {
    fc.assert(
      fc.property(typed, rules, (text, setting) => {
        const value = parseNumber(text, setting);
        if (Number.isNaN(value)) return;
        expect(significant(value.toFixed(9))).toBe(significant(text));
        expect(value < 0).toBe(/^\s*[-−]/.test(text) && value !== 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('moves no digit past the point or comma that stands alone before it', () => {
    const parts = fc.tuple(fc.nat({ max: 999 }), fc.nat({ max: 99 }), fc.constantFrom('.', ','));
    fc.assert(
      fc.property(parts, ([whole, hundredths, point]) => {
        const behind = String(hundredths).padStart(2, '0');
        expect(parseNumber(`${whole}${point}${behind}`)).toBe(Number(`${whole}.${behind}`));
      }),
    );
  });

  it('is read back from how the page writes it', () => {
    const values = fc.double({ min: -1e9, max: 1e9, noNaN: true });
    fc.assert(
      fc.property(values, (value) => {
        const written = formatNumber(value);
        expect(parseNumber(written)).toBe(Number(written) + 0);
      }),
    );
  });
});

describe('at rest', () => {
  it.each([
    ['60000', '60,000'],
    ['4294967295', '4,294,967,295'],
    ['−12345.678', '−12,345.678'],
    ['999', '999'],
    ['0.0001', '0.0001'],
    ['30 %', '30 %'],
    ['1e+21', '1e+21'],
  ])('%s is shown as %s', (plain, grouped) => expect(groupThousands(plain)).toBe(grouped));
});

/** Its digits without the zeros at both ends, which say nothing of a number but its place. */
function significant(text: string): string {
  return text.replaceAll(/\D/g, '').replace(/^0+/, '').replace(/0+$/, '');
}
