/**
 * What a sweep can vary: everything that a single training can have. A setting knows how it is put into a
 * base, which end of its axis is the simpler network, and whether it is a choice or a problem.
 */
import type { SimplerEnd } from '../findings/sweep/choose-cell.ts';
import { initialSettings } from '../settings/settings.ts';
import type { NumberSetting, SettingValue, SettingsSchema } from '../settings/settings.ts';
import { inSentence } from '../experiment/arm-name.ts';
import { DATA_SCHEMA, NETWORK_SCHEMA, TRAINING_SCHEMA } from '../experiment/experiment.ts';
import { ANY_REGULARIZERS } from '../regularizers/registry.ts';
import type { LaneBase } from '../experiment/lane-base.ts';

/** A number, the value of a choice, or a regularizer that is switched off. */
export type AxisValue = number | string;
/** The value of a strength or rate that leaves the regularizer out. A value of its own on a log axis. */
export const OFF = 'off';

/** The setting of an axis whose values are the arms of a comparison. */
export const ARMS_AXIS = 'arms';

export interface SweepSetting {
  /** "l2.lambda", "training.learningRate": in links and files. */
  readonly id: string;
  readonly label: string;
  readonly values:
    | { readonly kind: 'number'; readonly setting: NumberSetting; readonly canBeOff: boolean }
    | {
        readonly kind: 'choice';
        readonly options: readonly { readonly value: string; readonly label: string }[];
      };
  readonly simpler: SimplerEnd;
  /** Noise, wrong labels and training size are not chosen: there is no best value of theirs. */
  readonly isProblem: boolean;
  readonly put: (base: LaneBase, value: AxisValue) => LaneBase;
}

const WIDTH: NumberSetting = {
  ...{ kind: 'number', label: 'Units per hidden layer', integer: true, scale: 'log' },
  ...{ min: NETWORK_SCHEMA.hiddenLayers.minUnits, max: NETWORK_SCHEMA.hiddenLayers.maxUnits },
  initial: 64,
};
const DEPTH: NumberSetting = {
  ...{ kind: 'number', label: 'Hidden layers', integer: true },
  ...{ min: 0, max: NETWORK_SCHEMA.hiddenLayers.maxLayers, initial: 1 },
};
/** Of layers that are added where there was none. */
const UNITS_OF_NEW_LAYERS = 64;

export const SWEEP_SETTINGS: readonly SweepSetting[] = [
  ...ANY_REGULARIZERS.flatMap(({ id, label, schema }) =>
    numbersOf(schema).map(([key, setting]) => regularizerSetting(id, label, schema, key, setting)),
  ),
  numberOf('training.learningRate', TRAINING_SCHEMA.learningRate, 'neither', putTraining),
  numberOf('training.batchSize', TRAINING_SCHEMA.batchSize, 'neither', putTraining),
  numberOf('training.epochs', TRAINING_SCHEMA.epochs, 'first', putTraining),
  choiceOf('training.optimizer', TRAINING_SCHEMA.optimizer, putTraining),
  numberOf('network.width', WIDTH, 'first', (base, _, value) =>
    withLayers(
      base,
      base.network.hiddenLayers.map(() => Number(value)),
    ),
  ),
  numberOf('network.depth', DEPTH, 'first', (base, _, value) => {
    const units = base.network.hiddenLayers[0] ?? UNITS_OF_NEW_LAYERS;
    return withLayers(base, new Array<number>(Number(value)).fill(units));
  }),
  choiceOf('network.activation', NETWORK_SCHEMA.activation, putNetwork),
  problemOf('data.trainingExamples', DATA_SCHEMA.trainingExamples),
  problemOf('data.wrongLabelShare', DATA_SCHEMA.wrongLabelShare),
  problemOf('data.noise', DATA_SCHEMA.noise),
];

export function findSweepSetting(id: string): SweepSetting | undefined {
  return SWEEP_SETTINGS.find((one) => one.id === id);
}

type Put = (base: LaneBase, key: string, value: AxisValue) => LaneBase;
interface Choice {
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

function numberOf(id: string, setting: NumberSetting, simpler: SimplerEnd, put: Put): SweepSetting {
  return {
    ...{ id, label: setting.label, simpler, isProblem: false },
    values: { kind: 'number', setting, canBeOff: false },
    put: (base, value) => put(base, keyOf(id), value),
  };
}

function choiceOf(id: string, { label, options }: Choice, put: Put): SweepSetting {
  return {
    ...{ id, label, simpler: 'neither', isProblem: false },
    values: { kind: 'choice', options },
    put: (base, value) => put(base, keyOf(id), value),
  };
}

function problemOf(id: string, setting: NumberSetting): SweepSetting {
  return { ...numberOf(id, setting, 'neither', putData), isProblem: true };
}

function regularizerSetting(
  id: string,
  label: string,
  schema: SettingsSchema,
  key: string,
  setting: NumberSetting,
): SweepSetting {
  return {
    id: `${id}.${key}`,
    label: `${label} ${inSentence(setting.label)}`,
    values: { kind: 'number', setting, canBeOff: true },
    // More of a strength or a rate is simpler; more patience, like more epochs, is not.
    simpler: setting.swept?.simpler ?? (setting.live === true ? 'last' : 'first'),
    isProblem: false,
    put: (base, value) => {
      const { [id]: given, ...others } = base.regularizers as Readonly<
        Record<string, Readonly<Record<string, SettingValue>>>
      >;
      const regularizers =
        value === OFF
          ? others
          : { ...others, [id]: { ...initialSettings(schema), ...given, [key]: value } };
      return { ...base, regularizers: regularizers };
    },
  };
}

function putTraining(base: LaneBase, key: string, value: AxisValue): LaneBase {
  return { ...base, training: { ...base.training, [key]: value } };
}

function putNetwork(base: LaneBase, key: string, value: AxisValue): LaneBase {
  return { ...base, network: { ...base.network, [key]: value } };
}

function putData(base: LaneBase, key: string, value: AxisValue): LaneBase {
  return { ...base, data: { ...base.data, [key]: value } };
}

function withLayers(base: LaneBase, hiddenLayers: readonly number[]): LaneBase {
  return { ...base, network: { ...base.network, hiddenLayers } };
}

function keyOf(id: string): string {
  return id.slice(id.indexOf('.') + 1);
}

function numbersOf(schema: SettingsSchema): [string, NumberSetting][] {
  return Object.entries(schema).flatMap(([key, setting]) =>
    setting.kind === 'number' ? [[key, setting]] : [],
  );
}
