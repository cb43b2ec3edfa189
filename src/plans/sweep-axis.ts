/** The values of an axis: spread over a range, or typed one by one. */
import { checkValue, formatNumber } from '../settings/settings.ts';
import type { NumberSetting } from '../settings/settings.ts';
import { parseNumber } from '../settings/number-text.ts';
import { ARMS_AXIS, OFF, findSweepSetting } from './sweep-settings.ts';
import type { AxisValue, SweepSetting } from './sweep-settings.ts';

export interface SpreadValues {
  readonly spacing: 'linear' | 'log';
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Begins with "off": without the regularizer. */
  readonly withOff: boolean;
}

export interface ListedValues {
  readonly spacing: 'list';
  readonly values: readonly AxisValue[];
}

/** How the values of an axis are given; what they come to is `axisValues`. */
export interface AxisSettings {
  /** Of a `SweepSetting`. */
  readonly setting: string;
  readonly range: SpreadValues | ListedValues;
}

const MOST_VALUES = 40;

/** In their order, each once. */
export function axisValues({ setting, range }: AxisSettings): readonly AxisValue[] {
  if (range.spacing === 'list') return [...new Set(range.values)];
  const known = findSweepSetting(setting)?.values;
  const isInteger = known?.kind === 'number' && known.setting.integer === true;
  const spread = isSound(range) ? spreadOf(range, isInteger) : [];
  return [...new Set<AxisValue>([...(range.withOff ? [OFF] : []), ...spread])];
}

/** Why there are no values to sweep over; null: there are. */
export function axisProblem(axis: AxisSettings): string | null {
  if (axis.setting === ARMS_AXIS)
    return axisValues(axis).length < 2
      ? 'Compare has one arm, and one value is no axis; add an arm there.'
      : null;
  const known = findSweepSetting(axis.setting);
  if (!known) return `There is no setting "${axis.setting}" to sweep over.`;
  const { range } = axis;
  if (range.spacing === 'list')
    return range.values.length === 0
      ? `${known.label}: type at least two values, with spaces or semicolons between them.`
      : (tooFew(known, axisValues(axis)) ?? valuesProblem(known, range.values));
  if (known.values.kind !== 'number') return `${known.label} has no numbers to spread.`;
  const { setting } = known.values;
  const ends = [range.from, range.to].map((end) => checkValue(setting, end)).find(Boolean);
  if (ends) return ends;
  if (range.spacing === 'log' && range.from <= 0)
    return `${known.label}: values that grow by a factor begin above 0. Start above 0, or space them evenly.`;
  if (range.from >= range.to)
    return `${known.label}: the first value, ${formatNumber(range.from, setting.unit)}, must be below the last, ${formatNumber(range.to, setting.unit)}.`;
  if (!Number.isInteger(range.count) || range.count < 2 || range.count > MOST_VALUES)
    return `${known.label}: choose from 2 to ${MOST_VALUES} values.`;
  return tooFew(known, axisValues(axis));
}

function tooFew({ label }: SweepSetting, values: readonly AxisValue[]): string | null {
  if (values.length > MOST_VALUES) return `${label}: at most ${MOST_VALUES} values.`;
  return values.length < 2 ? `${label}: one value is no axis; choose at least two.` : null;
}

function valuesProblem({ values, label }: SweepSetting, given: readonly AxisValue[]) {
  for (const value of given) {
    if (values.kind === 'choice') {
      if (!values.options.some((option) => option.value === value))
        return `${label} has no option "${value}".`;
    } else if (value === OFF ? !values.canBeOff : checkValue(values.setting, value) !== null)
      return value === OFF ? `${label} cannot be off.` : checkValue(values.setting, value);
  }
  return null;
}

function isSound({ spacing, from, to, count }: SpreadValues): boolean {
  const counts = Number.isInteger(count) && count >= 2 && count <= MOST_VALUES;
  return counts && from < to && (spacing === 'linear' || from > 0);
}

function spreadOf({ spacing, from, to, count }: SpreadValues, isInteger: boolean): number[] {
  const exact = Array.from({ length: count }, (_, i) => {
    const share = i / (count - 1);
    return spacing === 'log' ? from * (to / from) ** share : from + (to - from) * share;
  });
  // The ends are what was asked for; in between round numbers are meant.
  return exact.map((value, i) => {
    if (i === 0) return from;
    if (i === count - 1) return to;
    if (isInteger) return Math.round(value);
    return spacing === 'log' ? roundOnLog(exact, value) : Number(value.toPrecision(6));
  });
}

/** 0.000316 → 0.0003, where one digit tells all values apart and moves none by much. */
function roundOnLog(all: readonly number[], value: number): number {
  const digits = [1, 2, 3].find((count) => {
    const rounded = all.map((one) => Number(one.toPrecision(count)));
    const isClose = rounded.every((one, i) => Math.abs(one / (all[i] ?? one) - 1) < 0.06);
    return isClose && new Set(rounded).size === all.length;
  });
  return Number(value.toPrecision(digits ?? 4));
}

/** What an axis of this setting starts with, around the value that it usually has. */
export function suitedRange({ values }: SweepSetting): AxisSettings['range'] {
  if (values.kind === 'choice')
    return { spacing: 'list', values: values.options.map(({ value }) => value) };
  const { setting, canBeOff } = values;
  if (setting.scale === 'log' && setting.integer !== true) return decadesAround(setting, canBeOff);
  if (setting.scale === 'log' || spansDecades(setting)) return doublingAround(setting);
  return stepsFrom(setting);
}

function decadesAround(setting: NumberSetting, withOff: boolean) {
  const { min, max, initial, step = min, swept } = setting;
  const from = swept?.from ?? Math.max(step, min, powerOfTen(initial / 30));
  const to = swept?.to ?? Math.min(max, powerOfTen(initial * 100));
  // 1, 3, 10, 30 … where that is not too many.
  const decades = Math.log10(to / from);
  const count = Math.round(decades <= 4 ? 2 * decades : decades) + 1;
  return { spacing: 'log' as const, from, to, count, withOff };
}

const powerOfTen = (value: number) => Number(`1e${Math.round(Math.log10(value))}`);

/** Of batches of 1 to thousands, or as many epochs, even steps would be either tiny or too long. */
const spansDecades = ({ integer, min, max }: NumberSetting) =>
  integer === true && max >= 100 * Math.max(1, min);

/** What is doubled from here stays round. */
const ROUND_STARTS = [1, 2, 4, 5, 8, 10, 16, 20, 25, 32, 40, 50, 64, 80, 100];

function doublingAround({ min, max, initial }: NumberSetting) {
  const start = ROUND_STARTS.filter((one) => one <= initial / 8).at(-1) ?? 1;
  const from = Math.max(min, start);
  const to = Math.min(max, from * 16);
  return { spacing: 'log' as const, from, to, count: 5, withOff: false };
}

/** Five values from the lowest on, beyond the usual one. */
function stepsFrom({ min, max, initial, step, integer }: NumberSetting) {
  const size = step ?? (integer === true ? 1 : 0.01);
  const wanted = Math.round((1.6 * (initial - min)) / 4 / size) * size;
  // All five have room.
  const most = Math.floor((max - min) / 4 / size) * size;
  const stride = Math.max(size, Math.min(wanted, most));
  const to = Math.min(max, Number((min + 4 * stride).toPrecision(6)));
  return { spacing: 'linear' as const, from: min, to, count: 5, withOff: false };
}

/**
 * Values as people type them: "0 0.1 0.5", "off; 0.001; 0.01". A comma is a decimal point where it stands
 * inside a number, and parts values where a space follows it.
 */
export function readValues(
  text: string,
  setting: SweepSetting,
): { readonly values: readonly AxisValue[] } | { readonly problem: string } {
  const words = text
    .split(/[;\s]+|,(?=\s)/)
    .map((word) => word.replace(/,$/, ''))
    .filter((word) => word !== '');
  const values: AxisValue[] = [];
  for (const word of words) {
    const value = readValue(word, setting);
    if (value === null) return { problem: `${setting.label}: "${word}" is no value of it.` };
    values.push(value);
  }
  return { values };
}

function readValue(word: string, { values }: SweepSetting): AxisValue | null {
  if (values.kind === 'choice') {
    const found = values.options.find(({ value, label }) =>
      [value, label].some((one) => one.toLowerCase() === word.toLowerCase()),
    );
    return found?.value ?? null;
  }
  if (word.toLowerCase() === OFF) return OFF;
  const number = parseNumber(word, values.setting);
  return Number.isNaN(number) ? null : number;
}

/** "0.003", "30 %", "off", "Adam" */
export function valueText(setting: SweepSetting, value: AxisValue): string {
  const { values } = setting;
  if (values.kind === 'choice')
    return values.options.find((option) => option.value === value)?.label ?? String(value);
  return typeof value === 'number' ? formatNumber(value, values.setting.unit) : value;
}
