/**
 * Settings schemas: one description from which a control is drawn (ui/settings-form), a value is
 * checked, and a range is named. Regularizers, data, network and training all use it.
 */
import { isRecord } from '../base/is-record.ts';
import { PERCENT_SIGN } from '../base/text/percent-sign.ts';

interface SettingBase {
  readonly label: string;
  /** One plain sentence shown beside or below the control. */
  readonly hint?: string;
  /** Takes effect in a running training, without a reset. Default: needs a reset. */
  readonly live?: boolean;
  /** Behind "More…". */
  readonly advanced?: boolean;
}

export interface NumberSetting extends SettingBase {
  readonly kind: 'number';
  readonly min: number;
  readonly max: number;
  readonly initial: number;
  readonly integer?: boolean;
  /** How a slider spreads the range; no slider without it. */
  readonly scale?: 'linear' | 'log';
  /** Slider steps (linear), or the smallest value above "off" (log). */
  readonly step?: number;
  /** Value that switches the thing off: the slider's first stop. It may lie outside min..max. */
  readonly off?: number;
  /** Shown before the value in the field's notation, as in "λ = 0.001". */
  readonly symbol?: string;
  /**
   * What a sweep over it starts with, where its limits are far beyond what teaches: the ends, and which of them makes
   * the simpler network (absent: of what is live the last).
   */
  readonly swept?: {
    readonly from?: number;
    readonly to?: number;
    readonly simpler?: 'first' | 'last' | 'neither';
  };
  /** '%': stored as a share (0.3), typed and shown as per cent (30). */
  readonly unit?: '%';
}

export interface ChoiceSetting<Value extends string = string> extends SettingBase {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly initial: Value;
}

export interface SwitchSetting extends SettingBase {
  readonly kind: 'switch';
  readonly initial: boolean;
}

/** Units of each hidden layer, from the input side. */
export interface LayersSetting extends SettingBase {
  readonly kind: 'layers';
  readonly maxLayers: number;
  readonly minUnits: number;
  readonly maxUnits: number;
  readonly initial: readonly number[];
}

export type Setting = NumberSetting | ChoiceSetting | SwitchSetting | LayersSetting;
export type SettingsSchema = Readonly<Record<string, Setting>>;

type ValueOf<S extends Setting> = S extends NumberSetting
  ? number
  : S extends ChoiceSetting<infer Value>
    ? Value
    : S extends SwitchSetting
      ? boolean
      : readonly number[];

/** The settings object that a schema describes. */
export type SettingsOf<Schema extends SettingsSchema> = {
  readonly [Key in keyof Schema]: ValueOf<Schema[Key]>;
};

export type SettingValue = number | string | boolean | readonly number[];

/** What is wrong with a value, and where: `path` as in "training.learningRate". */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

export function initialSettings<Schema extends SettingsSchema>(schema: Schema): SettingsOf<Schema> {
  const entries = Object.entries(schema).map(([key, setting]) => [key, setting.initial]);
  return Object.fromEntries(entries) as SettingsOf<Schema>;
}

/** A number as people write it: "0.001", "30 %", without floating-point dust; integers in full. */
export function formatNumber(value: number, unit?: '%'): string {
  const shown = unit === '%' ? value * 100 : value;
  const rounded = Number.isInteger(shown) ? shown : Number(shown.toPrecision(6));
  return unit === '%' ? `${inFull(rounded)}${PERCENT_SIGN}` : String(rounded);
}

/** 1e-7 → "0.0000001": powers of ten are for strengths and rates, not for shares. */
function inFull(value: number): string {
  return value !== 0 && Math.abs(value) < 1e-6
    ? value.toFixed(20).replace(/\.?0+$/, '')
    : String(value);
}

/** The range in words: "a whole number from 1 to 500", "a number from 0 % to 90 %". */
export function describeRange(setting: NumberSetting): string {
  const kind = setting.integer === true ? 'a whole number' : 'a number';
  const range = `${formatNumber(setting.min, setting.unit)} to ${formatNumber(setting.max, setting.unit)}`;
  const outsideOff =
    setting.off !== undefined && (setting.off < setting.min || setting.off > setting.max);
  return `${kind} from ${range}${outsideOff ? `, or ${formatNumber(setting.off, setting.unit)} for off` : ''}`;
}

/** One value against its setting; null when it is fine. */
export function checkValue(setting: Setting, value: unknown): string | null {
  switch (setting.kind) {
    case 'number':
      return checkNumber(setting, value);
    case 'choice':
      return setting.options.some((option) => option.value === value)
        ? null
        : `${setting.label} must be one of ${setting.options.map((o) => o.label).join(', ')}.`;
    case 'switch':
      return typeof value === 'boolean' ? null : `${setting.label} must be on or off.`;
    case 'layers':
      return checkLayers(setting, value);
  }
}

function checkNumber(setting: NumberSetting, value: unknown): string | null {
  const wanted = `${setting.label} must be ${describeRange(setting)}`;
  if (typeof value !== 'number' || !Number.isFinite(value)) return `${wanted}.`;
  if (value === setting.off) return null;
  if (setting.integer === true && !Number.isInteger(value))
    return `${wanted}; ${formatNumber(value, setting.unit)} is not whole.`;
  if (value < setting.min) return `${wanted}; ${formatNumber(value, setting.unit)} is too small.`;
  if (value > setting.max) return `${wanted}; ${formatNumber(value, setting.unit)} is too large.`;
  return null;
}

function checkLayers(setting: LayersSetting, value: unknown): string | null {
  if (!Array.isArray(value)) return `${setting.label} must be a list of layer sizes.`;
  if (value.length > setting.maxLayers)
    return `At most ${setting.maxLayers} hidden layers; this has ${value.length}.`;
  const index = value.findIndex(
    (units: unknown) =>
      typeof units !== 'number' ||
      !Number.isInteger(units) ||
      units < setting.minUnits ||
      units > setting.maxUnits,
  );
  if (index < 0) return null;
  return `Hidden layer ${index + 1} must have a whole number of units from ${setting.minUnits} to ${setting.maxUnits}; it has ${String(value[index])}.`;
}

/** All problems of a settings object, unknown and missing keys included. */
export function checkSettings(schema: SettingsSchema, value: unknown, path: string): Problem[] {
  if (!isRecord(value)) return [{ path, message: `${path} must be an object of settings.` }];
  const present = Object.fromEntries(Object.keys(schema).map((key) => [key, value[key]]));
  return checkGivenSettings(schema, { ...present, ...value }, path);
}

/** The same where any setting may be missing. */
export function checkGivenSettings(
  schema: SettingsSchema,
  value: unknown,
  path: string,
): Problem[] {
  if (!isRecord(value)) return [{ path, message: `${path} must be an object of settings.` }];
  return Object.entries(value).flatMap(([key, given]) => {
    const setting = Object.hasOwn(schema, key) ? schema[key] : undefined;
    const message = setting ? checkValue(setting, given) : `"${key}" is not a setting of ${path}.`;
    return message === null ? [] : [{ path: `${path}.${key}`, message }];
  });
}
