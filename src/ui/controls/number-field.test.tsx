// @vitest-environment jsdom
import { configure, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import type { NumberSetting } from '../../settings/settings.ts';
import { NumberControl } from './number-control.tsx';
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
      <>
        <NumberControl
          setting={setting}
          value={value}
          onChange={(next) => {
            changed(next);
            setValue(next);
          }}
        />
        <button onClick={() => setValue(0.25)}>elsewhere</button>
      </>
    );
  }
  render(<Stateful />);
  return { changed, field: screen.getByRole('textbox'), slider: screen.getByRole('slider') };
}

describe('number field', () => {
  it('says how it has read what could be read in two ways, until there is another number', async () => {
    const { changed, field } = renderControl({ ...LEARNING_RATE, max: 9999 });
    const user = userEvent.setup({ delay: null });
    await user.clear(field);
    await user.type(field, '1.000{Enter}');
    expect(changed).toHaveBeenLastCalledWith(1);
    expect(screen.getByRole('status')).toHaveTextContent('Read as 1, not as 1,000.');
    await user.clear(field);
    await user.type(field, '1000{Enter}');
    expect(changed).toHaveBeenLastCalledWith(1000);
    expect(screen.queryByRole('status')).toBeNull();
  });

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

  it.each(['1 2', '1000.000', '1.5', '1,5'])(
    'takes "%s" for no whole number, and says so',
    async (text) => {
      const { changed, field } = renderControl({
        ...LEARNING_RATE,
        min: 1,
        step: 1,
        integer: true,
      });
      const user = userEvent.setup({ delay: null });
      await user.clear(field);
      await user.type(field, text);
      await user.tab();
      expect(changed).not.toHaveBeenCalled();
      expect(field).toHaveValue(text);
      expect(screen.getByRole('alert')).toHaveTextContent('a whole number from 1 to 10');
    },
  );

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

describe('entering the field', () => {
  const seed = { ...LEARNING_RATE, min: 0, max: 4294967295, initial: 1234, step: 1, integer: true };

  it('by Tab, what is typed takes the place of the number', async () => {
    const { changed, field } = renderControl(seed);
    const user = userEvent.setup({ delay: null });
    await user.tab();
    expect(field).toHaveFocus();
    expect(field).toHaveValue('1234');
    await user.keyboard('7{Enter}');
    expect(changed).toHaveBeenLastCalledWith(7);
    await user.keyboard('20000{Enter}');
    expect(changed).toHaveBeenLastCalledWith(20000);
    await user.keyboard('99999999999{Escape}3{Enter}');
    expect(changed).toHaveBeenLastCalledWith(3);
  });

  it('by a press too; the next press sets the caret', async () => {
    const { changed, field } = renderControl(seed);
    const user = userEvent.setup({ delay: null });
    await user.click(field);
    await user.keyboard('2');
    expect(field).toHaveValue('2');
    await user.click(field);
    await user.keyboard('5{Enter}');
    expect(changed).toHaveBeenLastCalledWith(25);
  });

  it('Enter confirms what stands there, leaving does not', async () => {
    const { changed, field } = renderControl({ ...LEARNING_RATE, initial: 0.123456789 });
    const user = userEvent.setup({ delay: null });
    await user.click(field);
    await user.tab();
    expect(changed).not.toHaveBeenCalled();
    await user.type(field, '{Enter}');
    // All of it, not what is shown of it.
    expect(changed.mock.calls).toEqual([[0.123456789]]);
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
