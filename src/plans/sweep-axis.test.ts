import { describe, expect, it } from 'vitest';
import { axisProblem, axisValues, readValues, suitedRange, valueText } from './sweep-axis.ts';
import type { AxisSettings } from './sweep-axis.ts';
import { SWEEP_SETTINGS, findSweepSetting } from './sweep-settings.ts';

const settingOf = (id: string) => {
  const found = findSweepSetting(id);
  if (!found) throw new Error(`There is no ${id}.`);
  return found;
};
const strengths: AxisSettings = {
  setting: 'l2.lambda',
  range: { spacing: 'log', from: 0.0001, to: 1, count: 9, withOff: true },
};
const rates: AxisSettings = {
  setting: 'dropout.rate',
  range: { spacing: 'linear', from: 0, to: 0.8, count: 5, withOff: false },
};

describe('the values of an axis', () => {
  it('grow by a factor, in round numbers, after "off"', () => {
    const values = ['off', 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1];
    expect(axisValues(strengths)).toEqual(values);
  });

  it('have even steps without floating-point dust', () => {
    expect(axisValues(rates)).toEqual([0, 0.2, 0.4, 0.6, 0.8]);
  });

  it('keep the ends that were asked for, and more digits where one would not tell them apart', () => {
    const narrow = { spacing: 'log', from: 0.0011, to: 0.0019, count: 4, withOff: false } as const;
    const values = axisValues({ setting: 'l2.lambda', range: narrow });
    expect([values[0], values.at(-1), new Set(values).size]).toEqual([0.0011, 0.0019, 4]);
  });

  it('are whole numbers where the setting is, each once', () => {
    const range = { spacing: 'linear', from: 1, to: 3, count: 9, withOff: false } as const;
    expect(axisValues({ setting: 'network.depth', range })).toEqual([1, 2, 3]);
  });

  it('that are listed stay as they are, each once', () => {
    const range = { spacing: 'list', values: [0.5, 'off', 0.5] } as const;
    expect(axisValues({ setting: 'dropout.rate', range })).toEqual([0.5, 'off']);
  });
});

describe('what keeps an axis from having values', () => {
  const problemOf = (setting: string, range: AxisSettings['range']) =>
    axisProblem({ setting, range });
  const spread = (from: number, to: number, count = 5, spacing: 'log' | 'linear' = 'linear') => ({
    ...{ spacing, from, to, count, withOff: false },
  });

  it.each([
    ['no values', 'dropout.rate', { spacing: 'list', values: [] }, 'type at least two values'],
    ['one value', 'dropout.rate', { spacing: 'list', values: [0.5] }, 'one value is no axis'],
    ['a value out of range', 'dropout.rate', { spacing: 'list', values: [0.5, 2] }, 'too large'],
    ['no such option', 'training.optimizer', { spacing: 'list', values: ['a', 'b'] }, '"a"'],
    ['what cannot be off', 'training.epochs', { spacing: 'list', values: ['off', 3] }, 'be off'],
    ['an end out of range', 'dropout.rate', spread(0, 1), 'too large'],
    ['ends the wrong way round', 'dropout.rate', spread(0.5, 0.2), 'must be below the last'],
    ['a factor from 0', 'dropout.rate', spread(0, 0.8, 5, 'log'), 'begin above 0'],
    ['one step', 'dropout.rate', spread(0, 0.8, 1), 'from 2 to 40 values'],
    ['numbers of a choice', 'training.optimizer', spread(0, 1), 'no numbers'],
    ['an unknown setting', 'magic', spread(0, 1), 'no setting "magic"'],
    ['one arm', 'arms', { spacing: 'list', values: ['A'] }, 'add an arm'],
  ] as const)('%s', (_, setting, range, words) => {
    expect(problemOf(setting, range)).toContain(words);
  });

  it('is nothing for what settings start with: values that teach, and not their limits', () => {
    const starts = (id: string) => {
      const setting = settingOf(id);
      return axisValues({ setting: id, range: suitedRange(setting) });
    };
    expect(starts('weightDecay.lambda')).toEqual(['off', 0.03, 0.1, 0.3, 1, 3, 10]);
    expect(starts('maxNorm.limit')).toEqual(['off', 0.1, 0.3, 1, 3]);
    for (const { id, values } of SWEEP_SETTINGS) {
      if (values.kind !== 'number' || !values.canBeOff) continue;
      const numbers = starts(id).filter((value) => typeof value === 'number');
      expect([id, Math.max(...numbers) <= 20]).toEqual([id, true]);
    }
  });

  it('is nothing, for the ranges that settings start with', () => {
    for (const setting of SWEEP_SETTINGS) {
      const axis = { setting: setting.id, range: suitedRange(setting) };
      expect([setting.id, axisProblem(axis)]).toEqual([setting.id, null]);
      expect(axisValues(axis).length).toBeGreaterThanOrEqual(2);
    }
  });
});

describe('typed values', () => {
  const read = (text: string, id = 'l2.lambda') => readValues(text, settingOf(id));

  it('stand with spaces, semicolons or commas between them', () => {
    expect(read('off 0.001; 1e-2, 0.5')).toEqual({ values: ['off', 0.001, 0.01, 0.5] });
    expect(read('0,5 0,25', 'dropout.rate')).toEqual({ values: [0.5, 0.25] });
    expect(read('Adam sgd', 'training.optimizer')).toEqual({ values: ['adam', 'sgd'] });
    expect(read('  ')).toEqual({ values: [] });
  });

  it('that are none are named', () => {
    expect(read('0.1 zero')).toEqual({ problem: 'L2 strength: "zero" is no value of it.' });
  });

  it('are read as they are written', () => {
    for (const setting of SWEEP_SETTINGS) {
      const values = axisValues({ setting: setting.id, range: suitedRange(setting) });
      const text = values.map((value) => valueText(setting, value).replace(/\s/g, '')).join(' ');
      if (values.some((value) => /\s/.test(valueText(setting, value).replace(/\s%/, '')))) continue;
      expect([setting.id, readValues(text, setting)]).toEqual([setting.id, { values }]);
    }
  });
});
