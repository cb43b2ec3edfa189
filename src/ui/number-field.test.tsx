// @vitest-environment jsdom
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { checkValue, formatNumber } from '../engine/settings.ts';
import type { NumberSetting } from '../engine/settings.ts';
import { NumberControl } from './number-control.tsx';
import { groupThousands, parseNumber } from './number-text.ts';
import { SettingRulesContext } from './setting-rules.ts';
import { nearestStop, sliderStops } from './slider-stops.ts';

// Whether each element is hidden costs most of the time of a query, and nothing here is hidden.
configure({ defaultHidden: true });
vi.setConfig({ testTimeout: 30_000 });

const LEARNING_RATE: NumberSetting = {
  kind: 'number',
  label: 'Learning rate',
  min: 0.000001,
  max: 10,
  initial: 0.005,
  scale: 'log',
  step: 0.000001,
};
const SHARE: NumberSetting = {
  kind: 'number',
  label: 'Wrong labels',
  min: 0,
  max: 1,
  initial: 0.3,
  scale: 'linear',
  step: 0.05,
  unit: '%',
};

function renderControl(setting: NumberSetting) {
  const changed = vi.fn<(value: number) => void>();
  function Stateful() {
    const [value, setValue] = useState(setting.initial);
    return (
      <SettingRulesContext value={{ check: checkValue, format: formatNumber }}>
        <NumberControl
          setting={setting}
          value={value}
          onChange={(next) => {
            changed(next);
            setValue(next);
          }}
        />
        <button onClick={() => setValue(0.25)}>elsewhere</button>
      </SettingRulesContext>
    );
  }
  render(<Stateful />);
  return { changed, field: screen.getByRole('textbox'), slider: screen.getByRole('slider') };
}

describe('number field', () => {
  it('hands over on Enter and on leaving, not while typing', async () => {
    const { changed, field } = renderControl(LEARNING_RATE);
    const user = userEvent.setup({ delay: null });
    await user.clear(field);
    await user.type(field, '0.01');
    expect(changed).not.toHaveBeenCalled();
    await user.keyboard('{Enter}');
    expect(changed).toHaveBeenLastCalledWith(0.01);
    await user.clear(field);
    await user.type(field, '1e-3');
    await user.tab();
    expect(changed).toHaveBeenLastCalledWith(0.001);
    expect(field).toHaveValue('0.001');
  });

  it.each(['20', '0', '-1', 'fast', ''])(
    'refuses "%s", names the range, keeps the text',
    async (text) => {
      const { changed, field } = renderControl(LEARNING_RATE);
      const user = userEvent.setup({ delay: null });
      await user.clear(field);
      if (text) await user.type(field, text);
      await user.tab();
      expect(changed).not.toHaveBeenCalled();
      expect(field).toHaveValue(text);
      expect(field).toBeInvalid();
      expect(field).toHaveAccessibleDescription(/a number from 0.000001 to 10/);
    },
  );

  it('forgives as soon as the text is right, and gives up on Escape', async () => {
    const { field } = renderControl(LEARNING_RATE);
    const user = userEvent.setup({ delay: null });
    await user.clear(field);
    await user.type(field, '20{Enter}');
    expect(field).toBeInvalid();
    await user.type(field, '{Backspace}');
    expect(field).toBeValid();
    await user.type(field, '{Escape}');
    expect(field).toHaveValue('0.005');
  });

  it('follows a value that comes from elsewhere', async () => {
    const { field } = renderControl(LEARNING_RATE);
    const user = userEvent.setup({ delay: null });
    await user.clear(field);
    await user.type(field, 'x{Enter}');
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    expect(field).toHaveValue('0.25');
    expect(field).toBeValid();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('sets thousands apart while nobody types, and takes them typed', async () => {
    const rows = { ...LEARNING_RATE, min: 1, max: 60000, initial: 4000, step: 1, integer: true };
    const { changed, field, slider } = renderControl(rows);
    expect(field).toHaveValue('4,000');
    expect(slider).toHaveAttribute('aria-valuetext', '4,000');
    const user = userEvent.setup({ delay: null });
    await user.click(field);
    expect(field).toHaveValue('4000');
    await user.clear(field);
    await user.type(field, '60,000{Enter}');
    expect(changed).toHaveBeenLastCalledWith(60000);
    expect(field).toHaveValue('60000');
    await user.tab();
    expect(field).toHaveValue('60,000');
    await user.clear(field);
    await user.type(field, '70,000');
    await user.tab();
    expect(field).toHaveValue('70,000');
    expect(field).toBeInvalid();
  });

  it('speaks per cent', async () => {
    const { changed, field, slider } = renderControl(SHARE);
    expect(field).toHaveValue('30\u202f%');
    expect(slider).toHaveAttribute('aria-valuetext', '30\u202f%');
    const user = userEvent.setup({ delay: null });
    await user.clear(field);
    await user.type(field, '7{Enter}');
    expect(changed).toHaveBeenLastCalledWith(0.07);
  });
});

describe('typed numbers', () => {
  it.each([
    ['0.005', 0.005],
    [' 5e-3 ', 0.005],
    ['.5', 0.5],
    ['0,5', 0.5],
    ['0,005', 0.005],
    ['1,234,567.5', 1234567.5],
    ['60,000', 60000],
    ['60 000', 60000],
    ['−1', -1],
  ])('%s is %d', (text, value) => expect(parseNumber(text)).toBe(value));

  it.each(['', 'x', '1.2.3', '0x10', 'Infinity', '1,2,3', '-'])('"%s" is none', (text) =>
    expect(parseNumber(text)).toBeNaN(),
  );

  it.each([
    ['60000', '60,000'],
    ['4294967295', '4,294,967,295'],
    ['−12345.678', '−12,345.678'],
    ['999', '999'],
    ['0.0001', '0.0001'],
    ['30 %', '30 %'],
    ['1e+21', '1e+21'],
  ])('%s is shown as %s', (plain, grouped) => expect(groupThousands(plain)).toBe(grouped));

  it('reads per cent without dust', () => {
    expect(parseNumber('7 %', '%')).toBe(0.07);
    expect(parseNumber('30', '%')).toBe(0.3);
  });
});

describe('slider stops', () => {
  it('are round, ascending, within the range, and begin with "off"', () => {
    const stops = sliderStops({ ...LEARNING_RATE, off: 0 });
    expect(stops[0]).toBe(0);
    expect(stops[1]).toBe(0.000001);
    expect(stops.at(-1)).toBe(10);
    expect(stops).toContain(0.005);
    expect(stops).toEqual([...stops].sort((a, b) => a - b));
    expect(new Set(stops).size).toBe(stops.length);
  });

  it('are whole where the setting is', () => {
    const stops = sliderStops({ ...LEARNING_RATE, min: 1, max: 1797, step: 1, integer: true });
    expect(stops.slice(0, 4)).toEqual([1, 2, 3, 4]);
    expect(stops).toContain(400);
    expect(stops.at(-1)).toBe(1797);
    expect(stops.every(Number.isInteger)).toBe(true);
  });

  it('find the nearest on their own scale', () => {
    const stops = sliderStops(SHARE);
    expect(stops).toHaveLength(21);
    expect(stops[nearestStop(stops, 0.31, SHARE)]).toBe(0.3);
  });
});
